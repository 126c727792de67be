// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.whereto.task.Facts;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** What a caller cannot do: make a language disappear by the way in which he writes it. */
final class NotebookHidingTest {

  private static final JupyterNotebook JUPYTER = new JupyterNotebook();
  private static final ZeppelinNotebook ZEPPELIN = new ZeppelinNotebook();

  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "csharp", List.of("csharp", "c#", "cs"),
          "python", List.of("python", "python3", "ipython", "py", "python 2.7"),
          "c++", List.of("c++", "cpp", "c++17", "cxx"),
          "powershell", List.of("powershell", "pwsh"),
          "java", List.of("java", "java11"),
          "r", List.of("r"));

  @Property
  void noSpellingAndNoFormHidesADeclaredLanguage(
      @ForAll("languages") String language, @ForAll int spelling, @ForAll Random random)
      throws BadInput {
    List<String> spellings = SPELLINGS.get(language);
    String written = anyCase(spellings.get(Math.floorMod(spelling, spellings.size())), random);
    for (Tree form : forms(written)) {
      Facts facts = JUPYTER.read(Tree.build().put("languages", form).done());
      assertThat(names(facts)).as(form.toString()).containsExactly(language);
    }
  }

  @Property
  void noSpellingHidesAnInterpreter(@ForAll("interpreters") String written, @ForAll Random random)
      throws BadInput {
    String mixed = anyCase(written, random);
    Mapping paragraph = Tree.build().put("text", "\n %" + mixed + " x").done();
    Mapping note = Tree.build().put("paragraphs", Tree.list(List.of(paragraph))).done();
    Facts found = ZEPPELIN.read(Tree.build().put("notebook", note).done());
    for (Tree form : forms(mixed)) {
      Facts declared = ZEPPELIN.read(Tree.build().put("languages", form).done());
      assertThat(names(declared)).as(form.toString()).isEqualTo(names(found)).hasSize(1);
    }
  }

  @Test
  void noTagHidesWhatAnIpythonKernelRunsAllTheSame() throws BadInput {
    Mapping python =
        Tree.build().put("kernelspec", Tree.build().put("language", "python").done()).done();
    for (String said : List.of("markdown", "html", "r", "value", "julia")) {
      Mapping language = Tree.build().put("languageId", said).put("language", said).done();
      for (String tag : List.of("vscode", "dotnet_interactive")) {
        Mapping tags = Tree.build().put(tag, language).done();
        assertThat(names(JUPYTER.read(notebook(python, List.of(cell(tags, "%%bash\nls"))))))
            .as(tag + " " + said)
            .contains("python", "shell");
      }
    }
  }

  @Test
  void noTagHidesMagicsWhereNoKernelIsKnownOrAnotherToolClaimsTheCell() throws BadInput {
    Mapping html = Tree.build().put("vscode", Tree.build().put("languageId", "html").done()).done();
    Facts open = JUPYTER.read(notebook(Tree.build().done(), List.of(cell(html, "%%R\nx"))));
    assertThat(names(open)).contains("r");
    Mapping sos = Tree.build().put("kernel", "julia").done();
    Mapping python =
        Tree.build().put("kernelspec", Tree.build().put("language", "python").done()).done();
    Facts claimed = JUPYTER.read(notebook(python, List.of(cell(sos, "!x\n%R x"))));
    assertThat(names(claimed)).containsExactly("python", "julia", "r");
  }

  @Test
  void aCellWithSourceAndInputIsReadBothWays() throws BadInput {
    Mapping both = cell(Tree.build().done(), "!ls").with("input", Tree.text("%%R"));
    Facts facts = JUPYTER.read(notebook(Tree.build().done(), List.of(both)));
    assertThat(names(facts)).containsExactly("shell", "r");
    assertThat(facts.languages().undetermined()).contains("cell 1 cannot");
  }

  @Property
  void noSpellingHidesAKernelOrATag(
      @ForAll("languages") String language, @ForAll int spelling, @ForAll Random random)
      throws BadInput {
    List<String> spellings = SPELLINGS.get(language);
    String written = anyCase(spellings.get(Math.floorMod(spelling, spellings.size())), random);
    Mapping said = Tree.build().put("language", " " + written + " ").done();
    Mapping kernel = Tree.build().put("kernelspec", said).done();
    Mapping tag = Tree.build().put("dotnet_interactive", said).done();
    assertThat(names(JUPYTER.read(notebook(kernel, List.of())))).containsExactly(language);
    Facts tagged = JUPYTER.read(notebook(Tree.build().done(), List.of(cell(tag, "x"))));
    assertThat(names(tagged)).containsExactly(language);
  }

  @Property
  void factsAloneGetTheSameAnswerAsAnyNotebook(@ForAll("notebooks") Mapping taskinfo)
      throws BadInput {
    Facts whole = JUPYTER.read(taskinfo);
    Facts reduced = JUPYTER.read(JUPYTER.factsOnly(whole.languages()));
    assertSame(whole, reduced);
  }

  @Property
  void factsAloneGetTheSameAnswerAsAnyNote(@ForAll("notes") Mapping taskinfo) throws BadInput {
    Facts whole = ZEPPELIN.read(taskinfo);
    Facts reduced = ZEPPELIN.read(ZEPPELIN.factsOnly(whole.languages()));
    assertSame(whole, reduced);
  }

  @Property
  void aNotebookAsTextIsTheSameAsATree(@ForAll("notebooks") Mapping taskinfo) throws BadInput {
    String text = Formats.JSON.line(taskinfo.get("notebook").orElseThrow());
    Facts asText = JUPYTER.read(Tree.build().put("notebook", text).done());
    assertThat(asText).isEqualTo(JUPYTER.read(taskinfo));
  }

  private static void assertSame(Facts whole, Facts reduced) {
    assertThat(whole.subject()).isEqualTo(new Subject.Given());
    assertThat(reduced.subject()).isEqualTo(new Subject.Given());
    assertThat(shown(reduced)).isEqualTo(shown(whole));
    assertThat(reduced.languages().undetermined().isEmpty())
        .isEqualTo(whole.languages().undetermined().isEmpty());
  }

  private static List<String> names(Facts facts) {
    return facts.languages().used().stream().map(Language::name).toList();
  }

  private static List<String> shown(Facts facts) {
    return facts.languages().used().stream()
        .map(l -> l.name() + (l.role() == Role.DISPLAY ? " shown" : ""))
        .toList();
  }

  private static List<Tree> forms(String name) {
    return List.of(
        Tree.text(name),
        Tree.list(List.of(Tree.text(name))),
        Tree.text("{" + name + "}"),
        Tree.text("{ \"" + name + "\" }"),
        Tree.list(List.of(Tree.text("{" + name + "," + name + "}"), Tree.text(name))));
  }

  private static String anyCase(String text, Random random) {
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      mixed.append(random.nextBoolean() ? Character.toUpperCase(letter) : letter);
    }
    return mixed.toString();
  }

  private static Mapping notebook(Mapping metadata, List<Mapping> cells) {
    Mapping notebook = Tree.build().put("metadata", metadata).put("cells", Tree.list(cells)).done();
    return Tree.build().put("notebook", notebook).done();
  }

  private static Mapping cell(Mapping metadata, String source) {
    return Tree.build()
        .put("cell_type", "code")
        .put("metadata", metadata)
        .put("source", source)
        .done();
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(SPELLINGS.keySet());
  }

  @Provide
  Arbitrary<String> interpreters() {
    return Arbitraries.of(
        "pyspark",
        "spark.pyspark",
        "python",
        "spark.spark",
        "sql",
        "md",
        "flinkMahout",
        "hive",
        "livy.pyspark",
        "r",
        "sh",
        "spark-submit",
        "kotlin");
  }

  @Provide
  Arbitrary<Mapping> notebooks() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("", "python", "R", "javascript", "C#", "octave", "groovy", "Markdown"),
            Arbitraries.strings().withChars("{}\",ab+# 1").ofMaxLength(8),
            Arbitraries.strings().ascii().ofMaxLength(6));
    Arbitrary<String> lines =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "x",
                "!ls",
                "%%R",
                "%%html",
                "%%script {a,b}",
                "%%script js",
                "%%time",
                "%R",
                "%%frob",
                "#!fsharp",
                "#!html",
                "'''",
                "f = !ls",
                "%load_ext rpy2"),
            Arbitraries.strings().ascii().ofMaxLength(12));
    Arbitrary<String> sources = lines.list().ofMaxSize(4).map(all -> String.join("\n", all));
    Arbitrary<Mapping> tags =
        Combinators.combine(Arbitraries.of("", "", "kernel"), names)
            .as((tag, name) ->
                tag.isEmpty() ? Tree.build().done() : Tree.build().put(tag, name).done());
    Arbitrary<Mapping> cells = Combinators.combine(tags, sources).as(NotebookHidingTest::cell);
    Arbitrary<Mapping> metadata =
        names.map(name ->
            Tree.build().put("kernelspec", Tree.build().put("language", name).done()).done());
    return Combinators.combine(metadata, cells.list().ofMaxSize(5))
        .as(NotebookHidingTest::notebook);
  }

  @Provide
  Arbitrary<Mapping> notes() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "x",
                "%md x",
                "%sql",
                "%pyspark",
                "%r",
                "%spark.conf",
                "%conf",
                "%jdbc(hive)",
                "%jdbc({a,b})",
                "%jupyter(kernel=\" x \")",
                "%jdbc(db=\"a,)(b\")",
                "%x(",
                "%a.b.c"),
            Arbitraries.strings().ascii().ofMaxLength(10).map(text -> "%" + text));
    Arbitrary<Mapping> paragraphs = texts.map(text -> Tree.build().put("text", text).done());
    Arbitrary<String> groups = Arbitraries.of("", "spark", "livy", "python", "ours", "md", "jdbc");
    return Combinators.combine(groups, paragraphs.list().ofMaxSize(5))
        .as((group, list) -> {
          Mapping note =
              Tree.build()
                  .putIfAny("defaultInterpreterGroup", group)
                  .put("paragraphs", Tree.list(list))
                  .done();
          return Tree.build().put("notebook", note).done();
        });
  }
}
