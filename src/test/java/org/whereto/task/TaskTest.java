// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

class TaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                        | tasktype.missing",
        "{tasktypes: x}            | tasktype.missing",
        "{tasktype: }              | tasktype.not-a-text",
        "{tasktype: ''}            | tasktype.empty",
        "{tasktype: '  '}          | tasktype.empty",
        "{tasktype: [x]}           | tasktype.not-a-text",
        "{tasktype: {a: b}}        | tasktype.not-a-text",
        "{tasktype: !x y}          | tasktype.not-a-text",
        "[tasktype]                | task.not-a-mapping",
        "tasktype                  | task.not-a-mapping",
        "!x {tasktype: t}          | yaml.tag",
        "{tasktype: t, a: !x b}    | yaml.tag",
        "{tasktype: t, a: [{b: !x c}]} | yaml.tag",
        "{tasktype: t, taskinfo: !x {image: a}} | yaml.tag",
        "{tasktype: t, taskinfo: {image: !x a}} | yaml.tag",
      })
  void aFaultOfATaskIsNamed(String document, String code) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOfSatisfying(BadInput.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "1.10", "true", "uri://x", "example-task"})
  void aTypeKeepsItsSourceText(String type) throws BadInput {
    assertThat(read("tasktype: " + type).tasktype()).isEqualTo(type);
  }

  /** As the service says it, where such a document comes in a request. */
  @Test
  void theFaultOfATagNamesItsPlace() {
    assertThatThrownBy(
            () -> read("{tasktype: t, taskinfo: {composefile: {services: [a, !reset {}]}}}"))
        .isInstanceOfSatisfying(
            BadInput.class,
            it -> assertThat(it.path().text()).isEqualTo("taskinfo.composefile.services[1]"));
  }

  @Test
  void theDocumentOfATaskIsTheTaskAgain() throws BadInput {
    Task task = read("{taskinfo: {a: b}, tasktype: t, other: [1]}");
    assertThat(Task.read(task.document())).isEqualTo(task);
    assertThat(task.document().members().keySet()).first().isEqualTo("tasktype");
  }

  private static Task read(String text) throws BadInput {
    Tree tree = Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return Task.read(tree);
  }
}
