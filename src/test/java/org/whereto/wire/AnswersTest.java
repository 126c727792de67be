// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.tree.BadInput;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

final class AnswersTest {

  private static final Tree ENDPOINT =
      Tree.map(Map.of("endpoint", Tree.text("http://example.org/")));

  private static final Reason WARNING =
      Reason.of("field.not-used", "taskinfo.x", "Nobody reads it.");

  @Test
  void aBareNoIsOneWord() {
    assertThat(Answers.write(Answer.BARE_NO)).isEqualTo(says("NO").done());
  }

  @Test
  void oneInterfaceIsTheFlatForm() {
    assertThat(Answers.write(Answer.yes(List.of(hub()), List.of())))
        .isEqualTo(says("YES").put("servicetype", "uri://hub").put("serviceinfo", ENDPOINT).done());
  }

  @Test
  void severalInterfacesKeepTheirOrder() {
    Interface bare = Interface.of("uri://uws", Optional.empty());
    Mapping expected =
        says("YES")
            .put(
                "interfaces",
                Tree.list(
                    List.of(
                        Tree.build()
                            .put("servicetype", "uri://hub")
                            .put("serviceinfo", ENDPOINT)
                            .done(),
                        Tree.build().put("servicetype", "uri://uws").done())))
            .done();
    assertThat(Answers.write(Answer.yes(List.of(hub(), bare), List.of()))).isEqualTo(expected);
  }

  @Test
  void whatOnlyTheOneInterfaceSaysMovesToTheTop() {
    Reason own = Reason.of("image.not-given", "taskinfo.image", "No image is named.");
    Interface way =
        new Interface(
            "uri://hub",
            Optional.empty(),
            Optional.of(Tree.map(Map.of("maxcores", Tree.text("4")))),
            Optional.of(Tree.texts(List.of("own"))),
            List.of(own));
    Answer answer =
        new Answer(
            Answer.Word.YES,
            List.of(way),
            Optional.of(Tree.build().put("maxcores", "8").put("mincores", "2").done()),
            Optional.of(Tree.texts(List.of("all"))),
            List.of(),
            List.of(WARNING),
            Optional.empty());

    Mapping written = Answers.write(answer);

    assertThat(written.get("resources"))
        .contains(Tree.build().put("maxcores", "4").put("mincores", "2").done());
    assertThat(written.get("data")).contains(Tree.texts(List.of("own")));
    assertThat(written.get("warnings").orElseThrow().get("code")).isEmpty();
    assertThat(written.get("warnings").orElseThrow().nodes())
        .contains(Tree.text("field.not-used"), Tree.text("image.not-given"));
    assertThat(written.get("interfaces")).isEmpty();
  }

  @Test
  void aReasonHasOnlyTheMembersThatSaySomething() {
    Reason reason =
        Reason.of("image.not-allowed", "taskinfo.image", "The image is not allowed here.")
            .comparing("docker.io/other:1", "docker.io/example:*")
            .lasting(Permanence.NOT_NOW)
            .on("uri://hub#2");
    Mapping full =
        Tree.build()
            .put("code", "image.not-allowed")
            .put("path", "taskinfo.image")
            .put("text", "The image is not allowed here.")
            .put("asked", "docker.io/other:1")
            .put("limit", "docker.io/example:*")
            .put("permanence", "not-now")
            .put("interface", "uri://hub#2")
            .done();
    Mapping brief = Tree.build().put("code", "a.b").done();
    assertThat(Answers.write(Answer.no(List.of(reason, Reason.of("a.b", "", "")), List.of())))
        .isEqualTo(says("NO").put("reasons", Tree.list(List.of(full, brief))).done());
  }

