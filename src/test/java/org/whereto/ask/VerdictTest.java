// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;

final class VerdictTest {

  private static final Result YES = answered("yes", Answer.yes(List.of(), List.of()));
  private static final Result YES_IF =
      answered(
          "yes-if",
          Answer.yes(List.of(), List.of(Reason.of("image.not-given", "taskinfo.image", "Which?"))));
  private static final Result NO = answered("no", Answer.BARE_NO);
  private static final Result NOT_NOW = answered("not-now", no(Permanence.NOT_NOW));
  private static final Result NOT_YOU = answered("not-you", no(Permanence.NOT_YOU));
  private static final Result CHALLENGED =
      new Result(
          "challenged", "", new Told.Answered(Answer.BARE_NO, asked(false, true), Duration.ZERO));
  private static final Result SILENT =
      new Result("silent", "", Told.Silent.of(Why.TOO_SLOW, "No answer.", "", Duration.ZERO));

  private static final Result UNAUTHORIZED =
      new Result("401", "", Told.Silent.of(Why.LOGIN_WANTED, "Who are you?", "", Duration.ZERO));

  static Stream<Arguments> verdicts() {
    return Stream.of(
        verdict(0, YES),
        verdict(0, YES_IF),
        verdict(0, SILENT, NOT_YOU, CHALLENGED, NO, YES_IF),
        verdict(1, NO),
        verdict(1, NO, NOT_NOW),
        verdict(3, SILENT),
        verdict(3, NO, SILENT, NOT_NOW),
        verdict(4, CHALLENGED),
        verdict(4, NOT_YOU),
        verdict(4, UNAUTHORIZED),
        verdict(4, NO, SILENT, UNAUTHORIZED),
        verdict(0, UNAUTHORIZED, YES),
        verdict(4, SILENT, NO, NOT_YOU));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theExitCodeFollowsFromTheResults(int exitCode, List<Result> results) {
    assertThat(Verdict.of(results).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void whoeverIsLoggedInNeedsNoLogin() {
    var told = new Told.Answered(no(Permanence.NOT_YOU), asked(true, true), Duration.ZERO);
    Result known = new Result("known", "https://known/", told);
    assertThat(Verdict.of(List.of(known))).isEqualTo(Verdict.NO);
    assertThat(Verdict.of(List.of(known, SILENT))).isEqualTo(Verdict.NOT_ALL_ANSWERED);
    assertThat(Verdict.of(List.of(known, CHALLENGED))).isEqualTo(Verdict.LOGIN_NEEDED);
  }

  @Test
  void theBestStandFirstInTheGivenOrder() {
    Result otherYes = answered("other-yes", Answer.yes(List.of(), List.of()));
    assertThat(Result.ranked(List.of(SILENT, NO, YES_IF, CHALLENGED, YES, otherYes)))
        .extracting(Result::name)
        .containsExactly("yes", "other-yes", "yes-if", "no", "challenged", "silent");
  }

  private static Identity asked(boolean tokenSent, boolean challenged) {
    return new Identity(tokenSent, "", challenged, "");
  }

  private static Arguments verdict(int exitCode, Result... results) {
    return Arguments.of(exitCode, Arrays.asList(results));
  }

  private static Answer no(Permanence permanence) {
    return Answer.no(List.of(Reason.of("a.b", "", "Not so.").lasting(permanence)), List.of());
  }

  private static Result answered(String name, Answer answer) {
    return new Result(name, name + ".yaml", Told.Answered.of(answer, Duration.ZERO));
  }
}
