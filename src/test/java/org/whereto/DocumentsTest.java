// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.ask.Result;
import org.whereto.ask.Told;
import org.whereto.ask.Where;
import org.whereto.check.CheckType;
import org.whereto.check.Checks;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

/** What the documents show is run here. */
class DocumentsTest {

  private static final Path OWNER = Path.of("docs/owner.md");
  private static final Path CLIENT = Path.of("docs/client.md");

  /** A task type for which each check can be used. */
  private static final Map<String, String> TYPES =
      Map.of(
          "languages", "uri://jupyter-notebook",
          "image", "uri://docker-compose",
          "compose", "uri://docker-compose",
          "binder", "uri://binder-notebook",
          "field", "uri://mine",
          "schema", "uri://mine",
          "rule", "uri://mine");

  static List<String> platformsInOwner() throws IOException {
    return blocks(OWNER, "yaml").stream().filter(block -> block.startsWith("whereto:")).toList();
  }

  static List<String> checksInOwner() throws IOException {
    return blocks(OWNER, "yaml").stream()
        .filter(block -> TYPES.keySet().stream().anyMatch(name -> block.startsWith(name + ":")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("platformsInOwner")
  void everyPlatformInTheOwnersPageIsGood(String block) {
    assertThat(PlatformFile.read("page", block.getBytes(UTF_8))).isInstanceOf(Checked.Good.class);
  }

  /** Only the example of a warning has one, and it is the one that the page tells. */
  @Test
  void theWarningOfTheOwnersPageIsTheOneThatIsGiven() throws IOException {
    String page = Files.readString(OWNER).replaceAll("\\s+", " ");
    List<String> warned =
        platformsInOwner().stream()
            .flatMap(block -> PlatformFile.warnings(block.getBytes(UTF_8)).stream())
            .map(warning -> warning.place() + ": warning: " + warning.sentence())
            .toList();
    assertThat(warned).hasSize(1).allSatisfy(warning -> assertThat(page).contains(warning));
  }

  @ParameterizedTest
  @MethodSource("checksInOwner")
  void everyCheckInTheOwnersPageIsGood(String block) {
    String name = block.substring(0, block.indexOf(':'));
    String file =
        "whereto: 1\nfetch: {hosts: [registry.example.org]}\n"
            + "interfaces: {a: {servicetype: b}}\naccepts:\n  - tasktype: "
            + TYPES.get(name)
            + "\n    if:\n"
            + block.indent(6);
    assertThat(PlatformFile.read("page", file.getBytes(UTF_8))).isInstanceOf(Checked.Good.class);
  }

  @Test
  void everyCheckStandsInTheOwnersPage() throws IOException {
    String page = Files.readString(OWNER);
    assertThat(Checks.ALL)
        .extracting(CheckType::name)
        .allSatisfy(name -> assertThat(page).contains("### `" + name + "`"));
    assertThat(checksInOwner()).hasSizeGreaterThanOrEqualTo(Checks.ALL.size());
  }

  /** {@code cli/Ask} and {@code task/Facts}: packages in small letters, then a type. */
  @Test
  void everyFileThatTheTourNamesIsThere() throws IOException {
    List<String> named =
        Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)\\b")
            .matcher(Files.readString(Path.of("docs/tour.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name -> assertThat(Path.of("src/main/java/org/whereto", name + ".java")).exists());
  }

  /** The lines between the two marks stand in docs/client.md. */
  @Test
  void theLibraryExampleOfTheClientsPageRuns() throws IOException, BadInput {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      example();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(UTF_8))
        .contains("Example JupyterHub: YES", "Example BinderHub: NO", "Example Docker UWS: NO");
    assertThat(blocks(CLIENT, "java")).hasSize(2).contains(source());
  }

  // The example, word for word.
  private static void example() throws BadInput {
    // begin
    try (Whereto whereto = new Whereto()) {
      Tree taskinfo = Tree.build().put("languages", Tree.texts(List.of("python", "r"))).done();
      Task task = Task.of("uri://jupyter-notebook", taskinfo);
      List<Where> places = whereto.at("examples/platforms");
      for (Result result : whereto.ask(task, places, Duration.ofSeconds(10))) {
        String said =
            switch (result.told()) {
              case Told.Answered answered -> answered.answer().word().name();
              case Told.Silent silent -> silent.sentence();
            };
        System.out.println(result.name() + ": " + said);
      }
    }
    // end
  }

  private static String source() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/whereto/DocumentsTest.java"));
    int begin = lines.indexOf("    // begin");
    int end = lines.indexOf("    // end");
    return String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n";
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    try (Stream<String> lines = Files.lines(page)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (inside && line.equals("```")) {
          blocks.add(block.toString());
          inside = false;
        } else if (inside) {
          block.append(line).append('\n');
        } else if (line.equals("```" + language)) {
          inside = true;
          block.setLength(0);
        }
      }
    }
    return blocks;
  }
}
