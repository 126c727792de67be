// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class SavedSuggestionTest {

  private static final String COMPOSE =
      """
      services:
        web:
          image: example/x:3
          privileged: true
          environment:
            SECRET: "0123"
            NONE: ~
      """;

  private static final String BETTER =
      """
      services:
        web:
          image: example/x:2
          environment:
            SECRET: "0123"
            NONE: ~
      """;

  @TempDir Path folder;
  private String compose = "";
  private String platform = "";
  private Path better = Path.of("");

  @BeforeEach
  void files() throws IOException {
    compose = file("compose.yaml", COMPOSE);
    platform = platform("one.yaml", "2");
    better = folder.resolve("better.yaml");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String platform(String name, String tag) throws IOException {
    return file(
        name,
        """
        whereto: 1
        title: Tag %s
        interfaces: {a: {servicetype: 'uri://a'}}
        accepts:
          - {tasktype: uri://docker-compose, if: {compose: {}, image: ['example/x:%s']}}
          - {tasktype: uri://docker-container, if: {image: ['example/x:%s']}}
        """
            .formatted(tag, tag, tag));
  }

  private Ran save(String task, String... more) {
    List<String> args = new ArrayList<>(List.of("ask", task, "--at"));
    args.addAll(List.of(more));
    args.addAll(List.of("--save-suggestion", better.toString()));
    return Ran.of(args.toArray(String[]::new));
  }

  @Test
  void theTableShowsASuggestionAsADiff() {
    Ran ran = Ran.on(100, Map.of(), "ask", compose, "--at", platform);

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("- It would be YES with these changes:")
        .contains("- services.web.image: example/x:3 -> example/x:2")
        .contains("- services.web.privileged: true -> (nothing)")
        .endsWith("Save what would be YES with: --save-suggestion FILE\n");
  }

  @Test
  void aComposeFileIsSavedAsOne() throws IOException {
    Ran ran = save(compose, platform);

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).doesNotContain("--save-suggestion");
    assertThat(ran.err()).isEmpty();
    assertThat(better).hasContent(BETTER);
    assertThat(Ran.of("ask", better.toString(), "--at", platform).exit()).isZero();
  }

  @Test
  void orAsJsonByTheEndingOfTheFile() throws BadInput, IOException {
    better = folder.resolve("better.json");

    save(compose, platform);

    Tree expected = yaml(BETTER.replace("~", "null"));
    assertThat(Formats.JSON.read(Files.readAllBytes(better), Budget.SMALL, Keep.ALL))
        .isEqualTo(expected);
  }

  @Test
  void aTaskIsSavedAsOne() throws IOException {
    String task =
        file("task.yaml", "tasktype: uri://docker-container\ntaskinfo: {image: example/x:3}\n");

    save(task, platform);

    assertThat(better)
        .hasContent("tasktype: uri://docker-container\ntaskinfo:\n  image: example/x:2\n");
  }

  @Test
  void anImageIsSavedAsATask() {
    save("docker://example/x:3", platform);

    assertThat(better)
        .hasContent("tasktype: uri://docker-container\ntaskinfo:\n  image: example/x:2\n");
  }

  /** A service sees facts only: what it sends back lacks what is nobody's business. */
  @Test
  void whatAServiceSuggestsIsChangedInTheWholeFile() throws IOException {
    String answer =
        "{'reponseword': 'NO', 'suggestion': {'task': {'tasktype': 'uri://docker-compose'},"
            + " 'changes': [{'path': 'services.web.image', 'from': 'example/x:3',"
            + " 'to': 'example/x:2'}, {'path': 'services.web.privileged', 'from': true}]}}";
    try (RawServer server =
        RawServer.saying(http("200 OK", "application/json", answer.replace('\'', '"')))) {
      save(compose, server.url());
    }
    assertThat(better).hasContent(BETTER);
  }

  @Test
  void changesThatDoNotFitAreNotMade() throws IOException {
    String answer =
        "{'reponseword': 'NO', 'suggestion': {'changes': [{'path': 'services.web.image',"
            + " 'from': 'other:3', 'to': 'example/x:2'}]}}";
    try (RawServer server =
        RawServer.saying(http("200 OK", "application/json", answer.replace('\'', '"')))) {
      Ran ran = save(compose, server.url());
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("they do not fit what was asked.");
    }
    assertThat(better).doesNotExist();
  }

  @Test
  void aFileThatIsThereIsWrittenOverOnlyIfThatIsSaid() throws IOException {
    Files.writeString(better, "mine");

    Ran ran = save(compose, platform);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("is there already: name another file, or add --overwrite.");
    assertThat(better).hasContent("mine");

    assertThat(save(compose, platform, "--overwrite").exit()).isEqualTo(1);
    assertThat(better).hasContent(BETTER);
  }

  @Test
  void severalWhoSuggestTheSameAreOne() throws IOException {
    assertThat(save(compose, platform, platform("other.yaml", "2")).exit()).isEqualTo(1);
    assertThat(better).hasContent(BETTER);
  }

  @Test
  void severalWhoSuggestDifferentThingsAreNamed() throws IOException {
    Ran ran = save(compose, platform, platform("other.yaml", "1"));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).contains("2 asked: 2 NO.");
    assertThat(ran.err())
        .contains(
            "different changes are suggested by Tag 2, by Tag 1. Name one of them with --at.");
    assertThat(better).doesNotExist();
  }

  @Test
  void whereNobodySuggestsAnythingNothingIsSaved() throws IOException {
    Ran no = save("docker://evil:1", platform);
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.err()).contains("Nothing was saved: nobody suggests a change.");

    Ran yes = save("docker://example/x:2", platform);
    assertThat(yes.exit()).isZero();
    assertThat(yes.err())
        .contains("Nothing was saved: Tag 2 says YES to what was asked, and nobody suggests");
    assertThat(better).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenIsAFault() {
    better = folder.resolve("nowhere").resolve("better.yaml");
    assertThat(save(compose, platform).err()).contains("cannot be written: name a file in a");

    better = folder.resolve("better.txt");
    assertThat(save(compose, platform).err()).contains("ends in .yaml, .yml or .json");

    Ran alone = Ran.of("ask", compose, "--at", platform, "--overwrite");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("--overwrite says nothing without --save-suggestion FILE.");
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
