// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.task.Languages.Language;
import org.whereto.task.Task;
import org.whereto.tree.Formats;

class FactsOnlyTest {

  private static final String NOTE =
      "{\"paragraphs\": [{\"text\": \"%spark.pyspark\\nsecret\"}], \"name\": \"n\"}";
  private static final String COMPOSE = "services:\n  web:\n    image: example/web:1\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> languages(Inspection inspection) {
    return inspection.facts().languages().used().stream().map(Language::name).toList();
  }

  @Test
  void onlyFactsLeaveTheMachineUnlessAsked() throws Exception {
    Inspection inspection = Corpus.inspect(file("note.zpln", NOTE));

    assertThat(inspection.full().document().toString()).contains("secret");
    assertThat(inspection.factsOnly().document().toString()).doesNotContain("secret");
    assertThat(languages(Corpus.inspect(file("task.json", json(inspection.factsOnly())))))
        .isEqualTo(languages(inspection));
  }

  private static String json(Task task) {
    return new String(Formats.JSON.write(task.document()), StandardCharsets.UTF_8);
  }

  @Test
  void theContentOfATaskDocumentIsReducedAndTheRestStays() throws Exception {
    String task =
        "tasktype: uri://zeppelin-notebook\n"
            + "resources: {mincores: 4}\n"
            + "taskinfo:\n"
            + "  languages: [md]\n"
            + "  colour: blue\n"
            + "  notebook: "
            + NOTE;
    Inspection inspection = Corpus.inspect(file("task.yaml", task));

    assertThat(inspection.full().document().toString()).contains("secret");
    assertThat(inspection.factsOnly().document().toString())
        .doesNotContain("secret")
        .contains("blue", "mincores", "md", "spark.pyspark");
  }

  @Test
  void aComposeFileLeavesWithoutItsSecrets() throws Exception {
    String text = COMPOSE + "    environment: {PASSWORD: secret}\n";
    Inspection inspection = Corpus.inspect(file("docker-compose.yml", text));

    assertThat(inspection.what()).isEqualTo("a compose file");
    assertThat(inspection.full().document().toString()).contains("secret");
    assertThat(inspection.factsOnly().document().toString())
        .contains("example/web:1")
        .doesNotContain("secret");
  }

  @Test
  void twoContentsUnderAnUnknownTaskTypeAreBothReduced() throws Exception {
    String task =
        "tasktype: uri://other\ntaskinfo:\n  notebook: "
            + NOTE
            + "\n  composefile: {services: {a: {image: x, command: secret}}}\n";
    Inspection inspection = Corpus.inspect(file("task.yaml", task));

    assertThat(inspection.factsOnly().document().toString())
        .doesNotContain("secret")
        .contains("composefile", "spark.pyspark");
  }

  @Test
  void contentUnderAnUnknownTaskTypeDoesNotLeaveEither() throws Exception {
    for (String content : List.of(NOTE, "secret")) {
      Inspection inspection =
          Corpus.inspect(
              file("task.yaml", "tasktype: uri://other\ntaskinfo:\n  notebook: " + content));

      assertThat(inspection.full().document().toString()).contains("secret");
      assertThat(inspection.factsOnly().document().toString()).doesNotContain("secret");
    }
  }
}
