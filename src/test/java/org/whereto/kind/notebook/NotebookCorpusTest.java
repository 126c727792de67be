// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** Real notebooks and notes, against a list that a person has read. */
final class NotebookCorpusTest {

  private static final Path GOLDEN = Path.of("src/test/resources/notebook-languages.txt");
  private static final Path CORPUS =
      Path.of(System.getProperty("whereto.shared", "../shared"), "corpus");

  private static final JupyterNotebook JUPYTER = new JupyterNotebook();
  private static final ZeppelinNotebook ZEPPELIN = new ZeppelinNotebook();

  @Test
  void everyRealFileGetsTheLanguagesOfTheReviewedList() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    List<String> lines = new ArrayList<>();
    Map<String, Integer> languages = new TreeMap<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Path file : files()) {
      Facts facts = read(file);
      lines.add(CORPUS.relativize(file) + "\n    " + line(facts));
      outcomes.merge(outcome(facts), 1, Integer::sum);
      facts.languages().used().forEach(l -> languages.merge(shown(l), 1, Integer::sum));
    }
    String golden =
        head()
            + counts("outcome", outcomes)
            + counts("language", languages)
            + "\n"
            + String.join("\n", lines)
            + "\n";
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.writeString(GOLDEN, golden);
    }
    assertThat(golden).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void factsAloneGetTheSameLanguagesAsTheWholeContent() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    for (Path file : files()) {
      Kind kind = kind(file);
      Facts whole = read(file);
      if (whole.subject() instanceof Subject.Given) {
        Mapping reduced =
            kind == JUPYTER
                ? JUPYTER.factsOnly(whole.languages())
                : ZEPPELIN.factsOnly(whole.languages());
        Facts again = kind.read(reduced);
        assertThat(names(again)).as(file.toString()).isEqualTo(names(whole));
        assertThat(again.languages().undetermined().isEmpty())
            .as(file.toString())
            .isEqualTo(whole.languages().undetermined().isEmpty());
      }
    }
  }

  @Test
  void contentAsTextAndContentAsTreeAreOne() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Tree tree = Formats.JSON.read(bytes, Budget.LARGE, kind(file).keep().member("notebook"));
      Facts asTree = kind(file).read(taskinfo(tree));
      assertThat(asTree.languages()).as(file.toString()).isEqualTo(read(file).languages());
    }
  }

  @Test
  void eachKindKnowsItsOwnFilesAndNotTheOther() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    for (Path file : files()) {
      Tree tree = Formats.JSON.read(Files.readAllBytes(file), Budget.LARGE, Keep.ALL);
      if (tree instanceof Mapping document
          && !(read(file).subject() instanceof Subject.Unreadable)) {
        boolean jupyter = kind(file) == JUPYTER;
        assertThat(JupyterNotebook.recognise(document)).as(file.toString()).isEqualTo(jupyter);
        assertThat(ZeppelinNotebook.recognise(document)).as(file.toString()).isEqualTo(!jupyter);
      }
    }
  }

  private static String counts(String what, Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder("# files by " + what + ":\n");
    counts.forEach((name, count) -> text.append("#   %4d %s%n".formatted(count, name)));
    return text.toString();
  }

  private static List<String> names(Facts facts) {
    return facts.languages().used().stream()
        .map(l -> l.name() + (l.role() == Role.DISPLAY ? " shown" : ""))
        .toList();
  }

  private static String outcome(Facts facts) {
    return switch (facts.subject()) {
      case Subject.Given given ->
          facts.languages().undetermined().isEmpty() ? "determined" : "undetermined";
      case Subject.Unreadable unreadable -> "unreadable";
      case Subject.NotGiven _, Subject.NotFetched _ -> fail("not possible here");
    };
  }

  private static String line(Facts facts) {
    if (facts.subject() instanceof Subject.Unreadable unreadable) {
      return "UNREADABLE " + unreadable.text();
    }
    Languages languages = facts.languages();
    String used =
        languages.used().stream()
            .map(l -> shown(l) + evidence(l))
            .collect(Collectors.joining("\n    "));
    String open =
        languages.undetermined().isEmpty() ? "" : "UNDETERMINED " + languages.undetermined();
    return Stream.of(used, open)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n    "));
  }

  private static String shown(Language language) {
    return language.name() + "(" + language.role().name().toLowerCase(Locale.ROOT) + ")";
  }

  private static String evidence(Language language) {
    return language.evidence().stream()
        .map(e -> e.source() + (e.cells().isEmpty() ? "" : " " + cells(e.cells())))
        .collect(Collectors.joining("; ", "  ", ""));
  }

  private static String cells(List<Integer> cells) {
    return cells.size() <= 6
        ? cells.toString()
        : "[" + cells.getFirst() + ".." + cells.getLast() + ", " + cells.size() + " cells]";
  }

  private static String head() throws IOException {
    if (!Files.exists(GOLDEN)) {
      return "";
    }
    return Files.readString(GOLDEN)
        .lines()
        .takeWhile(line -> line.startsWith("#") && !line.startsWith("# files by"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Facts read(Path file) throws IOException, BadInput {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return kind(file).read(taskinfo(Tree.text(text)));
  }

  private static Mapping taskinfo(Tree notebook) {
    return Tree.build().put("notebook", notebook).done();
  }

  private static Kind kind(Path file) {
    return file.startsWith(CORPUS.resolve("zeppelin")) ? ZEPPELIN : JUPYTER;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> notebooks = Files.walk(CORPUS.resolve("notebooks"));
        Stream<Path> notes = Files.walk(CORPUS.resolve("zeppelin"))) {
      return Stream.concat(notebooks, notes)
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(ipynb|zpln|json)"))
          .sorted()
          .toList();
    }
  }
}
