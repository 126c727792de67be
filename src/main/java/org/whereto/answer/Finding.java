// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.List;
import java.util.Optional;

/**
 * What one check saw.
 *
 * @param check the name of the check
 * @param path the field it looked at
 * @param seen the value it saw, in its normal form; empty if there was none
 * @param limit what it was held against
 * @param says the reason of a refusal, or what the asker must be told of a pass
 * @param repairs with which, all of them, it would not be refused; none where nothing is known
 * @param states what the answer tells of it beside its reasons
 */
public record Finding(
    String check,
    String path,
    String seen,
    String limit,
    Outcome outcome,
    Optional<Reason> says,
    List<Repair> repairs,
    Optional<Statement> states) {

  public Finding {
    repairs = List.copyOf(repairs);
  }

  /** A finding that cannot be mended, or need not. */
  public Finding(
      String check,
      String path,
      String seen,
      String limit,
      Outcome outcome,
      Optional<Reason> says) {
    this(check, path, seen, limit, outcome, says, List.of(), Optional.empty());
  }

  /** What a check says with a reason: the value it saw and the limit are those of the reason. */
  public static Finding of(String check, Outcome outcome, Reason says) {
    return new Finding(check, says.path(), says.asked(), says.limit(), outcome, Optional.of(says));
  }

  /** The same with what would mend it. */
  public Finding mendedBy(List<Repair> changes) {
    return new Finding(check, path, seen, limit, outcome, says, changes, states);
  }

  /** The same with what the answer tells of it. */
  public Finding stating(Statement statement) {
    return new Finding(check, path, seen, limit, outcome, says, repairs, Optional.of(statement));
  }

  /** How it came out. Silence is none of these: a check that finds nothing cannot tell. */
  public enum Outcome {
    OK,
    REFUSED,
    /** The question leaves it open: a YES is a conditional one. */
    NOT_GIVEN,
    CANNOT_TELL;

    /** Whether the Task cannot run where this was found. */
    public boolean isNo() {
      return this == REFUSED || this == CANNOT_TELL;
    }
  }
}
