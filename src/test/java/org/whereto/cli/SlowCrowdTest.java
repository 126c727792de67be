// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerFile;
import org.whereto.support.Gauges;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.ServeProcess;
import org.whereto.support.SlowCrowd;
import org.whereto.support.SlowCrowd.Closed;
import org.whereto.support.SlowKind;
import org.whereto.support.SteadyLoad;
import org.whereto.support.SteadyLoad.Times;

/**
 * Slow clients of every kind beside a normal load: all are closed in time, and none is told
 * anything wrong. How the normal load fares alone and beside them is printed.
 */
@Timeout(600)
final class SlowCrowdTest {

  /** Of each kind. In the thorough run there are many, under the usual limits. */
  private static final int EACH = Integer.getInteger("whereto.slow", 10);

  private static final boolean IS_THOROUGH = EACH > 10;
  private static final int ROUNDS = IS_THOROUGH ? 3 : 1;
  private static final int SECONDS = IS_THOROUGH ? 30 : 1;

  private static final String QUICK_LIMITS =
      "limits: {head-time: 1s, body-grace: 1s, send-time: 1s}\n";

  /** How much later than it should a busy machine may come to close. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private static final String NOTE = note();

  private static String note() {
    String paragraph = "{\"text\": \"%python\\nprint(1)\"}";
    String paragraphs = (paragraph + ",").repeat(5_000) + paragraph;
    String body =
        "{\"tasktype\": \"uri://zeppelin-notebook\", \"taskinfo\":"
            + " {\"notebook\": {\"paragraphs\": ["
            + paragraphs
            + "]}}}";
    return "POST /accepts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @TempDir Path folder;

  @Test
  void slowOnesAreClosedInTimeAndTheNormalLoadGoesOn() throws Exception {
    String file = "whereto: 1\nlog: none\n" + (IS_THOROUGH ? "" : QUICK_LIMITS);
    Limits limits = ServerFile.read("server.yaml", file.getBytes(UTF_8)).limits();
    try (ServeProcess server = start(file)) {
      List<String> questions = List.of(Load.GET, Load.POST);
      SteadyLoad alone = new SteadyLoad(server.port(), questions);
      SteadyLoad beside = new SteadyLoad(server.port(), questions);
      new SteadyLoad(server.port(), questions).ask(SECONDS);
      Map<SlowKind, Closed> closed = new EnumMap<>(SlowKind.class);
      for (int round = 0; round < ROUNDS; round++) {
        alone.ask(SECONDS);
        crowd(server.port(), beside).forEach((kind, more) -> closed.merge(kind, more, Closed::and));
      }
      System.out.println(report(alone.times(), beside.times()) + report(closed, limits));
      assertThat(alone.complaints()).isEmpty();
      assertThat(beside.complaints()).isEmpty();
      closed.forEach((kind, times) -> {
        Duration limit = kind.limit(limits);
        assertThat(times.earliest()).as("%s", kind).isGreaterThan(limit.minusMillis(50));
        assertThat(times.latest()).as("%s", kind).isLessThan(limit.plus(MARGIN));
      });
      isIdleAndAlive(server);
    }
  }

  /** More at once than there is room for: large notes, which take their time. */
  @Test
  void afterMoreThanFitsTheFirstQuestionIsAnswered() throws Exception {
    String file = "whereto: 1\nlog: none\nlimits: {questions: 1, share: 100}\n";
    try (ServeProcess server = start(file)) {
      Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
      Load load = new Load(server.port(), Set.of());
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
      for (int i = 0; i < 32; i++) {
        load.add("client " + i, () -> pushing(server.port(), end, statuses));
      }
      assertThat(load.complaints()).isEmpty();
      assertThat(RawConnection.ask(server.port(), Load.GET).status()).isEqualTo(200);
      System.out.println("overload: " + statuses);
      assertThat(statuses).containsOnlyKeys(200, 503);
      isIdleAndAlive(server);
    }
  }

  private static void pushing(int port, long end, Map<Integer, LongAdder> statuses)
      throws IOException {
    while (System.nanoTime() < end) {
      RawReply reply = RawConnection.ask(port, NOTE);
      statuses.computeIfAbsent(reply.status(), status -> new LongAdder()).increment();
      if (reply.status() == 503 && reply.header("Retry-After").isEmpty()) {
        throw new IOException("A 503 says not when to come back: " + reply);
      }
    }
  }

  private ServeProcess start(String file) throws IOException, InterruptedException {
    String config = Files.writeString(folder.resolve("server.yaml"), file).toString();
    String[] words = {"examples/platforms/zeppelin.yaml", "--config", config};
    return IS_THOROUGH ? ServeProcess.startToLast(words) : ServeProcess.start(words);
  }

  private static Map<SlowKind, Closed> crowd(int port, SteadyLoad beside) throws Exception {
    try (SlowCrowd crowd = SlowCrowd.come(port, EACH)) {
      crowd.awaitComplete();
      beside.ask(SECONDS);
      crowd.end(MARGIN.multipliedBy(2));
      assertThat(crowd.complaints()).isEmpty();
      assertThat(crowd.closed().values())
          .hasSize(SlowKind.values().length)
          .allSatisfy(times -> assertThat(times.count()).isGreaterThanOrEqualTo(EACH));
      return crowd.closed();
    }
  }

  private static void isIdleAndAlive(ServeProcess server) throws Exception {
    assertThat(new Gauges(adminPort(server)).held()).isEmpty();
    assertThat(RawConnection.ask(server.port(), Load.GET).status()).isEqualTo(200);
    assertThat(server.errors()).hasSize(2);
    server.signal("TERM");
    assertThat(server.exit()).isZero();
  }

  private static int adminPort(ServeProcess server) throws InterruptedException {
    while (server.errors().size() < 2) {
      Thread.sleep(10);
    }
    String told = server.errors().get(1);
    return URI.create(told.substring(told.indexOf("http"))).getPort();
  }

  private static String report(Times alone, Times beside) {
    return row("normal load, ms", "questions", "p50", "p99", "longest")
        + row("---", "---", "---", "---", "---")
        + row("alone", alone)
        + row("beside " + EACH + " slow ones of each kind", beside)
        + row(
            "ratio",
            "",
            number(beside.p50() / alone.p50()),
            number(beside.p99() / alone.p99()),
            number(beside.max() / alone.max()))
        + "\n";
  }

  private static String row(String name, Times times) {
    return row(
        name,
        String.valueOf(times.count()),
        number(times.p50()),
        number(times.p99()),
        number(times.max()));
  }

  private static String report(Map<SlowKind, Closed> closed, Limits limits) {
    StringBuilder report = new StringBuilder(row("slow ones", "closed", "limit, s", "from", "to"));
    report.append(row("---", "---", "---", "---", "---"));
    closed.forEach((kind, times) ->
        report.append(
            row(
                kind.toString(),
                String.valueOf(times.count()),
                seconds(kind.limit(limits)),
                seconds(times.earliest()),
                seconds(times.latest()))));
    return report.toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String seconds(Duration time) {
    return number(time.toMillis() / 1e3);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
