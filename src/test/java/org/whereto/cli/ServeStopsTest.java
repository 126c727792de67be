// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.ServeProcess;

/** The end of a real server that is asked from many sides: no answer is cut. */
@Timeout(300)
final class ServeStopsTest {

  private static final String GOOD = "examples/platforms/zeppelin.yaml";

  @TempDir Path folder;

  /** More of them in the thorough run. */
  static IntStream stops() {
    return IntStream.rangeClosed(1, Integer.getInteger("whereto.stops", 3));
  }

  private ServeProcess start() throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve("server.yaml"),
            "whereto: 1\nlog: none\nadmin: false\nstop: {drain: 0.3s, patience: 20s}\n");
    return ServeProcess.start(GOOD, "--config", config.toString());
  }

  @ParameterizedTest
  @MethodSource("stops")
  void everyQuestionThatWasBegunGetsItsWholeAnswer(int number)
      throws IOException, InterruptedException {
    try (ServeProcess server = start()) {
      String no = RawConnection.ask(server.port(), Load.GET).text();
      String yes = RawConnection.ask(server.port(), Load.POST).text();
      assertThat(no).contains("\"NO\"", "scala");
      assertThat(yes).contains("\"YES\"");
      Load load = new Load(server.port(), Set.of(yes, no));
      CountDownLatch asked = new CountDownLatch(200);
      CountDownLatch ready = new CountDownLatch(6);
      CountDownLatch stopping = new CountDownLatch(1);
      CountDownLatch deaf = new CountDownLatch(1);
      for (int i = 0; i < 4; i++) {
        load.add("keeping alive " + i, load.keepingAlive(asked));
        load.add("connecting anew " + i, load.connectingAnew(asked));
      }
      load.add("not listening", load.notListening(asked));
      load.add("silent from the start", load.fallingSilent(0, ready));
      load.add("silent later", load.fallingSilent(3, ready));
      load.add("half a head", load.inTwoParts(Load.GET, 20, ready, stopping));
      load.add("half a body", load.inTwoParts(Load.POST, Load.POST.length() - 9, ready, stopping));
      load.add("a late body", load.inTwoParts(Load.POST, Load.POST.length() - 9, ready, deaf));
      load.add("a late head", load.inTwoParts(Load.GET, 20, ready, deaf));
      Load.await(asked);
      Load.await(ready);

      server.signal("TERM");
      stopping.countDown();
      waitUntilNobodyListens(server.port());
      deaf.countDown();

      assertThat(load.complaints()).as("stop %d", number).isEmpty();
      assertThat(server.exit()).isZero();
    }
  }

  /** What is asked until then is asked of a server that stops. */
  private static void waitUntilNobodyListens(int port) throws IOException, InterruptedException {
    for (int i = 0; i < 3000; i++) {
      if (!Load.isListening(port, _ -> {})) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("It still listens.");
  }

  @Test
  void aServerThatStopsIsNotReadyButAlive() throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve("server.yaml"),
            "whereto: 1\nlog: none\nadmin: false\nstop: {drain: 20s}\n");
    try (ServeProcess server = ServeProcess.start(GOOD, "--config", config.toString())) {
      assertThat(health(server, "ready").status()).isEqualTo(200);
      server.signal("TERM");
      while (health(server, "ready").status() == 200) {
        Thread.sleep(10);
      }
      assertThat(health(server, "ready").text()).contains("\"stopping\"");
      assertThat(health(server, "live").status()).isEqualTo(200);
      assertThat(RawConnection.ask(server.port(), Load.GET).isLast()).isTrue();
    }
  }

  private static RawReply health(ServeProcess server, String what) throws IOException {
    return RawConnection.ask(
        server.port(), "GET /health/" + what + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  @Test
  void controlCEndsItWithItsOwnExitCode() throws IOException, InterruptedException {
    try (ServeProcess server = start()) {
      server.signal("INT");
      assertThat(server.exit()).isEqualTo(130);
      assertThat(server.errors())
          .last()
          .isEqualTo("whereto: Stopping: what is under way is finished first.");
    }
  }

  @Test
  void aSecondSignalEndsItAtOnce() throws IOException, InterruptedException {
    try (ServeProcess server = start();
        RawConnection connection = RawConnection.to(server.port())) {
      connection.send(Load.bytes(Load.POST.substring(0, Load.POST.length() - 9)));
      assertThat(RawConnection.ask(server.port(), Load.GET).status()).isEqualTo(200);
      server.signal("TERM");
      waitUntilNobodyListens(server.port());
      server.signal("TERM");
      assertThat(server.exit()).isEqualTo(143);
    }
  }

  @Test
  void itIsToldWhichPlatformsThereAre() throws IOException, InterruptedException {
    try (ServeProcess server = start()) {
      assertThat(server.address().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
      server.signal("TERM");
      assertThat(server.exit()).isZero();
      assertThat(server.output()).isEmpty();
      assertThat(server.errors())
          .first()
          .asString()
          .matches("whereto: / is Aglais, configuration [0-9a-f]{12}\\.");
    }
  }
}
