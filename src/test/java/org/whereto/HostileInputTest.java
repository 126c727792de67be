// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.HostileBombs;
import org.whereto.support.HostileCorpus;
import org.whereto.support.HostileHttp;
import org.whereto.support.HostileInput;
import org.whereto.support.HostileInput.Shape;
import org.whereto.support.HostileJudge;
import org.whereto.support.HostileLarge;
import org.whereto.support.HostileRequest;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.Slowest;
import org.whereto.support.WatchedServer;

/**
 * What people send who mean no good, to a whole server over its socket: as the document, as content
 * of each kind, in queries and forms, and as HTTP itself. The platform takes none of it, so a YES
 * would be wrong.
 *
 * <p>{@code whereto.hostile} is how many damaged variants of each input are sent besides, and
 * {@code whereto.hostile.seed} repeats those of an earlier run.
 */
class HostileInputTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {a: {servicetype: uri://a}}
      accepts:
        - tasktype: uri://docker-container
          required: true
          if: {image: {allow: ["only.example.org/this/one:1"]}}
        - tasktype: uri://docker-compose
          required: true
          if: {image: {allow: ["only.example.org/this/one:1"]}, compose: {}}
        - tasktype: [uri://jupyter-notebook, uri://zeppelin-notebook]
          required: true
          if: {languages: [a-language-of-nobody]}
        - tasktype: uri://binder-notebook
          required: true
          if: {binder: {hosts: [only.example.org], files: [default.nix]}}
        - tasktype: uri://plain
      """;

  private static final String PLAIN =
      "GET /accepts?tasktype=uri://plain HTTP/1.1\r\nHost: a\r\n\r\n";

  /** Places of each input. */
  private static final int IN_THE_GATE = 5;

  private static final int VARIANTS = Integer.getInteger("whereto.hostile", 0);

  private static final long SEED = Long.getLong("whereto.hostile.seed", new Random().nextLong());

  /** Only to find what hangs. */
  private static final int PATIENCE_SECONDS = 60;

  /** Some classes, buffers and lists of the test itself. */
  private static final long MOST_KEPT = 32 << 20;

  @TempDir Path folder;

  private final HostileJudge judge = new HostileJudge();
  private final Slowest slowest = new Slowest();
  private WatchedServer server;

  @BeforeEach
  void open() throws Exception {
    server = WatchedServer.of(PLATFORM, folder.resolve("log"));
  }

  @AfterEach
  void close() throws Exception {
    assertThat(RawConnection.ask(server.port(), PLAIN).text()).contains("\"YES\"");
    server.endWell(judge.outcomes().values().stream().mapToInt(Integer::intValue).sum());
    System.out.println(
        "  The server answers at the end; nothing uncaught, nothing held, no Error.");
  }

  @Test
  void noBombGetsMoreThanANo() throws Exception {
    sendAll("bombs", HostileBombs.all());
  }

  /** Nor an answer that is as long as the question. */
  @Test
  void noEndlessTextGetsMoreThanANo() throws Exception {
    List<HostileRequest> requests = HostileLarge.all(VARIANTS > 0 ? 16_000_000 : 1_000_000);
    try (Talk talk = new Talk()) {
      talk.askAll(requests);
    }
    System.out.printf(
        "hostile large: %d requests sent; answers by status: %s, of them YES or NO: %s; the"
            + " slowest:%n%s%n",
        requests.size(), judge.statuses(), judge.outcomes(), slowest.lines());
    assertThat(judge.faults()).isEmpty();
  }

  @Test
  void nothingOfTheHostileCollectionsGetsMoreThanANo() throws Exception {
    HostileCorpus corpus = new HostileCorpus();
    assumeTrue(corpus.isThere(), "skipped: there is no " + corpus);
    sendAll("collections", corpus.inputs());
  }

  /** Each in all its places, then damaged in one of them. */
  private void sendAll(String what, List<HostileInput> inputs) throws Exception {
    Random random = new Random(SEED);
    long before;
    try (Talk talk = new Talk()) {
      for (HostileInput input : inputs) {
        talk.askAll(places(input, random));
      }
      before = heap();
      for (HostileInput input : inputs) {
        talk.askAll(variants(input, random));
      }
    }
    long after = heap();
    System.out.printf(
        "hostile %s: %d inputs sent, seed %d; answers by status: %s, of them YES or NO: %s%n"
            + "  heap after a collection: %d MB before the damaged ones, %d MB at the end; the"
            + " slowest:%n%s%n",
        what,
        inputs.size(),
        SEED,
        judge.statuses(),
        judge.outcomes(),
        before >> 20,
        after >> 20,
        slowest.lines());
    assertThat(judge.faults().stream().limit(100)).isEmpty();
    assertThat(after - before).as("bytes kept of what was sent").isLessThan(MOST_KEPT);
  }

  /** Bytes in use when nothing is left to collect. */
  private static long heap() {
    Runtime.getRuntime().gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** All that there are, but in the gate a few of them; of the many texts one. */
  private static List<HostileRequest> places(HostileInput input, Random random) {
    List<HostileRequest> all = new ArrayList<>(HostileRequest.of(input));
    if (VARIANTS > 0) {
      return all;
    }
    boolean oneOfMany = input.shape() == Shape.TEXT && input.name().indexOf('#') >= 0;
    Collections.shuffle(all, random);
    return all.subList(0, oneOfMany ? 1 : Math.min(all.size(), IN_THE_GATE));
  }

  private static List<HostileRequest> variants(HostileInput input, Random random) {
    return Stream.generate(() -> HostileRequest.of(damaged(input, random)))
        .limit(VARIANTS)
        .filter(places -> !places.isEmpty())
        .map(places -> places.get(random.nextInt(places.size())))
        .toList();
  }

  private static HostileInput damaged(HostileInput input, Random random) {
    StringBuilder octets = new StringBuilder(input.octets());
    for (int i = random.nextInt(4); i >= 0 && !octets.isEmpty(); i--) {
      int at = random.nextInt(octets.length());
      int to = Math.min(octets.length(), at + 1 + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> octets.setCharAt(at, (char) random.nextInt(256));
        case 1 -> octets.delete(at, to);
        case 2 -> octets.insert(random.nextInt(octets.length()), octets.substring(at, to));
        default -> octets.insert(at, "{}[]\"':,&*!#%\n\r\t \\".charAt(random.nextInt(18)));
      }
    }
    return new HostileInput(input.name() + ", damaged", input.shape(), octets.toString());
  }

  /** One connection after the other, each for as long as the server keeps it. */
  private final class Talk implements AutoCloseable {
    private RawConnection connection = RawConnection.to(server.port());
    private long heard = System.nanoTime();

    Talk() throws IOException {}

    void askAll(List<HostileRequest> requests) throws IOException {
      for (HostileRequest request : requests) {
        ask(request);
      }
    }

    private void ask(HostileRequest request) throws IOException {
      byte[] bytes = request.bytes();
      if (System.nanoTime() - heard > WatchedServer.DEADLINE.toNanos() / 2) {
        again(); // The server may just be closing the one that was idle for so long.
      }
      long begin = System.nanoTime();
      try {
        RawReply reply = connection.ask(bytes);
        heard = System.nanoTime();
        slowest.took(request.toString(), heard - begin);
        judge.judge(request, reply);
        if (reply.isLast()) {
          again();
        }
      } catch (IOException broken) {
        judge.fault(request, "no whole reply: " + broken);
        again();
      }
    }

    private void again() throws IOException {
      connection.close();
      connection = RawConnection.to(server.port());
      heard = System.nanoTime();
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }

  /**
   * All at the same time, each on a connection of its own that is read to its end. What one hides
   * is never answered, and what never ends is ended by the server.
   */
  @Test
  void whatIsNoGoodHttpIsAnsweredAndEnds() throws Exception {
    List<HostileInput> requests = HostileHttp.all();
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<RawReply>>> replies =
          requests.stream().map(request -> threads.submit(() -> replies(request))).toList();
      for (int i = 0; i < requests.size(); i++) {
        List<RawReply> each = replies.get(i).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(each)
            .as(requests.get(i).name())
            .allMatch(reply -> reply.status() < 500)
            .noneMatch(reply -> reply.text().contains("\"YES\""));
        each.forEach(reply -> statuses.merge(reply.status(), 1, Integer::sum));
      }
    }
    System.out.printf(
        "hostile HTTP: %d connections, all ended by the server, whose deadlines are %d s; answers"
            + " by status: %s; the last to end:%n%s%n",
        requests.size(), WatchedServer.DEADLINE.toSeconds(), statuses, slowest.lines());
  }

  private List<RawReply> replies(HostileInput request) throws IOException {
    List<RawReply> replies = new ArrayList<>();
    long begin = System.nanoTime();
    try (RawConnection connection = RawConnection.to(server.port())) {
      connection.send(request.bytes());
      while (begins(connection)) {
        replies.add(connection.reply(request.octets().startsWith("HEAD")));
      }
    }
    slowest.took(request.name(), System.nanoTime() - begin);
    return replies;
  }

  private static boolean begins(RawConnection connection) throws IOException {
    try {
      return connection.begins();
    } catch (SocketException _) {
      return false;
    }
  }

  /** Cut off everywhere, by a client that is gone. */
  @Test
  void whoLeavesInTheMiddleLeavesNothing() throws Exception {
    Random random = new Random(SEED);
    List<HostileRequest> requests =
        HostileBombs.all().stream().flatMap(bomb -> HostileRequest.of(bomb).stream()).toList();
    for (int i = 0; i < 200; i++) {
      byte[] whole = requests.get(random.nextInt(requests.size())).bytes();
      String cut = new String(whole, 0, random.nextInt(whole.length), ISO_8859_1);
      try (RawConnection connection = RawConnection.to(server.port())) {
        connection.send(cut.getBytes(ISO_8859_1));
      } catch (SocketException _) {
        // The server has heard enough and was first to leave.
      }
    }
    System.out.println("hostile leavers: 200 requests cut off, seed " + SEED);
  }
}