  @Test
  void emptyMembersAreLeftOut() {
    Answer answer =
        new Answer(
            Answer.Word.YES,
            List.of(Interface.of("uri://hub", Optional.of(Tree.literal("null")))),
            Optional.of(Tree.map(Map.of())),
            Optional.of(Tree.list(List.of())),
            List.of(),
            List.of(),
            Optional.empty());
    assertThat(Answers.write(answer)).isEqualTo(says("YES").put("servicetype", "uri://hub").done());
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES", "Yes", "yes", " YES\n"})
  void yesInAnyUsualSpellingIsYes(String word) throws BadInput {
    assertThat(Answers.read(says(word).done()).isYes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "No", "no"})
  void noInAnyUsualSpellingIsNo(String word) throws BadInput {
    assertThat(Answers.read(says(word).done())).isEqualTo(Answer.BARE_NO);
  }

  @Test
  void theSpellingThatTheNoteMeantIsReadToo() throws BadInput {
    assertThat(Answers.read(Tree.build().put("responseword", "YES").done()).isYes()).isTrue();
  }

  @Test
  void unquotedYesOfYamlIsYes() throws BadInput {
    assertThat(Answers.read(Tree.build().put("reponseword", Tree.literal("YES")).done()).isYes())
        .isTrue();
  }

  static Stream<Tree> noAnswers() {
    return Stream.of(
        Tree.map(Map.of()),
        Tree.text("YES"),
        Tree.texts(List.of("YES")),
        Tree.literal("null"),
        Tree.build().put("servicetype", "uri://hub").done(),
        Tree.build().put("word", "YES").done(),
        Tree.build().put("REPONSEWORD", "YES").done(),
        says("MAYBE").done(),
        says("").done(),
        says("YE\u017F").done(),
        says("YES NO").done(),
        says("true").done(),
        Tree.build().put("reponseword", Tree.literal("true")).done(),
        Tree.build().put("reponseword", Tree.literal("null")).done(),
        Tree.build().put("reponseword", Tree.texts(List.of("YES"))).done(),
        Tree.build().put("reponseword", new Tree.Scalar("YES", false, "!no", here())).done(),
        says("YES").put("responseword", "NO").done(),
        says("NO").put("responseword", "perhaps").done());
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void whatIsNoAnswerIsBadInput(Tree document) {
    assertThatThrownBy(() -> Answers.read(document))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("answer.none");
              assertThat(fault.sentence()).startsWith("An answer has \"reponseword\"");
            });
  }

  @Test
  void aYesWithNothingMoreIsAYes() throws BadInput {
    assertThat(Answers.read(says("YES").done())).isEqualTo(Answer.yes(List.of(), List.of()));
  }

  @Test
  void unknownMembersArePassedOver() throws BadInput {
    Mapping document =
        says("YES").put("servicetype", "uri://hub").put("mood", Tree.texts(List.of("good"))).done();
    assertThat(Answers.read(document))
        .isEqualTo(Answer.yes(List.of(Interface.of("uri://hub", Optional.empty())), List.of()));
  }

  @Test
  void membersOfAnUnexpectedShapeSayNothing() throws BadInput {
    Mapping document =
        says("NO")
            .put("reasons", Tree.list(List.of(Tree.text("Closed."), Tree.map(Map.of()))))
            .put("warnings", Tree.literal("null"))
            .put("resources", Tree.literal("null"))
            .done();
    assertThat(Answers.read(document))
        .isEqualTo(Answer.no(List.of(Reason.of("", "", "Closed.")), List.of()));
  }

  @Test
  void anInterfaceWithoutServicetypeIsSkippedWithAWord() throws BadInput {
    Mapping document =
        says("YES")
            .put(
                "interfaces",
                Tree.list(
                    List.of(
                        Tree.map(Map.of("serviceinfo", ENDPOINT)),
                        Tree.text("uri://uws"),
                        Answers.write(Answer.yes(List.of(hub()), List.of())))))
            .done();
    Answer answer = Answers.read(document);
    assertThat(answer.interfaces()).containsExactly(hub());
    assertThat(answer.warnings()).extracting(Reason::code).containsExactly("interface.unnamed");
  }

  @Test
  void anInterfaceInBothFormsCountsOnce() throws BadInput {
    Mapping flat = Answers.write(Answer.yes(List.of(hub()), List.of()));
    assertThat(Answers.read(flat.with("interfaces", Tree.list(List.of(flat)))).interfaces())
        .containsExactly(hub());
  }

  @Test
  void aNoOffersNothing() throws BadInput {
    Mapping document = says("NO").put("servicetype", "uri://hub").done();
    assertThat(Answers.read(document)).isEqualTo(Answer.BARE_NO);
  }

  private static Interface hub() {
    return Interface.of("uri://hub", Optional.of(ENDPOINT));
  }

  private static Tree.Builder says(String word) {
    return Tree.build().put("reponseword", word);
  }

  private static Place here() {
    return Place.NONE;
  }
}
