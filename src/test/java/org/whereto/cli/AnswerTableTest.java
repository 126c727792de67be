// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Answer.Word;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.ask.Identity;
import org.whereto.ask.Result;
import org.whereto.ask.Told;
import org.whereto.ask.Why;
import org.whereto.tree.Tree;

final class AnswerTableTest {

  private static final Duration TOOK = Duration.ofMillis(5);

  private static final Reason WHICH_IMAGE =
      Reason.of(
          "image.not-given",
          "taskinfo.image",
          "The question does not say which image, and that will decide.");

  private static final List<Result> RESULTS =
      List.of(
          answered("Far platform", Answer.BARE_NO),
          answered(
              "Portainer",
              Answer.yes(
                  List.of(
                      way("uri://portainer-service", "http://portainer.example.org/"),
                      way("uri://docker-uws", "http://uws.example.org/docker")),
                  List.of(WHICH_IMAGE))),
          answered(
              "Hub",
              Answer.yes(List.of(way("uri://jupyter-hub", "http://hub.example.org/")), List.of())),
          answered(
              "Compose",
              Answer.no(
                  List.of(
                      Reason.of(
                          "image.not-allowed",
                          "services.db.image",
                          "The image docker.io/library/postgres:16 of the service db is not among"
                              + " those that run here: docker.io/example/*."),
                      Reason.of("cores.busy", "resources.mincores", "Only 2 cores are free.")
                          .lasting(Permanence.NOT_NOW)
                          .on("uri://compose-uws#2"),
                      new Reason(
                          "caller.unknown",
                          "data[0]",
                          "",
                          "",
                          "",
                          Optional.of(Permanence.NOT_YOU),
                          "")),
                  List.of(Reason.of("field.not-used", "taskinfo.x", "taskinfo.x was not read.")))),
          answered("望遠鏡計算センター", wide()),
          answered("Evil \u001b[31m\u0007\u202eplatform\r\nYES", hostile()),
          new Result(
              "Slow",
              "https://slow.example.org/accepts",
              Told.Silent.of(
                  Why.TOO_SLOW,
                  "No answer within 10 s.",
                  "Ask again later, or allow more time.",
                  TOOK)),
          answered("Hub", repaired()),
          answered("Says little", Answer.yes(List.of(), List.of())));

  private static Result answered(String name, Answer answer) {
    String location =
        name.toLowerCase(java.util.Locale.ROOT) + answer.interfaces().size() + ".yaml";
    return new Result(name, location, Told.Answered.of(answer, TOOK));
  }

  private static Interface way(String servicetype, String endpoint) {
    return Interface.of(servicetype, Optional.of(Tree.build().put("endpoint", endpoint).done()));
  }

  private static Answer wide() {
    return Answer.no(
        List.of(Reason.of("x", "", "この計算センターではRのノートブックを実行できません。Pythonだけです。")), List.of());
  }

  private static Answer hostile() {
    String escape = "\u001b]0;owned\u0007\u001b[2J\u009b31m";
    return Answer.yes(
        List.of(
            way(
                "uri://" + escape + "x".repeat(200),
                "http://e\u0301" + "\u0301".repeat(5) + "\u200b/\n\n")),
        List.of(Reason.of("note", "", "\u2067right\u2069 to \u202eleft" + escape)));
  }

  private static Answer repaired() {
    Tree change =
        Tree.build().put("path", "taskinfo.image").put("from", "a:1").put("to", "a:2").done();
    return new Answer(
        Word.NO,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(Reason.of("image.old", "taskinfo.image", "a:1 is too old.")),
        List.of(),
        Optional.of(Tree.build().put("changes", Tree.list(List.of(change))).done()));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void fitsTheTerminalBestAnswersFirst(int width) throws IOException {
    String table = AnswerTable.of(RESULTS, width, Paint.NONE);
    assertThat(table.lines())
        .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(width));
    Ran.assertGolden(table, "table-" + width + ".txt");
  }

  @Test
  void nothingOfAStrangerActsOnTheTerminal() {
    String table = AnswerTable.of(RESULTS, 80, Paint.NONE);
    assertThat(table.codePoints())
        .allSatisfy(point ->
            assertThat(point == '\n' || Character.getType(point) != Character.CONTROL).isTrue())
        .noneSatisfy(point -> assertThat(Character.getType(point)).isEqualTo(Character.FORMAT));
  }

  @Test
  void coloursChangeNothingButTheColour() {
    String painted = AnswerTable.of(RESULTS, 80, new Paint(true));
    assertThat(painted).contains("\u001b[1;32mYES\u001b[0m").contains("\u001b[1;31mNO\u001b[0m");
    assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(AnswerTable.of(RESULTS, 80, Paint.NONE));
  }

  @Test
  void whoHasAChallengeMaySaySomethingElseLater() {
    var told = new Told.Answered(Answer.BARE_NO, new Identity(false, "", true, "Log in."), TOOK);
    assertThat(Said.of(told))
        .containsExactly(Said.BARE_NO, "After a login it may say something else. Log in.");
  }
}
