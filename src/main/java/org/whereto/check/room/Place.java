// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whereto.world.Available.Slot;

/**
 * Where a Task could run as a whole. Nothing is put together before somebody asks: there may be
 * thousands of places, and few dimensions that matter.
 *
 * @param slot what is there
 * @param everywhere what holds in all places
 */
record Place(Slot slot, Slot everywhere) {

  /** What is free of a dimension, if anybody limits it there; never beyond what there ever is. */
  Optional<BigDecimal> free(Need need) {
    return Optional.ofNullable(
        less(
            less(slot.free().get(need.dimension()), everywhere.free().get(need.dimension())),
            ever(need)));
  }

  /** As much of a dimension as there ever is, if anybody says so. */
  Optional<BigDecimal> most(Need need) {
    return Optional.ofNullable(ever(need));
  }

  private @Nullable BigDecimal ever(Need need) {
    return less(slot.most().get(need.dimension()), everywhere.most().get(need.dimension()));
  }

  private static @Nullable BigDecimal less(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.min(other);
  }
}
