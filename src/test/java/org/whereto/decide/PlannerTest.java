// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.platform.Version;
import org.whereto.task.Caller;
import org.whereto.task.Fact;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.World;

/** The decision itself, with checks made for the test: what real checks see is their own tests'. */
class PlannerTest {

  static final String TYPE = "uri://thing";
  private static final Mute FINE = (asked, world, findings) -> findings.ok("taskinfo.x", "1", "1");
  private static final Mute NEVER = refusing("thing.never", "taskinfo.x");
  private static final Mute OPEN =
      (asked, world, findings) ->
          findings.notGiven(Reason.of("x.not-given", "taskinfo.x", "Which x?"));
  private static final Mute BROKEN =
      (asked, world, findings) -> {
        throw new IllegalStateException("broken");
      };
  private static final Mute SILENT = (asked, world, findings) -> {};

  private final Offered first = offered("a", "uri://a", 0);
  private final Offered second = offered("b", "uri://b", 1);

  @Test
  void anUnknownTypeIsABareNoWhateverTheRestHolds() throws BadInput {
    Question broken =
        new Question() {
          @Override
          public String tasktype() {
            return "uri://other";
          }

          @Override
          public Task task(Keep taskinfo) throws BadInput {
            throw new BadInput("rest.broken", Path.ROOT, Place.NONE, "The rest is broken.");
          }
        };

    Decision decision =
        Planner.decide(broken, Caller.ANONYMOUS, platform(accept(first)), World.CLOSED);

    assertThat(decision.understood()).isFalse();
    assertThat(decision.answer()).isEqualTo(Answer.BARE_NO);
  }

