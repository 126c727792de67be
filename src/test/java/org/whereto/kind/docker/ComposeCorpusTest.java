// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Facts;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree.Mapping;

/** Real and hostile compose files, against a list that a person has read. */
class ComposeCorpusTest {

  private static final Path GOLDEN = Path.of("src/test/resources/compose-files.txt");
  private static final Path CORPUS =
      Path.of(System.getProperty("whereto.shared", "../shared"), "corpus");

  @Test
  void everyFileGetsTheImagesDemandsAndAmountsOfTheReviewedList() throws IOException {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files()) {
      Facts facts = read(file);
      lines.add(CORPUS.relativize(file) + ": " + line(facts));
      counts.merge(outcome(facts), 1, Integer::sum);
      facts.demands().forEach(demand -> counts.merge("demand " + demand.what(), 1, Integer::sum));
      facts
          .resources()
          .wanted()
          .keySet()
          .forEach(name -> counts.merge("asks " + name, 1, Integer::sum));
      counts.merge("images", facts.images().size(), Integer::sum);
    }
    String golden = "# counts: " + counts + "\n" + String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.writeString(GOLDEN, golden);
    }
    assertThat(golden).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void theReducedFileGivesTheSameFactsInEveryForm() throws IOException, BadInput {
    int given = 0;
    for (Path file : files()) {
      Facts facts = read(file);
      if (facts.subject() instanceof Subject.Given) {
        given++;
        byte[] bytes = Files.readAllBytes(file);
        Mapping full = (Mapping) Formats.YAML.read(bytes, Budget.SMALL, Keep.ALL);
        Mapping reduced = DockerCompose.reduced(full);
        assertThat(ComposeTexts.read(reduced)).as("%s", file).isEqualTo(facts);
        String sent = new String(Formats.JSON.write(reduced), StandardCharsets.UTF_8);
        assertThat(ComposeTexts.read(sent)).as("%s", file).isEqualTo(facts);
      }
    }
    assertThat(given).isPositive();
  }

  private static List<Path> files() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("compose", "hostile/compose-go")) {
      try (Stream<Path> all = Files.walk(CORPUS.resolve(folder))) {
        all.filter(file -> file.toString().matches(".*[.]ya?ml")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static Facts read(Path file) throws IOException {
    try {
      return ComposeTexts.read(text(file));
    } catch (BadInput fault) {
      throw new AssertionError(file.toString(), fault);
    }
  }

  private static String outcome(Facts facts) {
    return facts.subject() instanceof Subject.Given ? "given" : "unreadable";
  }

  private static String line(Facts facts) {
    if (facts.subject() instanceof Subject.Unreadable unreadable) {
      return "UNREADABLE " + unreadable.text();
    }
    List<String> amounts = ComposeTexts.amounts(facts.resources());
    return ComposeTexts.images(facts).stream().map(ComposeCorpusTest::brief).collect(joining())
        + (facts.demands().isEmpty() ? "" : " | ")
        + ComposeTexts.demands(facts).stream().map(ComposeCorpusTest::brief).collect(joining())
        + (amounts.isEmpty() ? "" : " | asks " + String.join("; ", amounts));
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("; ");
  }

  private static String brief(String line) {
    return line.replaceFirst("services[.]", "").replaceFirst("[.]image ", "=");
  }
}
