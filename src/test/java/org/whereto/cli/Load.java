// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;

/**
 * Clients that ask a server without a pause, each on a thread of its own, and what they had to
 * complain of.
 */
final class Load {

  private static final int PATIENCE_SECONDS = 60;

  /** Is answered NO by a platform that has no Scala. */
  static final String GET =
      "GET /accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages={md,scala} HTTP/1.1\r\n"
          + "Host: localhost\r\n\r\n";

  private static final String DOCUMENT =
      """
      {"tasktype": "uri://zeppelin-notebook", "taskinfo": {"languages": ["md", "python"]}}\
      """;

  /** Is answered YES by a platform that has Python. */
  static final String POST =
      "POST /accepts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: "
          + DOCUMENT.length()
          + "\r\n\r\n"
          + DOCUMENT;

  private final int port;
  private final Set<String> right;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param right the answers that may be given, word for word
   */
  Load(int port, Set<String> right) {
    this.port = port;
    this.right = Set.copyOf(right);
  }

  /** What a client does until it has nothing more to ask. */
  interface Client {
    void run() throws IOException, InterruptedException;
  }

  void add(String name, Client client) {
    threads.add(
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                client.run();
              } catch (IOException | RuntimeException | InterruptedException fault) {
                complaints.add(name + ": " + fault);
              }
            }));
  }

  /** Asks on one connection, until it is told that an answer is the last one. */
  Client keepingAlive(CountDownLatch asked) {
    return () -> {
      try (RawConnection connection = RawConnection.to(port)) {
        for (boolean get = true; !isLast(connection.ask(bytes(get ? GET : POST))); get = !get) {
          asked.countDown();
        }
      }
    };
  }

  /** Asks each time on a connection of its own, until it is told that the server stops. */
  Client connectingAnew(CountDownLatch asked) {
    return () -> {
      for (boolean get = true; !isLast(RawConnection.ask(port, get ? GET : POST)); get = !get) {
        asked.countDown();
      }
    };
  }

  /** Asks each time on a connection of its own, until nobody listens any more. */
  Client notListening(CountDownLatch asked) {
    return () -> {
      while (isListening(port, this::askOnce)) {
        asked.countDown();
      }
    };
  }

  /** What is done with a connection. */
  interface Use {
    void of(RawConnection connection) throws IOException;
  }

  /**
   * Connects and does something. A connection that the system itself breaks off while it is being
   * made was never one of the server's.
   */
  static boolean isListening(int port, Use use) throws IOException {
    RawConnection connection;
    try {
      connection = RawConnection.to(port);
    } catch (ConnectException refused) {
      return false;
    } catch (SocketException brokenOff) {
      return true;
    }
    try (connection) {
      use.of(connection);
    }
    return true;
  }

  /** A connection that the system took, and the server no more, ends without a byte. */
  private void askOnce(RawConnection connection) throws IOException {
    boolean begins;
    try {
      connection.send(bytes(GET));
      begins = connection.begins();
    } catch (SocketException reset) {
      return;
    }
    if (begins) {
      var _ = isLast(connection.reply(false));
    }
  }

  /** Sends the first part, waits, sends the rest, and wants its answer. */
  Client inTwoParts(String request, int first, CountDownLatch sent, CountDownLatch goOn) {
    return () -> {
      try (RawConnection connection = RawConnection.to(port)) {
        connection.send(bytes(request.substring(0, first)));
        sent.countDown();
        goOn.await();
        connection.send(bytes(request.substring(first)));
        var _ = isLast(connection.reply(false));
      }
    };
  }

  /** Asks so many times, then says nothing more, and wants an orderly end. */
  Client fallingSilent(int questions, CountDownLatch silent) {
    return () -> {
      try (RawConnection connection = RawConnection.to(port)) {
        for (int i = 0; i < questions; i++) {
          var _ = isLast(connection.ask(bytes(GET)));
        }
        silent.countDown();
        if (!connection.isEnded()) {
          throw new EOFException("The server said something that nobody had asked.");
        }
      }
    };
  }

  private boolean isLast(RawReply reply) {
    if (reply.status() != 200 || !right.contains(reply.text())) {
      complaints.add(Thread.currentThread().getName() + " was told: " + reply);
    }
    return reply.isLast();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** How many clients still ask. */
  long busy() {
    return threads.stream().filter(Thread::isAlive).count();
  }

  /** Waits until all clients are done; what they had to complain of. */
  List<String> complaints() throws InterruptedException {
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofSeconds(PATIENCE_SECONDS))) {
        complaints.add(thread.getName() + " is not done.");
      }
    }
    return List.copyOf(complaints);
  }

  /** Waits for something that clients do. */
  static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("It did not happen in " + PATIENCE_SECONDS + " s.");
    }
  }
}
