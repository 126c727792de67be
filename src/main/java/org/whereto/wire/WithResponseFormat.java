// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.Optional;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;

/** A question whose form has a place for {@code RESPONSEFORMAT} (wire.md, section 2.1). */
public interface WithResponseFormat extends Question {

  /**
   * The value of {@code RESPONSEFORMAT}, whatever may be wrong with the Task.
   *
   * @throws BadInput if it is there twice or cannot be read
   */
  Optional<String> responseFormat() throws BadInput;
}
