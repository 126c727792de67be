// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whereto.decide.PlannerTest.TYPE;
import static org.whereto.decide.PlannerTest.accept;
import static org.whereto.decide.PlannerTest.checks;
import static org.whereto.decide.PlannerTest.offered;
import static org.whereto.decide.PlannerTest.platform;
import static org.whereto.decide.PlannerTest.refusing;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** What a decision holds beside its answer, for those who explain, count and log it. */
class DecisionTest {

  private static final Mute FINE = (asked, world, findings) -> findings.ok("taskinfo.x", "1", "1");
  private static final Mute NEVER = refusing("thing.never", "taskinfo.x");

  private static final Offered A = offered("a", "uri://a", 0);
  private static final Offered PICKY_A = picky("a", 0);
  private static final Offered PICKY_B = picky("b", 1);

  @Test
  void anAcceptanceAllOfWhoseInterfacesRefuseIsNoYes() throws BadInput {
    List<Considered> considered =
        decide(
                accept(List.of(PICKY_A, PICKY_B), FINE),
                accept(List.of(A, PICKY_B), FINE),
                accept(List.of(A), NEVER))
            .considered();

    assertThat(considered).extracting(Considered::isYes).containsExactly(false, true, false);
  }

  @Test
  void anInterfaceThatOneAcceptanceOffersIsNotToldToBeLeftOutByAnother() throws BadInput {
    Answer answer = decide(accept(List.of(A), FINE), accept(List.of(PICKY_A), FINE)).answer();
    assertThat(answer.interfaces()).extracting(Interface::servicetype).containsExactly("uri://a");
    assertThat(answer.warnings()).isEmpty();

    Answer other = decide(accept(List.of(PICKY_A, A), FINE)).answer();
    assertThat(other.isYes()).isTrue();
    assertThat(other.warnings()).isEmpty();
  }

  @Test
  void theSameRefusalOfTwoChecksIsKeptOnceButEveryPassIsKept() throws BadInput {
    Mute minding = (asked, world, findings) -> findings.ok("taskinfo.x", "1", "1");

    assertThat(findings(accept(List.of(A), NEVER, NEVER, minding, minding)))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.OK, Outcome.OK);
  }

  @Test
  void aSubjectThatTwoChecksMissIsKeptOnce() throws BadInput {
    assertThat(
            decide(Task.of(TYPE), accept(List.of(A), FINE, FINE))
                .considered()
                .getFirst()
                .findings())
        .extracting(Finding::outcome)
        .containsExactly(Outcome.NOT_GIVEN);
  }

  @Test
  void whatCouldNotBeDecidedIsANoOfUnknownDurationForATypeThatIsUnderstood() {
    Reason late = Reason.of("decision.late", "", "There was not time enough.");

    Decision undecided = Planner.undecided(TYPE, platform(accept(A), accept(A)), late);

    assertThat(undecided.understood()).isTrue();
    assertThat(undecided.tasktype()).isEqualTo(TYPE);
    assertThat(undecided.considered()).hasSize(2).noneMatch(Considered::isYes);
    assertThat(undecided.answer().isYes()).isFalse();
    assertThat(undecided.answer().reasons())
        .extracting(Reason::code, Reason::permanence)
        .containsExactly(tuple("decision.late", Optional.of(Permanence.UNKNOWN)));
  }

  @Test
  void whatCouldNotBeDecidedOfAnUnknownTypeIsTheBareNo() {
    Reason late = Reason.of("decision.late", "", "There was not time enough.");

    Decision undecided = Planner.undecided("uri://other", platform(accept(A)), late);

    assertThat(undecided.understood()).isFalse();
    assertThat(undecided.answer()).isEqualTo(Answer.BARE_NO);
  }

  @Test
  void whatCouldNotBeDecidedShowsNothingWhereTheOwnerTellsNothing() {
    Reason late = Reason.of("decision.late", "", "There was not time enough.");
    Acceptance silent = accept(List.of(A), false, Disclosure.NONE);

    assertThat(Planner.undecided(TYPE, platform(silent), late).answer()).isEqualTo(Answer.BARE_NO);
  }

  private static Offered picky(String name, int position) {
    String type = "uri://" + name;
    return new Offered(name, type, type, position, Optional.empty(), checks(NEVER));
  }

  private static List<Finding> findings(Acceptance acceptance) throws BadInput {
    return decide(acceptance).considered().getFirst().findings();
  }

  private static Decision decide(Acceptance... acceptances) throws BadInput {
    return decide(Task.of(TYPE, Tree.build().put("x", "1").done()), acceptances);
  }

  private static Decision decide(Task task, Acceptance... acceptances) throws BadInput {
    return Planner.decide(Question.of(task), Caller.ANONYMOUS, platform(acceptances), World.CLOSED);
  }
}
