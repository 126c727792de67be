// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.RawServer;

/** Ctrl-C, on a real process. */
final class InterruptTest {

  @Test
  @Timeout(60)
  void whatHasComeSoFarIsPrintedAndTheExitCodeIsThatOfTheSignal()
      throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    try (RawServer slow =
        RawServer.start((_, _) -> {
          asked.countDown();
          Thread.sleep(60_000);
        })) {
      Process process = start(slow.url());
      asked.await();
      waitForTheOther(process.getErrorStream());
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(out)
          .contains("YES        Example BinderHub")
          .contains("Not waited for: the asking was interrupted.")
          .contains("2 asked: 1 YES; 1 no answer.");
    }
  }

  /** The file is decided beside the asking of the server: which is first, nobody knows. */
  private static void waitForTheOther(InputStream progress) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf("1 of 2 answered") < 0) {
      int next = progress.read();
      assertThat(next).as("progress: %s", seen).isNotNegative();
      seen.append((char) next);
    }
  }

  private static Process start(String url) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(heeding());
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            "-Dwhereto.watched=true",
            "org.whereto.cli.Main",
            "ask",
            "examples/tasks/m31-light-curve.ipynb",
            "--timeout",
            "50s",
            "--at",
            "examples/platforms/binderhub.yaml",
            url));
    return new ProcessBuilder(command).start();
  }

  /** Whoever started the tests in the background made them, and all they start, deaf to Ctrl-C. */
  private static List<String> heeding() throws IOException, InterruptedException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> attempt = new ArrayList<>(env);
    attempt.add("true");
    return new ProcessBuilder(attempt).start().waitFor() == 0 ? env : List.of();
  }
}
