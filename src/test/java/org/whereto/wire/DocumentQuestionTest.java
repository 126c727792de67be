// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class DocumentQuestionTest {

  private static final Task TASK =
      Task.of("uri://a", Tree.map(Map.of("languages", Tree.texts(List.of("md", "python")))));

  @Test
  void aTaskIsReadFromJsonAndFromYaml() throws BadInput {
    assertThat(json(new String(Tasks.json(TASK), UTF_8)).task(Keep.ALL)).isEqualTo(TASK);
    assertThat(yaml("tasktype: uri://a\ntaskinfo:\n  languages: [md, python]\n").task(Keep.ALL))
        .isEqualTo(TASK);
    assertThat(yaml(new String(Tasks.json(TASK), UTF_8)).task(Keep.ALL)).isEqualTo(TASK);
  }

  @Test
  void theTaskTypeIsSentFirst() {
    assertThat(new String(Tasks.json(TASK), UTF_8)).startsWith("{\n  \"tasktype\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tasktype\": \"uri://a\", ",
        "{\"tasktype\": \"uri://a\", \"taskinfo\": {\"a\": 1, \"a\": 2}}",
        "{\"tasktype\": \"uri://a\"} trailing",
        "{\"tasktype\": \"uri://a\", \"taskinfo\": [1,, \"tasktype\": \"b\"}"
      })
  void aFaultBehindTheTypeIsHeardOfOnlyByThoseWhoAskForTheTask(String document) throws BadInput {
    for (DocumentQuestion question : List.of(json(document), yaml(document))) {
      assertThat(question.tasktype()).isEqualTo("uri://a");
      assertThat(catchThrowableOfType(BadInput.class, () -> question.task(Keep.ALL))).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"taskinfo\": [1,, \"tasktype\": \"a\"} | json.syntax",
        "{\"taskinfo\": 1} | tasktype.missing",
        "{} | tasktype.missing",
        "[] | task.not-a-mapping",
        "5 | task.not-a-mapping",
        "{\"tasktype\": \"a\", \"tasktype\": \"a\"} | tasktype.twice",
        "{\"tasktype\": \" \"} | tasktype.empty",
        "{\"tasktype\": null} | tasktype.not-a-text",
        "{\"tasktype\": [\"a\"]} | tasktype.not-a-text",
        "{\"tasktype\": {}} | tasktype.not-a-text"
      })
  void aFaultOfTheTypeOrBeforeItIsTold(String document, String code) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> json(document).tasktype());
    assertThat(fault.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tasktype: a, taskinfo: {x: [1, !reset {}]}} | yaml.tag | taskinfo.x[1]",
        "{tasktype: a, taskinfo: {'b.c': !!str 5}} | yaml.tag | taskinfo[b.c]",
        "{tasktype: a, other: !x 5} | yaml.tag | other",
        "!task {tasktype: a} | yaml.tag | ''"
      })
  void aTagMeansNothingInATask(String document, String code, String path) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> yaml(document).task(Keep.ALL));
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.path().text()).isEqualTo(path);
  }

  @Test
  void aTaggedTypeIsNoText() {
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> yaml("tasktype: !!str a").tasktype());
    assertThat(fault.code()).isEqualTo("tasktype.not-a-text");
  }

  @Test
  void whatIsNotKeptOfTaskinfoIsNotBuiltAndAllElseIs() throws BadInput {
    String document = "{tasktype: a, taskinfo: {big: [1, 2], small: 3}, mood: {big: 4}}";
    Keep keep = Keep.allBut(Map.of("big", Keep.NOTHING));
    assertThat(yaml(document).task(keep).document())
        .isEqualTo(
            Tree.build()
                .put("tasktype", "a")
                .put("taskinfo", Tree.map(Map.of("small", Tree.literal("3"))))
                .put("mood", Tree.map(Map.of("big", Tree.literal("4"))))
                .done());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tasktype: a, taskinfo: {skipped: [1, {b: 2}], kept: 3}}",
        "{tasktype: a, taskinfo: {skipped: !x 1, kept: 3}}",
        "{tasktype: a, taskinfo: {skipped: {b: 1, b: 2}, kept: 3}}",
        "{tasktype: a, taskinfo: {skipped: &s {b: 1}, kept: *s}}",
        "{base: &s {tasktype: a}, <<: *s, taskinfo: {kept: 3}}",
        "{tasktype: a, <<: {tasktype: b, taskinfo: {skipped: 1, kept: 3}}}",
        "{tasktype: a, taskinfo: [skipped]}",
        "{tasktype: a, tasktype: b}",
        "{tasktype: a, taskinfo: {kept: 3}, taskinfo: 4}",
        "{tasktype: !x a}",
        "{taskinfo: 3}",
        "[a]"
      })
  void aLargeDocumentIsReadLikeASmallOne(String document) {
    String large = document + "\n# " + "x".repeat(20_000) + "\n";
    Keep keep = Keep.allBut(Map.of("skipped", Keep.NOTHING));
    assertThat(heard(yaml(large), keep)).isEqualTo(heard(yaml(document), keep));
  }

  private static String heard(DocumentQuestion question, Keep keep) {
    try {
      return question.tasktype() + " " + question.task(keep);
    } catch (BadInput fault) {
      return fault.code() + " " + fault.path() + " " + fault.place();
    }
  }

  @Test
  void contentMayBeAsLongAsTheDocument() throws BadInput {
    String content = "x".repeat(600_000);
    for (String field : List.of("notebook", "composefile", "files")) {
      Tree taskinfo = Tree.build().put(field, content).done();
      assertThat(withTaskinfo("{\"" + field + "\": \"" + content + "\"}"))
          .allSatisfy(
              question -> assertThat(question.task(Keep.ALL).taskinfo()).contains(taskinfo));
    }
    String cells = "{\"notebook\": {\"cells\": [{\"source\": \"" + content + "\"}]}}";
    for (DocumentQuestion question : withTaskinfo(cells)) {
      assertThat(question.task(Keep.ALL).taskinfo()).isPresent();
    }
  }

  @Test
  void noOtherTextMayBeThatLong() {
    String text = "\"" + "x".repeat(600_000) + "\"";
    for (String[] row :
        new String[][] {
          {text, "taskinfo"},
          {"{\"image\": " + text + "}", "taskinfo.image"},
          {"{\"a\": {\"notebook\": [0, " + text + "]}}", "taskinfo.a.notebook[1]"}
        }) {
      for (DocumentQuestion question : withTaskinfo(row[0])) {
        BadInput fault = catchThrowableOfType(BadInput.class, () -> question.task(Keep.ALL));
        assertThat(fault.code()).endsWith(".text-budget");
        assertThat(fault.path().text()).isEqualTo(row[1]);
        assertThat(fault.place().line()).isEqualTo(1);
      }
    }
  }

  @Test
  void anAliasBringsNoLongTextToWhereItIsNotContent() {
    String document =
        "{tasktype: a, taskinfo: {notebook: &a " + "x".repeat(600_000) + ", image: *a}}";
    BadInput fault = catchThrowableOfType(BadInput.class, () -> yaml(document).task(Keep.ALL));
    assertThat(fault.path().text()).isEqualTo("taskinfo.image");
  }

  private static List<DocumentQuestion> withTaskinfo(String json) {
    String document = "{\"tasktype\": \"a\", \"taskinfo\": " + json + "}";
    return List.of(json(document), yaml(document));
  }

  @Test
  void bytesThatAreNoUtf8AreAFault() {
    byte[] latin = {'{', '"', (byte) 0xe9, '"', '}'};
    assertThat(catchThrowableOfType(BadInput.class, () -> DocumentQuestion.json(latin).tasktype()))
        .isNotNull();
  }

  private static DocumentQuestion json(String document) {
    return DocumentQuestion.json(document.getBytes(UTF_8));
  }

  private static DocumentQuestion yaml(String document) {
    return DocumentQuestion.yaml(document.getBytes(UTF_8));
  }
}
