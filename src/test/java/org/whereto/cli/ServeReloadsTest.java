// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.platform.Version;
import org.whereto.support.RawConnection;
import org.whereto.support.ServeProcess;

/** A real server whose file changes all the time while it is asked: every other state is faulty. */
@Timeout(600)
final class ServeReloadsTest {

  /** More of them in the thorough run. */
  private static final int RELOADS = Integer.getInteger("whereto.reloads", 20);

  private static final String CONFIG =
      "whereto: 1\nlog: none\nadmin: false\nreload: {pause: 0.1s}\nstop: {drain: 0.3s}\n";

  /** Answers to both questions differ in two places each. */
  private static final String PLATFORM =
      """
      whereto: 1
      title: Platform %1$s
      interfaces:
        way:
          servicetype: uri://%1$s-service
          serviceinfo: {endpoint: http://%1$s.example.org/}
      accepts:
        - tasktype: uri://zeppelin-notebook
          if: {languages: [md, python, %1$s]}
      """;

  private static final String ONE = PLATFORM.formatted("one");
  private static final String TWO = PLATFORM.formatted("two");

  @TempDir Path folder;
  private Path file;

  @Test
  void noQuestionFailsAndNoAnswerIsMixed() throws IOException, InterruptedException {
    file = Files.writeString(folder.resolve("platform.yaml"), ONE);
    Path config = Files.writeString(folder.resolve("server.yaml"), CONFIG);
    try (ServeProcess server = ServeProcess.start(file.toString(), "--config", config.toString())) {
      Load load = new Load(server.port(), answers(server));
      CountDownLatch asked = new CountDownLatch(100);
      for (int i = 0; i < 3; i++) {
        load.add("keeping alive " + i, load.keepingAlive(asked));
        load.add("connecting anew " + i, load.connectingAnew(asked));
      }
      Load.await(asked);
      for (int i = 1; i <= RELOADS; i++) {
        String good = i % 4 < 2 ? ONE : TWO;
        if (i % 2 == 1) {
          spoil(i / 2, good.equals(ONE) ? TWO : ONE);
          waitUntil(server, good, "failed");
        } else {
          replace(i, good);
          waitUntil(server, good, "ok");
        }
        assertThat(load.busy()).as("after reload %d: %s", i, server.errors()).isEqualTo(6);
      }
      server.signal("TERM");
      assertThat(load.complaints()).isEmpty();
      assertThat(server.exit()).isZero();
      assertThat(server.errors().stream().filter(line -> line.contains("cannot be served")))
          .hasSizeGreaterThanOrEqualTo(RELOADS / 2);
    }
  }

  /** Both answers of both states, of which the second is left in the file. */
  private Set<String> answers(ServeProcess server) throws IOException, InterruptedException {
    Set<String> answers = new HashSet<>();
    for (String state : new String[] {TWO, ONE}) {
      Files.writeString(file, state);
      waitUntil(server, state, "ok");
      answers.add(RawConnection.ask(server.port(), Load.GET).text());
      answers.add(RawConnection.ask(server.port(), Load.POST).text());
    }
    assertThat(answers).hasSize(4);
    return answers;
  }

  /** Puts something in the file's place that cannot be served. */
  private void spoil(int kind, String next) throws IOException {
    switch (kind % 5) {
      case 0 -> Files.writeString(file, next.substring(0, next.indexOf("accepts")));
      case 1 -> Files.writeString(file, "");
      case 2 -> Files.writeString(file, next + "surprise: true\n");
      case 3 -> Files.delete(file);
      default -> Files.writeString(file, "{{{ no platform");
    }
  }

  /** In place, as editors do, or by renaming, as careful programs do. */
  private void replace(int number, String state) throws IOException {
    if (number % 4 == 0) {
      Files.writeString(file, state);
    } else {
      Path fresh = Files.writeString(folder.resolve("fresh"), state);
      Files.move(fresh, file, ATOMIC_MOVE);
    }
  }

  /** What health tells holds for every question from then on. */
  private static void waitUntil(ServeProcess server, String state, String reload)
      throws IOException, InterruptedException {
    String configuration = "\"configuration\": \"" + Version.of(state).hash() + "\"";
    String health = "";
    for (int i = 0; i < 3000; i++) {
      health = health(server);
      if (health.contains(configuration) && health.contains("\"reload\": \"" + reload + "\"")) {
        String word = state.equals(ONE) ? "one" : "two";
        assertThat(RawConnection.ask(server.port(), Load.GET).text()).contains(word);
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError(
        "Not " + configuration + ", " + reload + ": " + health + server.errors());
  }

  private static String health(ServeProcess server) throws IOException {
    return RawConnection.ask(server.port(), "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .text();
  }
}
