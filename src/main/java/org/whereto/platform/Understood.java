// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.List;
import java.util.Optional;
import org.whereto.task.Kind;

/**
 * A task type that a platform understands.
 *
 * @param tasktype its own name, whichever synonym was asked for
 * @param kind the code that reads its taskinfo; none if it is matched by name alone
 * @param acceptances those that name it, in the owner's order; at least one
 */
public record Understood(String tasktype, Optional<Kind> kind, List<Acceptance> acceptances) {

  public Understood {
    acceptances = List.copyOf(acceptances);
  }
}
