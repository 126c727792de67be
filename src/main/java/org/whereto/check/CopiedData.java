// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.whereto.check.data.Found;
import org.whereto.task.DataNeed;

/**
 * The data that is copied for a Task.
 *
 * @param bytes of all whose size is told
 * @param unsized those whose size is not
 */
record CopiedData(BigDecimal bytes, List<DataNeed> unsized) {

  CopiedData {
    unsized = List.copyOf(unsized);
  }

  /**
   * What of some items is copied.
   *
   * @param found what became of them, in their order
   */
  static CopiedData of(List<DataNeed> needs, List<Found> found) {
    BigDecimal bytes = BigDecimal.ZERO;
    List<DataNeed> unsized = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Found.There there && there.terms().isCopied()) {
        if (there.bytes().isPresent()) {
          bytes = bytes.add(BigDecimal.valueOf(there.bytes().getAsLong()));
        } else {
          unsized.add(needs.get(i));
        }
      }
    }
    return new CopiedData(bytes, unsized);
  }
}
