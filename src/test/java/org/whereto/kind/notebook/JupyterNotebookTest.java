// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whereto.kind.notebook.JupyterInYaml.PYTHON;
import static org.whereto.kind.notebook.JupyterInYaml.code;
import static org.whereto.kind.notebook.JupyterInYaml.found;
import static org.whereto.kind.notebook.JupyterInYaml.languages;
import static org.whereto.kind.notebook.JupyterInYaml.notebook;
import static org.whereto.kind.notebook.JupyterInYaml.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Facts;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

final class JupyterNotebookTest {

  private static final JupyterNotebook KIND = new JupyterNotebook();

  /** Metadata of the notebook, source of its one code cell, what is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{kernelspec: {language: R}}|x|r KERNEL",
        "{kernelspec: {language: 'F#'}, language_info: {name: 'C#'}}|x|fsharp KERNEL",
        "{kernelspec: {language: ''}, language_info: {name: python}}|x|python KERNEL",
        "{kernelspec: {language: polyglot-notebook}, language_info: {name: R}}|x|r KERNEL",
        "{kernelspec: {name: lsst}, language_info: {name: python}}|x|python KERNEL",
        "{language_info: {name: Java11}}|x|java KERNEL",
        "{language_info: {name: pyspark}}|x|pyspark KERNEL",
        "{language_info: {name: plaintext}}|x|?",
        "{language_info: {name: polyglot-notebook}}|x|?",
        "{language_info: {name: polyglot-notebook}, jupytext: {main_language: R}}|x|r KERNEL",
        "{jupytext: {main_language: julia}, kernelspec: {name: python3}}|x|julia KERNEL",
        "{kernelspec: {name: python3}}|x|python KERNEL",
        "{kernelspec: {name: python2}}|x|python KERNEL",
        "{kernelspec: {name: ir}}|x|r KERNEL",
        "{kernelspec: {name: julia-1.9}}|x|julia KERNEL",
        "{kernelspec: {name: bash}}|ls|bash KERNEL",
        "{kernelspec: {name: .net-fsharp}}|x|fsharp KERNEL",
        "{kernelspec: {name: lsst}}|x|?",
        "{kernelspec: {name: conda-env-bayes-py}}|x|?",
        "{kernelspec: {name: 'Python [Root]'}}|x|?",
        "{kernelspec: python3}|x|?",
        "{kernelspec: ~, language_info: []}|x|?",
        "{polyglot_notebook: {kernelInfo: {defaultKernelName: csharp}}}|x|csharp KERNEL",
        "{}|x|?",
        "{}|' '|``",
        "{kernelspec: {language: bash}}|ls|bash KERNEL",
        "{kernelspec: {language: javascript}}|x|javascript KERNEL",
        "{kernelspec: {language: sage}, language_info: {name: python}}|x|sage KERNEL",
      })
  void theKernelsLanguageIsToldInTheOrderOfEvidence(String metadata, String source, String found)
      throws BadInput {
    assertThat(found(notebook(metadata, code(source)))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{dotnet_interactive: {language: fsharp}}|fsharp CELL",
        "{dotnet_interactive: {language: pwsh}}|powershell CELL",
        "{dotnet_interactive: {language: html}}|html DISPLAY",
        "{dotnet_interactive: {language: value}}|``",
        "{polyglot_notebook: {kernelName: mermaid}}|mermaid DISPLAY",
        "{dotnet_interactive: {language: ''}, polyglot_notebook: {kernelName: sql}}|sql CELL",
        "{vscode: {languageId: dotnet-interactive.csharp}}|csharp CELL",
        "{vscode: {languageId: polyglot-notebook}}|?",
        "{vscode: {languageId: polyglot-notebook}, polyglot_notebook: {kernelName: .NET}}|?",
        "{vscode: {languageId: r}}|r CELL",
        "{kernel: Python3}|python CELL",
        "{kernel: Bash}|bash CELL",
        "{kernel: JavaScript}|javascript CELL",
        "{kernel: SoS}|sos CELL",
        "{tags: [R]}|?",
        "~|?",
      })
  void aCellsOwnTagSettlesItsLanguage(String metadata, String found) throws BadInput {
    String cell = "{cell_type: code, metadata: " + metadata + ", source: x}";
    assertThat(found(notebook("{}", cell))).isEqualTo(found);
  }

  @Test
  void aTagIsBelievedBeforeTheKernelAndNeedsNone() throws BadInput {
    String tagged = "{cell_type: code, metadata: {kernel: R}, source: '!x'}";
    assertThat(found(notebook(PYTHON, tagged))).isEqualTo("python KERNEL, r CELL");
    assertThat(found(notebook("{}", tagged))).isEqualTo("r CELL");
    assertThat(found(notebook("{}", tagged, code("x")))).isEqualTo("r CELL ?");
  }

  @Test
  void aFirstLineOfDotNetIsATag() throws BadInput {
    assertThat(found(notebook("{}", code("\"\\n#!f#\\nlet x = 1\"")))).isEqualTo("fsharp CELL");
    assertThat(found(notebook("{}", code("\"x\\n#!f#\\nlet x = 1\"")))).isEqualTo("fsharp CELL ?");
    assertThat(found(notebook("{}", code("'#!set --value @csharp:x'")))).isEqualTo("?");
  }

  @Test
  void oldCellsSayTheirLanguageThemselves() throws BadInput {
    String cell = "{cell_type: code, language: python, input: ['!ls', 'x'], outputs: []}";
    String open = "{cell_type: code, input: [y]}";
    String sheets = "{worksheets: [{cells: [%s]}, {}, {cells: [%s]}], nbformat: 3}";
    assertThat(found(sheets.formatted(cell, cell))).isEqualTo("python KERNEL, shell SHELL");
    assertThat(found(sheets.formatted(cell, open))).isEqualTo("python KERNEL, shell SHELL ?");
    assertThat(languages(sheets.formatted(cell, cell)).getFirst().evidence())
        .containsExactly(new Evidence("language of the cell", List.of(1, 2)));
  }

  @Test
  void theSourceOfACellIsOneTextHoweverItIsCut() throws BadInput {
    String cut = "{cell_type: code, source: ['%', \"%R\\n\", 'x']}";
    assertThat(found(notebook(PYTHON, cut))).isEqualTo("python KERNEL, r CELL");
    String broken = "{cell_type: code, input: ['%%R', 'x']}";
    assertThat(found("{worksheets: [{cells: [" + broken + "]}], metadata: " + PYTHON + "}"))
        .isEqualTo("python KERNEL, r CELL");
  }

  @Test
  void onlyCodeCellsCount() throws BadInput {
    String cells = "{cell_type: markdown, source: '!ls'}, {cell_type: raw, source: '%%R'}";
    assertThat(found(notebook(PYTHON, cells))).isEqualTo("python KERNEL");
    assertThat(found(notebook("{}", cells))).isEmpty();
    assertThat(found("{cells: []}")).isEmpty();
  }

  @Test
  void evidenceNamesCellsFromOneCountingAll() throws BadInput {
    String text = "{cell_type: markdown, source: x}";
    List<Language> found =
        languages(notebook(PYTHON, text, code("'%%R'"), code("\"!a\\n!b\""), code("'%R x'"), text));
    assertThat(found)
        .containsExactly(
            language("python", Role.KERNEL, new Evidence("kernelspec.language", List.of())),
            language(
                "r", Role.CELL, new Evidence("%%R", List.of(2)), new Evidence("%R", List.of(4))),
            language("shell", Role.SHELL, new Evidence("!", List.of(3))));
  }

  @Test
  void theSentenceNamesTheCellsThatAreOpen() throws BadInput {
    String[] cells = IntStream.range(0, 8).mapToObj(i -> code("x")).toArray(String[]::new);
    Facts facts = read("notebook: " + notebook("{}", cells));
    assertThat(facts.languages().undetermined())
        .isEqualTo(
            "The language of cells 1, 2, 3, 4, 5 and 3 more cannot be told: the notebook does not"
                + " say the language of its kernel.");
    assertThat(facts.languages().undeterminedAt().text()).isEqualTo("taskinfo.notebook");
    assertThat(read("notebook: " + notebook("{}", code("x"))).languages().undetermined())
        .startsWith("The language of cell 1 cannot");
    assertThat(read("notebook: " + notebook("{}", code("x"), code("x"))).languages().undetermined())
        .startsWith("The language of cells 1 and 2 cannot");
  }

  @Test
  void declaredAndFoundAreJoined() throws BadInput {
    Facts facts =
        read("{languages: [IPython3, julia], notebook: " + notebook(PYTHON, code("'%%R'")) + "}");
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    assertThat(found(facts)).isEqualTo("python KERNEL, julia CELL, r CELL");
    Language python = facts.languages().used().getFirst();
    assertThat(python.path().text()).isEqualTo("taskinfo.languages");
    assertThat(python.evidence())
        .containsExactly(
            new Evidence("declared", List.of()), new Evidence("kernelspec.language", List.of()));
  }

  @Test
  void whatIsDeclaredSettlesNothingThatTheContentLeavesOpen() throws BadInput {
    assertThat(found(read("{languages: [python], notebook: " + notebook("{}", code("x")) + "}")))
        .isEqualTo("python CELL ?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[Python3, 'C#']|python CELL, csharp CELL",
        "'{r,html,shell}'|r CELL, html DISPLAY, shell SHELL",
        "[python, Python]|python CELL",
        "[]|``",
      })
  void declaredLanguagesAreFoldedLikeFoundOnes(String languages, String found) throws BadInput {
    Facts facts = read("languages: " + languages);
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    assertThat(found(facts)).isEqualTo(found);
  }

  @Test
  void noFieldIsAGeneralQuestion() throws BadInput {
    assertThat(read("{}").subject()).isEqualTo(new Subject.NotGiven("notebook"));
    assertThat(read("{other: 1}").subject()).isEqualTo(new Subject.NotGiven("notebook"));
  }

  @Test
  void aUrlThatIsStillThereWasNotFetched() throws BadInput {
    Subject subject = read("notebook: https://example.org/a.ipynb").subject();
    assertThat(subject)
        .isInstanceOfSatisfying(
            Subject.NotFetched.class,
            missing -> {
              assertThat(missing.code()).isEqualTo("notebook.not-fetched");
              assertThat(missing.text()).contains("send the content");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'{\"cells\": [}'|line 1, column 12",
        "'<html>'|a web page",
        "'hello'|not JSON",
        "'https://example.org/a b'|not JSON",
        "'[]'|a list",
        "5|a single value",
        "'{}'|no list of cells",
        "{}|no list of cells",
        "{cells: {}}|no list of cells",
        "'{\"paragraphs\": [{\"text\": \"\"}]}'|a Zeppelin note",
        "{services: {web: {image: a}}}|a compose file",
        "{tasktype: a, taskinfo: {}}|a whole Task",
        "{cells: [5]}|Cell 1 is not a cell",
        "{cells: [{cell_type: code, source: {a: b}}]}|cell 1 is neither",
        "{cells: [{cell_type: code, source: [[a]]}]}|cell 1 is neither",
        "{cells: [], worksheets: 5}|worksheets is not a list",
        "{cells: [], metadata: !x {}}|tag !x",
        "{cells: [{cell_type: code, source: !!str x}]}|tag",
        "!x '{\"cells\": []}'|tag !x",
      })
  void contentThatIsNoNotebookIsUnreadable(String yaml, String says) throws BadInput {
    assertThat(read("notebook: " + yaml).subject())
        .isInstanceOfSatisfying(
            Subject.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.code()).isEqualTo("notebook.unreadable");
              assertThat(unreadable.path().text()).isEqualTo("taskinfo.notebook");
              assertThat(unreadable.text()).contains(says);
            });
  }

  @Test
  void unreadableContentStaysUnreadableBesideDeclaredLanguages() throws BadInput {
    assertThat(read("{languages: [python], notebook: 'x'}").subject())
        .isInstanceOf(Subject.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "''", "' '", "\"\\n\"", "[]", "[a]"})
  void anEmptyNotebookOrAListIsBadInput(String yaml) {
    assertThatThrownBy(() -> read("notebook: " + yaml))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> assertThat(fault.path().text()).isEqualTo("taskinfo.notebook"));
  }

  @Test
  void contentAsTextIsReadWithoutItsOutputs() throws BadInput {
    String outputs = IntStream.range(0, 60_000).mapToObj(i -> "1").collect(Collectors.joining(","));
    String json =
        "\ufeff{\"cells\": [{\"cell_type\": \"code\", \"metadata\": {}, \"source\": [\"%%R\\n\"],"
            + " \"outputs\": ["
            + outputs
            + "]}],"
            + " \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}";
    Facts facts = KIND.read(Tree.build().put("notebook", json).done());
    assertThat(found(facts)).isEqualTo("python KERNEL, r CELL");
  }

  @Test
  void keepingSparesOutputsAndStillShowsEveryFieldOfTaskinfo() throws BadInput {
    String json =
        "{\"notebook\": {\"cells\": [{\"outputs\": [1], \"source\": \"\"}]}, \"other\": {\"a\":"
            + " 1}}";
    Tree kept = Formats.JSON.read(json.getBytes(StandardCharsets.UTF_8), Budget.LARGE, KIND.keep());
    assertThat(Formats.JSON.line(kept))
        .isEqualTo("{\"notebook\":{\"cells\":[{\"source\":\"\"}]},\"other\":{\"a\":1}}");
  }

  @Test
  void factsOnlyKeepsWhatNamesAloneWouldLose() throws BadInput {
    String[] notebooks = {
      notebook("{kernelspec: {language: javascript}}", code("x")),
      notebook("{kernelspec: {language: '{a,b}'}}", code("x")),
      notebook("{}", code("x"), "{cell_type: code, metadata: {kernel: Markdown}, source: x}"),
      notebook("{}", code("'%%html'")),
      notebook(PYTHON, code("'%%html'"), code("'!ls'")),
    };
    for (String notebook : notebooks) {
      Facts whole = read("notebook: " + notebook);
      Facts reduced = KIND.read(KIND.factsOnly(whole.languages()));
      assertThat(shown(reduced)).as(notebook).isEqualTo(shown(whole));
      assertThat(reduced.languages().undetermined().isEmpty())
          .as(notebook)
          .isEqualTo(whole.languages().undetermined().isEmpty());
    }
  }

  private static List<String> shown(Facts facts) {
    return facts.languages().used().stream()
        .map(l -> l.name() + (l.role() == Role.DISPLAY ? " shown" : ""))
        .toList();
  }

  private static Language language(String name, Role role, Evidence... evidence) {
    return new Language(name, role, NotebookDocument.PATH, List.of(evidence));
  }
}
