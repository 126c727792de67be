// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.util.Optional;
import org.whereto.task.Amount;

/**
 * What an owner says of one dimension of resources.
 *
 * @param max the ceiling: as much as a Task ever gets
 * @param free as much as a Task gets now
 * @param byDefault as much as a Task gets that does not say how much it may use
 */
public record Limits(Optional<Amount> max, Optional<Amount> free, Optional<Amount> byDefault) {

  /** Of a dimension of which nothing is said. */
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  /** What holds if these stand within others: the stricter ceiling, the nearer default. */
  public Limits within(Limits outer) {
    return new Limits(
        smaller(outer.max, max), smaller(outer.free, free), byDefault.or(outer::byDefault));
  }

  private static Optional<Amount> smaller(Optional<Amount> one, Optional<Amount> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().value().compareTo(other.get().value()) <= 0 ? one : other;
  }
}
