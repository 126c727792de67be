// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import org.whereto.check.Check;

/** A check made for a test, which says nothing of itself. */
interface Mute extends Check {
  @Override
  default List<String> demands() {
    return List.of();
  }
}
