// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import org.whereto.answer.Answer;
import org.whereto.platform.Version;

/**
 * What was decided and why: every finding, passing ones too.
 *
 * @param tasktype as it was asked
 * @param understood whether any acceptance names the type
 * @param considered every acceptance that names it, in the owner's order
 * @param version the state of the owner's file that it rests on
 */
public record Decision(
    String tasktype, boolean understood, List<Considered> considered, Version version) {

  public Decision {
    considered = List.copyOf(considered);
  }

  /** The answer that the caller gets, with as much of the reasons as the owner discloses. */
  public Answer answer() {
    return Answering.of(considered);
  }
}
