// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.List;
import org.whereto.answer.Permanence;
import org.whereto.tree.Word;

/** What all results mean together. The one place where results become exit codes. */
public enum Verdict {
  /** Somebody says YES, be it a conditional one. */
  YES(0),
  /** Everybody answered, and nobody says YES. */
  NO(1),
  /** Nobody says YES, but not everybody answered. */
  NOT_ALL_ANSWERED(3),
  /** Nobody says YES, and one may say something else to somebody who logs in. */
  LOGIN_NEEDED(4);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The verdict on these results. */
  public static Verdict of(List<Result> results) {
    if (results.stream().anyMatch(Verdict::isYes)) {
      return YES;
    }
    if (results.stream().map(Result::told).anyMatch(Verdict::isNoToStrangers)) {
      return LOGIN_NEEDED;
    }
    boolean allAnswered =
        results.stream().map(Result::told).allMatch(Told.Answered.class::isInstance);
    return allAnswered ? NO : NOT_ALL_ANSWERED;
  }

  /** Of the process: 0, 1, 3 or 4. */
  public int exitCode() {
    return exitCode;
  }

  /** The word for machines: {@code not-all-answered}. */
  public String word() {
    return Word.of(this);
  }

  private static boolean isYes(Result result) {
    return switch (result.outcome()) {
      case YES, YES_IF -> true;
      case NO, SILENT -> false;
    };
  }

  /** A NO to somebody who was known is the last word; a token that was not taken is no login. */
  private static boolean isNoToStrangers(Told told) {
    return switch (told) {
      case Told.Answered(var answer, var identity, _) ->
          !answer.isYes()
              && !identity.tokenSent()
              && (identity.challenged()
                  || answer.reasons().stream()
                      .anyMatch(
                          why -> why.permanence().filter(Permanence.NOT_YOU::equals).isPresent()));
      case Told.Silent silent -> silent.why() == Why.LOGIN_WANTED;
    };
  }
}
