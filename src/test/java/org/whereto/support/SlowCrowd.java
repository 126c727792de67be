// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Slow clients of every kind, as many of each, on one thread. Whoever is closed by the server comes
 * anew, from another address of this machine, until the crowd is to end.
 */
public final class SlowCrowd implements AutoCloseable {

  /** When such clients were closed, from their connecting on. */
  public record Closed(int count, Duration earliest, Duration latest) {
    private static Closed at(Duration age) {
      return new Closed(1, age, age);
    }

    /** Both together. */
    public Closed and(Closed more) {
      return new Closed(
          count + more.count,
          more.earliest.compareTo(earliest) < 0 ? more.earliest : earliest,
          more.latest.compareTo(latest) > 0 ? more.latest : latest);
    }
  }

  private static final int ADDRESSES = 250;

  /** A tenth of them drips in each round, so that each one does every second. */
  private static final int ROUNDS = 10;

  private static final long ROUND_NANOS = 100_000_000;

  /** So that they do not all come at once, which would be another kind of test. */
  private static final int NEW_IN_A_ROUND = 40;

  private static final int SMALL_BUFFER = 2048;

  private final class Client {
    private final SlowKind kind;
    private final SocketChannel channel;
    private final int round;
    private final long begin = System.nanoTime();
    private final StringBuilder read = new StringBuilder();

    Client(SlowKind kind, int number) throws IOException {
      this.kind = kind;
      this.round = number % ROUNDS;
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
      channel.bind(new InetSocketAddress(address(2 + number % ADDRESSES), 0));
      channel.connect(new InetSocketAddress(address(1), port));
      channel.configureBlocking(false);
      if (kind != SlowKind.READING) {
        channel.register(selector, SelectionKey.OP_READ, this);
      }
      send(kind.start());
    }

    private static InetAddress address(int last) throws IOException {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private void send(String text) {
      try {
        channel.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
      } catch (IOException reset) {
        closed();
      }
    }

    private void drip() {
      if (kind == SlowKind.READING) {
        read(1);
      }
      if (channel.isOpen()) {
        send(kind.drip());
      }
    }

    private void read(int most) {
      ByteBuffer bytes = ByteBuffer.allocate(most);
      try {
        int count = channel.read(bytes);
        read.append(new String(bytes.array(), 0, Math.max(0, count), ISO_8859_1));
        if (count < 0) {
          closed();
        }
      } catch (IOException reset) {
        closed();
      }
    }

    private void closed() {
      Duration age = Duration.ofNanos(System.nanoTime() - begin);
      closed.merge(kind, Closed.at(age), Closed::and);
      if (!kind.isRight(read.toString())) {
        complaints.add(kind + " was told: " + read);
      }
      close();
    }

    private void close() {
      try {
        channel.close();
      } catch (IOException gone) {
        complaints.add(kind + " cannot be closed: " + gone);
      }
    }
  }

  private final int port;
  private final int each;
  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final Map<SlowKind, Closed> closed = new EnumMap<>(SlowKind.class);
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean isComplete;
  private volatile boolean isEnding;
  private volatile boolean isOver;
  private int number;

  private SlowCrowd(int port, int each) throws IOException {
    this.port = port;
    this.each = each;
    this.thread = new Thread(this::run, "slow crowd");
  }

  /** So many of each kind come to this port. */
  public static SlowCrowd come(int port, int each) throws IOException {
    SlowCrowd crowd = new SlowCrowd(port, each);
    crowd.thread.start();
    return crowd;
  }

  private void run() {
    try {
      long next = System.nanoTime();
      for (int round = 0; !isOver; round = (round + 1) % ROUNDS) {
        next += ROUND_NANOS;
        clients.removeIf(client -> !client.channel.isOpen());
        isOver |= isEnding && clients.isEmpty();
        fill();
        drip(round);
        listenUntil(next);
      }
    } catch (IOException | RuntimeException broken) {
      complaints.add("The crowd broke up: " + broken);
    }
    clients.forEach(Client::close);
  }

  private void fill() throws IOException {
    Map<SlowKind, Integer> present = new EnumMap<>(SlowKind.class);
    clients.forEach(client -> present.merge(client.kind, 1, Integer::sum));
    for (SlowKind kind : SlowKind.values()) {
      int missing = isEnding ? 0 : each - present.getOrDefault(kind, 0);
      for (int i = 0; i < Math.min(missing, NEW_IN_A_ROUND); i++) {
        clients.add(new Client(kind, number++));
      }
    }
    isComplete = clients.size() == each * SlowKind.values().length;
  }

  private void drip(int round) {
    for (Client client : clients) {
      if (client.round == round && client.channel.isOpen()) {
        client.drip();
      }
    }
  }

  private void listenUntil(long end) throws IOException {
    long rest = end - System.nanoTime();
    while (rest > 0) {
      selector.select(
          key -> {
            if (key.attachment() instanceof Client client && client.channel.isOpen()) {
              client.read(SMALL_BUFFER);
            }
          },
          Math.max(1, rest / 1_000_000));
      rest = end - System.nanoTime();
    }
  }

  /** Waits until all are there. */
  public void awaitComplete() throws InterruptedException {
    while (!isComplete && thread.isAlive()) {
      Thread.sleep(10);
    }
  }

  /** From now on nobody comes anew; waits until the server has closed all, or so long. */
  public void end(Duration most) throws InterruptedException {
    isEnding = true;
    if (!thread.join(most)) {
      complaints.add("Some are not closed yet.");
    }
    isOver = true;
    thread.join();
  }

  /** What became of them, when the crowd has ended. */
  public Map<SlowKind, Closed> closed() {
    return new EnumMap<>(closed);
  }

  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() throws IOException {
    isOver = true;
    selector.close();
  }
}
