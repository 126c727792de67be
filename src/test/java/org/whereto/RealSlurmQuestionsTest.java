// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RealPart;
import org.whereto.support.RealSlurm;
import org.whereto.support.ServeProcess;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** A server of ours beside a real Slurm: its answers follow what happens there. */
@Timeout(180)
class RealSlurmQuestionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void where() {
    RealPart.needs(RealSlurm.PROGRAMS.toArray(String[]::new));
  }

  @Test
  void theAnswerFollowsWhatHappensAtTheBatchSystem(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("slurm.yaml");
    try (RealSlurm slurm = RealSlurm.start(Files.createDirectory(folder.resolve("slurm")))) {
      Files.writeString(file, platform(slurm));
      try (ServeProcess server = ServeProcess.start(file.toString())) {
        assertThat(ask(server)).as("the first answer").isEqualTo("YES max 4");

        slurm.submit(4, 100, 0);
        await(server, "NO resources.cores.not-free not-now limit 0"::equals);
        slurm.cancelAll();
        await(server, "YES max 4"::equals);

        slurm.stopController();
        await(server, "YES max 4 resources.late"::equals);
        await(server, "NO resources.not-known unknown limit "::equals);
        slurm.startController();
        await(server, "YES max 4"::equals);

        assertThat(server.errors())
            .filteredOn(line -> line.contains("The source"))
            .allSatisfy(line -> assertThat(line).contains("\"batch\" (the partition main of Slurm"))
            .anySatisfy(line -> assertThat(line).contains("did not answer in time"))
            .last()
            .asString()
            .endsWith("is read again.");
        assertThat(String.join("\n", server.errors()) + String.join("\n", server.output()))
            .doesNotContain(Files.readString(slurm.tokenFile()).strip().substring(10, 40));
      }
    }
  }

  private static String platform(RealSlurm slurm) {
    return """
    whereto: 1
    title: Slurm
    available:
      batch:
        slurm: {endpoint: "%s", partition: %s, user: %s, token-file: %s}
        every: 1s
        late: 2s
        stale: 4s
        time: 0.5s
    resources: {available: batch}
    interfaces: {hub: {servicetype: uri://jupyter-hub}}
    accepts: [{tasktype: uri://jupyter-notebook}]
    """
        .formatted(slurm.endpoint(), RealSlurm.PARTITION, slurm.user(), slurm.tokenFile());
  }

  private void await(ServeProcess server, Predicate<String> wanted) throws Exception {
    long begun = System.nanoTime();
    String last = ask(server);
    while (!wanted.test(last)) {
      assertThat(System.nanoTime() - begun).as(last).isLessThan(PATIENCE.toNanos());
      Thread.sleep(50);
      last = ask(server);
    }
    System.out.println(
        "real Slurm: " + last + " after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
  }

  /** The answer to a question for four cores, in a line; nothing of where Slurm is may be in it. */
  private String ask(ServeProcess server) throws Exception {
    URI question =
        server.address().resolve("accepts?tasktype=uri://jupyter-notebook&resources.mincores=4");
    HttpRequest request = HttpRequest.newBuilder(question).timeout(PATIENCE).build();
    String body = client.send(request, BodyHandlers.ofString()).body();
    assertThat(body).doesNotContain("127.0.0.1", "batch", "slurm", "token");
    return line(Formats.JSON.read(body.getBytes(UTF_8), Budget.SMALL, Keep.ALL));
  }

  private static String line(Tree answer) throws BadInput {
    if (text(answer, "reponseword").equals("NO")) {
      Tree reason = list(answer, "reasons").getFirst();
      return "NO "
          + text(reason, "code")
          + " "
          + text(reason, "permanence")
          + " limit "
          + text(reason, "limit");
    }
    String most = text(answer.get("resources").orElseThrow(), "maxcores");
    List<Tree> warnings = list(answer, "warnings");
    return "YES max " + most + (warnings.isEmpty() ? "" : " " + text(warnings.getFirst(), "code"));
  }

  private static String text(Tree tree, String member) {
    return tree.get(member).orElse(null) instanceof Scalar scalar ? scalar.text() : "";
  }

  private static List<Tree> list(Tree tree, String member) {
    return tree.get(member).orElse(null) instanceof Sequence list ? list.items() : List.of();
  }
}
