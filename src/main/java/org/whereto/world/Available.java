// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one source says is available.
 *
 * @param slots where a Task could run as a whole, like the nodes of a cluster; none if there is
 *     nowhere
 * @param isLate whether this is older than its owner expects, though not yet too old
 */
public record Available(List<Slot> slots, boolean isLate) {

  public Available {
    slots = List.copyOf(slots);
  }

  /**
   * One place where a Task could run as a whole. Amounts are in base units (a number, bytes,
   * seconds), by dimension; of one that is not named here the source knows nothing.
   *
   * @param name what its system calls it; empty if there is only one
   * @param free as much as a Task gets that begins now
   * @param most as much as a Task ever gets there, where that is known; not less than is free
   */
  public record Slot(String name, Map<String, BigDecimal> free, Map<String, BigDecimal> most) {

    public Slot {
      free = Map.copyOf(free);
      most = Map.copyOf(most);
    }
  }
}
