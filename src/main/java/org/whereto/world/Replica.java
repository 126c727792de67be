// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An item of data that is there.
 *
 * @param holders the storage elements that hold it whole; none where its system knows no such thing
 * @param bytes its size, where that is told
 */
public record Replica(List<Holder> holders, OptionalLong bytes) {

  public Replica {
    holders = List.copyOf(holders);
  }

  /**
   * A storage element.
   *
   * @param name as its system calls it
   * @param distance from it to the nearest one that the platform's owner calls his own, as its
   *     system counts; empty where the two are not linked, and where nobody asked, since the owner
   *     does not go by distance or one of his own holds the item
   */
  public record Holder(String name, OptionalInt distance) {}
}
