// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.world.World;

class FieldCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{taskinfo.a: [x, y]}            | {a: x}          | OK",
        "{taskinfo.a: x}                 | {a: x}          | OK",
        "{taskinfo.a: [x, y]}            | {a: X}          | REFUSED",
        "{taskinfo.a: [x, y]}            | {a: [y, x]}     | OK",
        "{taskinfo.a: [x, y]}            | {a: [x, z]}     | REFUSED",
        "{taskinfo.a: [x, y]}            | {a: '{y, x}'}   | OK",
        "{taskinfo.a: {glob: '*'}}       | {a: '{}'}       | REFUSED",
        "{taskinfo.a: [x, y]}            | {a: '{x, z}'}   | REFUSED",
        "{taskinfo.a: {glob: '*x*'}}     | {a: '{x, z}'}   | REFUSED",
        "{taskinfo.a: {glob: '*x*'}}     | {a: '{x: z'}    | OK",
        "{taskinfo.a: [x, y]}            | {a: ' x'}       | REFUSED",
        "{taskinfo.a: [x, y]}            | {b: x}          | NOT_GIVEN",
        "{taskinfo.a: [8]}               | {a: 8.0}        | OK",
        "{taskinfo.a: [8]}               | {a: '8'}        | OK",
        "{taskinfo.a: [no]}              | {a: 'no'}       | OK",
        "{taskinfo.a: {glob: eu-*}}      | {a: eu-west}    | OK",
        "{taskinfo.a: {glob: eu-*}}      | {a: eu-west/x}  | REFUSED",
        "{taskinfo.a: {glob: eu-*}}      | {a: us-west}    | REFUSED",
        "{taskinfo.a: {min: 1, max: 16}} | {a: 16}         | OK",
        "{taskinfo.a: {min: 1, max: 16}} | {a: 16.0001}    | REFUSED",
        "{taskinfo.a: {min: 1, max: 16}} | {a: 1.0}        | OK",
        "{taskinfo.a: {min: 1, max: 16}} | {a: 0.9999}     | REFUSED",
        "{taskinfo.a: {min: 2, max: 2}}  | {a: 2}          | OK",
        "{taskinfo.a: {min: 1, max: 16}} | {a: 1e1}        | OK",
        "{taskinfo.a: {min: 1, max: 16}} | {a: many}       | REFUSED",
        "{taskinfo.a: {max: 16}}         | {a: 9e999999999}| REFUSED",
        "{taskinfo.a: {max: 16}}         | {a: -9e99}      | OK",
        "{taskinfo.a.b: [x]}             | {a: {b: x}}     | OK",
        "{taskinfo.a.b: [x]}             | {a: x}          | NOT_GIVEN",
        "{'taskinfo.a[b.c]': [x]}        | {a: {b.c: x}}   | OK",
      })
  void aMemberMustHoldWhatIsAllowed(String settings, String taskinfo, Outcome outcome)
      throws BadInput {
    assertThat(look(settings, taskinfo)).extracting(Finding::outcome).contains(outcome);
    assertThat(look(settings, taskinfo).stream().anyMatch(finding -> finding.outcome().isNo()))
        .isEqualTo(outcome.isNo());
  }

  /** As an amount may have, too. */
  @Test
  void aNumberHasAtMost64Characters() throws BadInput {
    String most = "1." + "0".repeat(62);
    assertThat(look("{taskinfo.a: {max: 1}}", "{a: " + most + "}"))
        .extracting(Finding::outcome)
        .contains(Outcome.OK);
    assertThat(look("{taskinfo.a: {max: 1}}", "{a: " + most + "0}"))
        .anyMatch(finding -> finding.outcome().isNo());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{a: }", "{a: '{x,}'}", "{a: ''}", "{a: {b: x}}", "{a: [[x]]}", "{a: [x, ~]}"})
  void whatIsNoTextIsBadInput(String taskinfo) {
    assertThatThrownBy(() -> look("{taskinfo.a: [x]}", taskinfo)).isInstanceOf(BadInput.class);
  }

  @Test
  void anEmptyListIsNoEvidence() throws BadInput {
    assertThat(look("{taskinfo.a: [x]}", "{a: []}"))
        .noneMatch(finding -> finding.outcome() == Outcome.OK);
    assertThat(look("{taskinfo.a: [x], taskinfo.b: [y]}", "{a: [], b: y}"))
        .anyMatch(finding -> finding.outcome().isNo());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                  | names no member",
        "{taskinfo.a: {}}                    | Say what is allowed",
        "{taskinfo.a: {glob: 'a**'}}         | each ** must stand alone",
        "{taskinfo.a: {min: 3, max: 2}}      | is above",
        "{taskinfo.a: {min: few, max: 2}}    | must be a number",
        "{resources.mincores: [1]}           | has a meaning of its own",
        "{'taskinfo.a[': [1]}                | [",
      })
  void aSettingThatMakesNoSenseIsAFault(String settings, String told) throws BadInput {
    Problems problems = new Problems();
    var _ = Settings.read(yaml(settings), problems, FieldCheck.TYPE.read());

    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains(told));
  }

  private static List<Finding> look(String settings, String taskinfo) throws BadInput {
    Problems problems = new Problems();
    Check check = Settings.read(yaml(settings), problems, FieldCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    Findings findings = new Findings("field");
    Task task = Task.of("uri://mine", yaml(taskinfo));
    Asked asked = new Asked(task, Facts.about(new Subject.Given()), Caller.ANONYMOUS);
    check.look(asked, World.CLOSED, findings);
    return findings.all();
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
