// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.List;
import org.whereto.world.Available.Slot;

/**
 * What a source said when it was read.
 *
 * @param age how old it was already then
 */
record Reading(List<Slot> slots, Duration age) {

  Reading {
    slots = List.copyOf(slots);
  }
}