  @Test
  void anAcceptanceWithoutConditionsSaysYesWithoutLooking() throws BadInput {
    Answer answer = answer(Task.of(TYPE, Tree.text("not even a mapping")), accept(first));

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.interfaces()).extracting(Interface::servicetype).containsExactly("uri://a");
  }

  @Test
  void oneFailingCheckAmongManyIsNo() throws BadInput {
    assertThat(ask(accept(List.of(first), FINE, NEVER, FINE)).isYes()).isFalse();
  }

  @Test
  void allReasonsComeAtOnceEachNever() throws BadInput {
    Mute other = refusing("thing.other", "taskinfo.y");

    Answer answer = ask(accept(List.of(first), NEVER, FINE, other));

    assertThat(answer.reasons())
        .extracting(Reason::code)
        .containsExactly("thing.never", "thing.other");
    assertThat(answer.reasons())
        .allSatisfy(reason -> assertThat(reason.permanence()).contains(Permanence.NEVER));
  }

  @Test
  void aKindThatBreaksIsNoAndUnknown() throws BadInput {
    Task trap = Task.of(TYPE, Tree.build().put("x", "trap").done());
    Answer answer = answer(trap, accept(List.of(first), FINE));
    assertThat(answer.reasons())
        .extracting(Reason::code, Reason::permanence)
        .containsExactly(tuple("check.failed", Optional.of(Permanence.UNKNOWN)));
  }

  @Test
  void aCheckThatBreaksOrSaysNothingIsNoAndUnknown() throws BadInput {
    assertThat(ask(accept(List.of(first), BROKEN)).reasons())
        .singleElement()
        .satisfies(reason -> {
          assertThat(reason.code()).isEqualTo("check.failed");
          assertThat(reason.permanence()).contains(Permanence.UNKNOWN);
          assertThat(reason.text()).doesNotContain("IllegalState");
        });
    assertThat(ask(accept(List.of(first), SILENT)).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.code()).isEqualTo("check.silent"));
  }

  /** One that only remarks on something must not hide that another refuses it. */
  @Test
  void theSameWordsWithAnotherOutcomeAreNews() throws BadInput {
    Reason words = Reason.of("x.not-given", "taskinfo.x", "Which x?");
    Mute remark = (asked, world, findings) -> findings.notGiven(words.lasting(Permanence.NEVER));
    Mute refusal = (asked, world, findings) -> findings.refuse(words);

    assertThat(ask(accept(List.of(first), remark, refusal)).isYes()).isFalse();
    assertThat(ask(accept(List.of(first), refusal, remark)).isYes()).isFalse();
  }

  @Test
  void aCheckThatNeedsAFactWhichItsKindCannotFindIsNo() throws BadInput {
    Demanded languages = new Demanded("test", Set.of(Fact.LANGUAGES), FINE, Place.NONE);
    Acceptance acceptance =
        new Acceptance(
            Place.NONE,
            List.of(TYPE),
            List.of(first),
            List.of(languages),
            false,
            Disclosure.FULL,
            Optional.empty());
    assertThat(ask(acceptance).reasons()).extracting(Reason::code).containsExactly("check.failed");
  }

  @Test
  void aStackOverflowInACheckIsNoToo() throws BadInput {
    Mute endless =
        (asked, world, findings) -> {
          throw new StackOverflowError();
        };
    assertThat(ask(accept(List.of(first), endless)).isYes()).isFalse();
  }

  @Test
  void whatIsNotGivenMakesTheYesConditional() throws BadInput {
    Answer answer = ask(accept(List.of(first), OPEN, FINE));

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.isConditional()).isTrue();
    assertThat(answer.warnings()).extracting(Reason::code).containsExactly("x.not-given");
  }

  @Test
  void whatIsNotGivenIsNoWhereItIsRequired() throws BadInput {
    Acceptance strict = accept(List.of(first), true, Disclosure.FULL, OPEN);

    Answer answer = ask(strict);

    assertThat(answer.isYes()).isFalse();
    assertThat(answer.reasons()).extracting(Reason::code).containsExactly("x.not-given");
  }

  @Test
  void unconditionalInterfacesAreOfferedAloneEachOnceInTheOwnersOrder() throws BadInput {
    Answer answer =
        ask(
            accept(List.of(second), FINE),
            accept(List.of(first, second), FINE),
            accept(List.of(first), OPEN));

    assertThat(answer.interfaces())
        .extracting(Interface::servicetype)
        .containsExactly("uri://a", "uri://b");
    assertThat(answer.isConditional()).isFalse();
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void anUndecidedAcceptanceBesideAYesTakesNothingAway() throws BadInput {
    assertThat(ask(accept(List.of(first), BROKEN), accept(List.of(second), FINE)))
        .satisfies(answer -> {
          assertThat(answer.isConditional()).isFalse();
          assertThat(answer.interfaces()).hasSize(1);
        });
  }

  @Test
  void anInterfaceWhoseOwnCheckRefusesIsLeftOutWithAWarning() throws BadInput {
    Offered picky = new Offered("b", "uri://b", "uri://b#2", 1, Optional.empty(), checks(NEVER));

    Answer answer = ask(accept(List.of(first, picky), FINE));

    assertThat(answer.interfaces()).extracting(Interface::servicetype).containsExactly("uri://a");
    assertThat(answer.warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo("interface.left-out");
          assertThat(warning.interfaceName()).isEqualTo("uri://b#2");
          assertThat(warning.text()).isEqualTo("The interface uri://b#2 is not offered: No.");
        });
  }

  @Test
  void aReasonThatHoldsOnOneInterfaceNamesIt() throws BadInput {
    Offered one = new Offered("a", "uri://a", "uri://a", 0, Optional.empty(), checks(NEVER));
    Mute both = refusing("thing.both", "taskinfo.z");
    Offered two = new Offered("b", "uri://b", "uri://b", 1, Optional.empty(), checks(both));

    assertThat(ask(accept(List.of(one, two))).reasons())
        .extracting(Reason::code, Reason::interfaceName)
        .containsExactly(tuple("thing.never", "uri://a"), tuple("thing.both", "uri://b"));
  }

  @Test
  void aReasonThatHoldsOnAllInterfacesIsToldOnce() throws BadInput {
    Offered one = new Offered("a", "uri://a", "uri://a", 0, Optional.empty(), checks(NEVER));
    Offered two = new Offered("b", "uri://b", "uri://b", 1, Optional.empty(), checks(NEVER));

    assertThat(ask(accept(List.of(one, two))).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.interfaceName()).isEmpty());
  }

  @Test
  void theNearestAcceptanceTellsItsReasonsAndTheFirstOnTies() throws BadInput {
    Answer answer =
        ask(
            accept(List.of(first), NEVER, refusing("a.two", "p")),
            accept(List.of(first), refusing("b.one", "p")),
            accept(List.of(first), refusing("c.one", "p")));

    assertThat(answer.reasons()).extracting(Reason::code).containsExactly("b.one");
  }

  @Test
  void undeclaredWishesNeverPassUnseen() throws BadInput {
    Mapping members =
        Tree.build()
            .put(
                "resources",
                Tree.build().put("mincores", "4").put("mingpus", "1").put("x", "1").done())
            .put("data", Tree.list(List.of(Tree.build().put("datatype", "uri://cutout").done())))
            .put("colour", "red")
            .done();

    Answer answer = answer(new Task(TYPE, members), accept(first));

    assertThat(answer.isYes()).isFalse();
    assertThat(answer.reasons())
        .extracting(Reason::code)
        .containsExactly("resources.gpus.not-offered", "data.not-supported");
    assertThat(answer.warnings())
        .extracting(Reason::code, Reason::path)
        .containsExactly(
            tuple("resources.not-checked", "resources.mincores"),
            tuple("field.not-used", "resources.x"),
            tuple("field.not-used", "colour"));
  }

  @Test
  void aFieldOfAKnownKindThatNoCheckReadIsAWarning() throws BadInput {
    Mapping taskinfo =
        Tree.build().put("x", "1").put("y", Tree.build().put("z", "2").done()).done();

    Answer looked = answer(Task.of(TYPE, taskinfo), accept(List.of(first), FINE));
    assertThat(looked.warnings()).extracting(Reason::path).containsExactly("taskinfo.y");

    Answer unlooked = answer(Task.of(TYPE, taskinfo), accept(first));
    assertThat(unlooked.warnings())
        .extracting(Reason::path)
        .containsExactly("taskinfo.x", "taskinfo.y");
  }

  @Test
  void manyUnreadFieldsAreCountedNotListed() throws BadInput {
    List<Reason> warnings = answer(withMembers(500), accept(first)).warnings();
    assertThat(warnings).hasSize(11);
    assertThat(warnings.getLast().text()).isEqualTo("And 490 more members were not looked at.");

    assertThat(answer(withMembers(10), accept(first)).warnings())
        .hasSize(10)
        .allSatisfy(warning -> assertThat(warning.path()).startsWith("m"));
  }

  private static Task withMembers(int number) {
    Map<String, Tree> members = new LinkedHashMap<>();
    for (int i = 0; i < number; i++) {
      members.put("m" + i, Tree.text("1"));
    }
    return new Task(TYPE, Tree.map(members));
  }

  @Test
  void badAmountsAreBadInputForAnUnderstoodType() {
    Mapping upsideDown =
        Tree.build()
            .put("resources", Tree.build().put("mincores", "8").put("maxcores", "4").done())
            .done();
    assertThatThrownBy(() -> answer(new Task(TYPE, upsideDown), accept(first)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("above the maximum");
  }

  @Test
  void codesTellTheFieldButNoneOfTheOwnersWords() throws BadInput {
    Mute telling =
        (asked, world, findings) ->
            findings.refuse(
                Reason.of("thing.never", "taskinfo.x", "Only for admins.")
                    .comparing("1", "secret-list"));
    Answer codes = ask(accept(List.of(first), false, Disclosure.CODES, telling));
    assertThat(codes.reasons())
        .containsExactly(
            new Reason("thing.never", "taskinfo.x", "", "", "", Optional.of(Permanence.NEVER), ""));

    Answer none = ask(accept(List.of(first), false, Disclosure.NONE, telling));
    assertThat(none).isEqualTo(Answer.BARE_NO);
  }

  @Test
  void aConditionIsToldEvenWhereReasonsAreNot() throws BadInput {
    Answer answer = ask(accept(List.of(first), false, Disclosure.NONE, OPEN));
    assertThat(answer.isConditional()).isTrue();
  }

  @Test
  void aMissingSubjectIsToldOnceByTheKind() throws BadInput {
    Answer answer = answer(Task.of(TYPE), accept(List.of(first), FINE, NEVER));

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.warnings()).extracting(Reason::code).containsExactly("x.not-given");
  }

  private static Answer ask(Acceptance... acceptances) throws BadInput {
    return answer(Task.of(TYPE, Tree.build().put("x", "1").done()), acceptances);
  }

  private static Answer answer(Task task, Acceptance... acceptances) throws BadInput {
    return Planner.decide(Question.of(task), Caller.ANONYMOUS, platform(acceptances), World.CLOSED)
        .answer();
  }

  static Platform platform(Acceptance... acceptances) {
    Understood understood =
        new Understood(TYPE, Optional.of(new Thing()), Arrays.asList(acceptances));
    Map<String, Understood> types = Map.of(TYPE, understood);
    return new Platform("", List.of(), types, Map.of(), false, Optional.empty(), Version.of(""));
  }

  static Acceptance accept(Offered on) {
    return accept(List.of(on));
  }

  static Acceptance accept(List<Offered> on, Mute... checks) {
    return accept(on, false, Disclosure.FULL, checks);
  }

  static Acceptance accept(
      List<Offered> on, boolean required, Disclosure disclosure, Mute... checks) {
    return new Acceptance(
        Place.NONE, List.of(TYPE), on, checks(checks), required, disclosure, Optional.empty());
  }

  static List<Demanded> checks(Mute... checks) {
    return Arrays.stream(checks)
        .map(check -> new Demanded("test", Set.of(Fact.IMAGES), check, Place.NONE))
        .toList();
  }

  static Mute refusing(String code, String path) {
    return (asked, world, findings) -> findings.refuse(Reason.of(code, path, "No."));
  }

  static Offered offered(String name, String servicetype, int position) {
    return new Offered(name, servicetype, servicetype, position, Optional.empty(), List.of());
  }
}
