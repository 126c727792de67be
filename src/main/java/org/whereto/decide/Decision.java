// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.answer.Suggestion;
import org.whereto.platform.Version;

/**
 * What was decided and why: every finding, passing ones too.
 *
 * @param tasktype as it was asked
 * @param understood whether any acceptance names the type
 * @param considered every acceptance that names it, in the owner's order
 * @param version the state of the owner's file that it rests on
 * @param suggestion of a NO: what would be a YES, as far as the owner lets it be told
 */
public record Decision(
    String tasktype,
    boolean understood,
    List<Considered> considered,
    Version version,
    Optional<Suggestion> suggestion) {

  public Decision {
    considered = List.copyOf(considered);
  }

  /** A decision that suggests nothing. */
  public Decision(
      String tasktype, boolean understood, List<Considered> considered, Version version) {
    this(tasktype, understood, considered, version, Optional.empty());
  }

  /** The answer that the caller gets, with as much of the reasons as the owner discloses. */
  public Answer answer() {
    Answer answer = Answering.of(considered);
    return suggestion.map(answer::suggesting).orElse(answer);
  }
}
