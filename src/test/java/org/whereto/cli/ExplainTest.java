// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class ExplainTest {

  private static final String PLATFORMS = "examples/platforms/";
  private static final String TASKS = "examples/tasks/";

  @ParameterizedTest
  @CsvSource({
    "photometry-python-and-r.ipynb, binderhub.yaml, 1, explain-no.txt",
    "forbidden.compose.yaml, compose-uws.yaml, 1, explain-many.txt",
    "general-question.yaml, docker-uws.yaml, 0, explain-if.txt",
    "docker-task.yaml, portainer.yaml, 0, explain-yes.txt",
    "gaia-hr-diagram.ipynb, zeppelin.yaml, 1, explain-not-understood.txt"
  })
  void everyCheckIsShown(String task, String platform, int exit, String golden) throws IOException {
    Ran ran = Ran.of("explain", TASKS + task, "--at", PLATFORMS + platform);
    assertThat(ran.err()).isEmpty();
    Ran.assertGolden(ran.out(), golden);
    assertThat(ran.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({"json", "yaml"})
  void theSameForPrograms(String form) throws BadInput {
    Ran ran =
        Ran.of(
            "explain",
            TASKS + "photometry-python-and-r.ipynb",
            "--at",
            PLATFORMS + "binderhub.yaml",
            "-o",
            form);
    assertThat(ran.exit()).isEqualTo(1);
    Tree tree =
        Formats.byName(form).orElseThrow().read(ran.out().getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    assertThat(tree.get("answer").orElseThrow().get("reponseword")).contains(Tree.text("NO"));
    assertThat(ran.out()).contains("languages.not-offered").contains("refused").contains("line");
  }

  private static String withSources(Path folder) throws IOException {
    Files.writeString(folder.resolve("free.json"), "{\"cores\": 6}");
    return Files.writeString(
            folder.resolve("p.yaml"),
            """
            whereto: 1
            available:
              batch: {file: {path: %1$s/free.json, amounts: {cores: /cores}}}
              disk: {file: {path: %1$s/none.json, amounts: {store: /free}}}
            resources: {available: [batch, disk]}
            interfaces: {hub: {servicetype: uri://jupyter-hub}}
            accepts: [{tasktype: uri://jupyter-notebook}]
            """
                .formatted(folder))
        .toString();
  }

  /** The first reading is waited for. */
  @Test
  void theSourcesOfWhatIsFreeAreShownToTheirOwner(@TempDir Path folder) throws IOException {
    Path task = folder.resolve("task.yaml");
    Files.writeString(
        task, "tasktype: uri://jupyter-notebook\nresources: {mincores: 4, minstore: 1G}\n");
    Ran ran = Ran.of("explain", task.toString(), "--at", withSources(folder));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out().replaceAll("\\s+", ""))
        .contains("resources.mincores:min4", "6free", "resources.not-known")
        .contains("batchthefile" + folder + "/free.json:1slot,")
        .contains("diskthefile" + folder + "/none.json:notreadyet")
        .contains("Thefilecannotberead:itisnotthere.");

    Ran tree =
        Ran.of(
            "explain", task.toString(), "--at", folder.resolve("p.yaml").toString(), "-o", "json");
    assertThat(tree.out()).contains("\"source\": \"batch\"", "\"state\": \"fresh\"", "\"fault\": ");
  }

  /** Who asks a file as a caller does is told no more than a caller. */
  @Test
  void theSourcesOfWhatIsFreeAreNotShownToWhoAsks(@TempDir Path folder) throws IOException {
    Path task = folder.resolve("task.yaml");
    Files.writeString(
        task, "tasktype: uri://jupyter-notebook\nresources: {mincores: 7, minstore: 1G}\n");
    Ran ran = Ran.of("ask", task.toString(), "--at", withSources(folder), "-o", "json");
    assertThat(ran.out())
        .contains("resources.cores.not-free", "resources.not-known", "could not be read so far")
        .doesNotContain("free.json", "none.json", "batch", "disk");
  }

  @Test
  void aTypeOfTheSameKindIsHintedAt(@TempDir Path folder) throws IOException {
    String file =
        Files.writeString(
                folder.resolve("p.yaml"),
                """
                whereto: 1
                interfaces:
                  hub: {servicetype: uri://jupyter-hub}
                accepts:
                  - tasktype: uri://esap-notebook
                """)
            .toString();
    Ran ran = Ran.of("explain", TASKS + "m31-light-curve.ipynb", "--at", file);
    assertThat(ran.out())
        .contains("uri://esap-notebook is of the same kind")
        .contains("--tasktype uri://esap-notebook");
  }

  @Test
  void aSlipInATypeIsHintedAt() {
    Ran ran =
        Ran.of(
            "explain", TASKS + "m31-light-curve.ipynb",
            "--tasktype", "uri://jupyter-notebok",
            "--at", PLATFORMS + "jupyterhub.yaml");
    assertThat(ran.out()).contains("Did you mean uri://jupyter-notebook?");
  }

  @Test
  void aFaultyFileIsBadUse(@TempDir Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("p.yaml"), "whereto: 1\nx: 1\n").toString();
    Ran ran = Ran.of("explain", TASKS + "m31-light-curve.ipynb", "--at", file);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(":2:1: Unknown key \"x\"").hasLineCount(3);
  }
}
