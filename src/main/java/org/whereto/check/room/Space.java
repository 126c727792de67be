// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.Optional;
import org.whereto.check.room.Prospect.Found;

/** Whether data that is copied for a Task fits in beside all else that it needs. */
public sealed interface Space {

  /**
   * It does, or nobody limits the store.
   *
   * @param prospect of the Task, where its data fits too
   */
  record Enough(Prospect prospect) implements Space {}

  /**
   * It is more than the Task gets as it is asked.
   *
   * @param most what it gets, in bytes
   */
  record Beyond(BigDecimal most) implements Space {}

  /**
   * No place has so much store, and all else that is asked.
   *
   * @param limit as much as there is, in bytes; empty where a place has it, but not all the rest
   * @param isForEver whether there is never enough; else not now
   */
  record TooLittle(Optional<BigDecimal> limit, boolean isForEver) implements Space {}

  /** Who knows how much there is cannot be asked now. */
  record NotKnown() implements Space {}

  /** What is to be said of a Task whose data is among its needs. */
  static Space of(Prospect prospect) {
    Optional<Found> store = prospect.of(Room.STORE);
    if (store.orElse(null) instanceof Found.NotKnown) {
      return new NotKnown();
    }
    if (prospect.isEnough()) {
      return new Enough(prospect);
    }
    boolean isForEver =
        prospect.findings().stream()
            .anyMatch(found -> found instanceof Found.TooLittle little && little.isForEver());
    Optional<BigDecimal> limit =
        store.orElse(null) instanceof Found.TooLittle little && little.isAlone()
            ? Optional.of(little.limit())
            : Optional.empty();
    return new TooLittle(limit, isForEver);
  }
}
