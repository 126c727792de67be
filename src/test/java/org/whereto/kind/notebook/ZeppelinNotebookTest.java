// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Facts;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

final class ZeppelinNotebookTest {

  private static final ZeppelinNotebook KIND = new ZeppelinNotebook();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%md hello|md DISPLAY",
        "%html <b>|html DISPLAY",
        "%angular <b>|angular DISPLAY",
        "%pyspark|spark.pyspark CELL",
        "%spark.pyspark sc|spark.pyspark CELL",
        "%spark.spark sc|spark CELL",
        "%spark sc|spark CELL",
        "%python 1|python CELL",
        "%python.ipython 1|python.ipython CELL",
        "%sql select|sql CELL",
        "%sh ls|sh SHELL",
        "%jdbc(hive) select|jdbc(hive) CELL",
        "%jdbc(db=hive) select|jdbc(hive) CELL",
        "%jdbc(x=1, Hive) select|jdbc(hive) CELL",
        "%jdbc.sql(hive)|jdbc(hive) CELL",
        "%jdbc select|jdbc CELL",
        "%jupyter(kernel=ir)|jupyter(ir) CELL",
        "%jupyter|jupyter CELL",
        "%flink.ssql(type=update)|flink.ssql CELL",
        "%hive select|hive CELL",
        "%spark.conf x y|``",
        "%flink.conf x y|``",
        "%dep z.load()|``",
        "%spark.dep z.load()|``",
        "sc.version|?",
        "%jdbc(hive select|?",
        "` `|``",
      })
  void aDirectiveNamesTheLanguage(String text, String found) throws BadInput {
    assertThat(found(note("", text))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spark|sc.version|spark KERNEL",
        "spark|%sql|spark.sql CELL",
        "spark|%r|spark.r CELL",
        "livy|%pyspark|livy.pyspark CELL",
        "livy|x|livy KERNEL",
        "python|%sql|python.sql CELL",
        "md|text|md DISPLAY",
        "sh|ls|sh SHELL",
        "ours|x|ours KERNEL",
        "spark|%python|python CELL",
        "spark|%conf|``",
      })
  void theDefaultGroupIsLookedAtFirst(String group, String text, String found) throws BadInput {
    assertThat(found(note(group, text))).isEqualTo(found);
  }

  @Test
  void editorSettingsAreNeverBelieved() throws BadInput {
    String paragraph =
        "{text: x, config: {editorMode: ace/mode/scala, editorSetting: {language: scala}}}";
    assertThat(found(read("notebook: {paragraphs: [" + paragraph + "]}"))).isEqualTo("?");
  }

  @Test
  void theSentencesSayWhatIsOpenAndWhy() throws BadInput {
    Facts facts =
        read("notebook: {paragraphs: [{text: a}, {text: '%x(b'}, {}, {text: ~}, {text: c}]}");
    assertThat(facts.languages().undetermined())
        .isEqualTo(
            "The language of paragraphs 1 and 5 cannot be told: it has no %directive and the note"
                + " names no default group, so the server decides. The language of paragraph 2"
                + " cannot be told: in its directive, the list of properties is not finished.");
  }

  @Test
  void evidenceNamesParagraphsAndDirectivesAsWritten() throws BadInput {
    Facts facts =
        read(
            "notebook: {paragraphs: [{text: '%pyspark a'}, {text: '%spark.pyspark'}, {text:"
                + " '%pyspark b'}]}");
    assertThat(facts.languages().used().getFirst().evidence())
        .containsExactly(
            new Evidence("%pyspark", List.of(1, 3)), new Evidence("%spark.pyspark", List.of(2)));
  }

  @Test
  void declaredNamesTakeTheirNormalForm() throws BadInput {
    assertThat(found(read("languages: '{md,python,pyspark}'")))
        .isEqualTo("md DISPLAY, python CELL, spark.pyspark CELL");
    assertThat(found(read("languages: [Markdown, sh, SQL, jdbc(Hive)]")))
        .isEqualTo("md DISPLAY, sh SHELL, sql CELL, jdbc(hive) CELL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{cells: [], nbformat: 4}|a Jupyter notebook",
        "'{\"cells\": [{\"source\": \"\"}], \"nbformat\": 4}'|a Jupyter notebook",
        "{paragraphs: {}}|no list of paragraphs",
        "{paragraphs: [5]}|Paragraph 1 is not a paragraph",
        "{paragraphs: [{text: [a]}]}|Paragraph 1 is not a paragraph",
        "{paragraphs: [{text: !x a}]}|tag !x",
      })
  void contentThatIsNoNoteIsUnreadable(String yaml, String says) throws BadInput {
    assertThat(read("notebook: " + yaml).subject())
        .isInstanceOfSatisfying(
            Subject.Unreadable.class, unreadable -> assertThat(unreadable.text()).contains(says));
  }

  @Test
  void factsOnlyHoldsNoText() throws BadInput {
    Facts whole =
        read(
            "notebook: {paragraphs: [{text: 'secret'}, {text: '%sql secret'}, {text:"
                + " '%a(secret'}]}");
    Mapping reduced = KIND.factsOnly(whole.languages());
    assertThat(Formats.JSON.line(reduced))
        .isEqualTo("{\"languages\":[\"sql\"],\"notebook\":{\"paragraphs\":[{\"text\":\"0\"}]}}");
    assertThat(found(KIND.read(reduced))).isEqualTo("sql CELL ?");
  }

  private static Facts note(String group, String text) throws BadInput {
    Mapping paragraph = Tree.build().put("text", text).done();
    Mapping note =
        Tree.build()
            .put("paragraphs", Tree.list(List.of(paragraph)))
            .putIfAny("defaultInterpreterGroup", group)
            .done();
    return KIND.read(Tree.build().put("notebook", note).done());
  }

  private static String found(Facts facts) {
    String used =
        facts.languages().used().stream()
            .map(l -> l.name() + " " + l.role())
            .collect(Collectors.joining(", "));
    return (used + (facts.languages().undetermined().isEmpty() ? "" : " ?")).strip();
  }

  private static Facts read(String yaml) throws BadInput {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return KIND.read((Mapping) Formats.YAML.read(bytes, Budget.LARGE, Keep.ALL));
  }
}
