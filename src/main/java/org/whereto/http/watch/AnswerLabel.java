// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.decide.Decision;
import org.whereto.http.message.Status;

/** What became of a question, as metrics count it. */
enum AnswerLabel {
  YES("yes"),
  /** A YES with a condition that is left open. */
  CONDITIONAL("conditional"),
  NO("no"),
  /** The bare NO to a task type that nobody names here. */
  NOT_UNDERSTOOD("not-understood"),
  BAD_REQUEST("bad-request"),
  OTHER_4XX("other-4xx"),
  OTHER_5XX("other-5xx"),
  OTHER("other");

  private final String word;

  AnswerLabel(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static AnswerLabel of(Served served) {
    Optional<Answer> answer = served.answer();
    if (answer.isPresent()) {
      return of(answer.get(), served.decision());
    }
    if (served.status() == Status.BAD_REQUEST.code()) {
      return BAD_REQUEST;
    }
    return switch (served.status() / 100) {
      case 4 -> OTHER_4XX;
      case 5 -> OTHER_5XX;
      default -> OTHER;
    };
  }

  private static AnswerLabel of(Answer answer, Optional<Decision> decision) {
    if (answer.isYes()) {
      return answer.isConditional() ? CONDITIONAL : YES;
    }
    return decision.isEmpty() || decision.get().understood() ? NO : NOT_UNDERSTOOD;
  }
}
