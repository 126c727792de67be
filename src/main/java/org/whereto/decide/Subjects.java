// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.Optional;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.task.Subject;
import org.whereto.task.Task;

/** What can be said of a Task whose subject is not there to be looked at. */
final class Subjects {

  private Subjects() {}

  /** The finding that stands in for those of a check; none if the subject can be looked at. */
  static Optional<Finding> finding(String check, Subject subject) {
    return switch (subject) {
      case Subject.Given given -> Optional.empty();
      case Subject.NotGiven(String field) ->
          Optional.of(
              Finding.of(
                  check,
                  Outcome.NOT_GIVEN,
                  Reason.of(
                      field + ".not-given",
                      Task.TASKINFO_PATH.member(field).text(),
                      "The question does not say which " + field + ", and that will decide.")));
      case Subject.Unreadable(var code, var path, var text) ->
          Optional.of(
              Finding.of(
                  check,
                  Outcome.REFUSED,
                  Reason.of(code, path.text(), text).lasting(Permanence.NEVER)));
      case Subject.NotFetched(var code, var path, var text) ->
          Optional.of(
              Finding.of(
                  check,
                  Outcome.CANNOT_TELL,
                  Reason.of(code, path.text(), text).lasting(Permanence.UNKNOWN)));
    };
  }
}
