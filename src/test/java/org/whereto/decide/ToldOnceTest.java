// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** An owner may demand the same in two places; the asker is told of it once. */
class ToldOnceTest {

  @Test
  void whatHoldsForAllInterfacesIsNotToldAgainForOneThatDemandsItToo() throws BadInput {
    List<Reason> reasons =
        reasons(
            """
            whereto: 1
            interfaces:
              a: {servicetype: uri://a}
              b: {servicetype: uri://b, if: {languages: [r]}}
            accepts:
              - {tasktype: uri://jupyter-notebook, on: [a, b], if: {languages: [r]}}
            """);

    assertThat(reasons)
        .extracting(Reason::code, Reason::interfaceName)
        .containsExactly(tuple("languages.not-offered", ""));
  }

  @Test
  void anAcceptanceIsNoFartherForAReasonThatItsInterfaceRepeats() throws BadInput {
    List<Reason> reasons =
        reasons(
            """
            whereto: 1
            interfaces:
              a: {servicetype: uri://a}
              b: {servicetype: uri://b, if: {languages: [r]}}
            accepts:
              - {tasktype: uri://jupyter-notebook, on: [a, b], if: {languages: [r]}}
              - {tasktype: uri://jupyter-notebook, on: [a], if: {languages: [scala]}}
            """);

    assertThat(reasons).extracting(Reason::limit).containsExactly("r");
  }

  /** How many demands the owner has of one sort is his own business where only codes are told. */
  @Test
  void twoReasonsThatDifferInTheOwnersLimitsOnlyAreOneCode() throws BadInput {
    List<Reason> reasons =
        reasons(
            """
            whereto: 1
            reasons: codes
            interfaces:
              a: {servicetype: uri://a, if: {languages: [r]}}
            accepts:
              - {tasktype: uri://jupyter-notebook, if: {languages: [scala]}}
            """);

    assertThat(reasons).extracting(Reason::code).containsExactly("languages.not-offered");
  }

  private static List<Reason> reasons(String file) throws BadInput {
    Checked checked = PlatformFile.read("test", file.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    Task task =
        Task.of(
            "uri://jupyter-notebook",
            Tree.build().put("languages", Tree.texts(List.of("python"))).done());
    return Planner.decide(
            Question.of(task), Caller.ANONYMOUS, ((Checked.Good) checked).platform(), World.CLOSED)
        .answer()
        .reasons();
  }
}
