// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.Comparator;

/**
 * How much data has to travel to where a Task would run; the less, the smaller.
 *
 * @param unsized items that have to, and of which nobody tells the size
 * @param bytes of all others that have to; what is too much to be counted is all the same
 * @param items of these others
 */
record Nearness(int unsized, long bytes, int items) implements Comparable<Nearness> {

  /** Nothing has to travel. */
  static final Nearness HERE = new Nearness(0, 0, 0);

  private static final Comparator<Nearness> ORDER =
      Comparator.comparingInt(Nearness::unsized)
          .thenComparingLong(Nearness::bytes)
          .thenComparingInt(Nearness::items);

  /** The same with another item, of unknown size. */
  Nearness more() {
    return new Nearness(unsized + 1, bytes, items);
  }

  /** The same with another item of so many bytes. */
  Nearness more(long size) {
    return new Nearness(unsized, Math.min(Long.MAX_VALUE - size, bytes) + size, items + 1);
  }

  @Override
  public int compareTo(Nearness other) {
    return ORDER.compare(this, other);
  }
}
