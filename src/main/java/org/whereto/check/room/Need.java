// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;

/**
 * What a Task needs of one dimension.
 *
 * @param wanted by its request and its content together; empty if neither asks for it
 * @param data that has to fit in as well, in base units; zero if there is none
 */
public record Need(String dimension, Optional<Wanted> wanted, BigDecimal data) {

  /** Without data. */
  Need(String dimension, Optional<Wanted> wanted) {
    this(dimension, wanted, BigDecimal.ZERO);
  }

  /** Whether a Task runs only where this is met. */
  boolean isDecisive() {
    return wanted.isPresent() || data.signum() > 0;
  }

  /** A dimension of which nothing is asked. */
  static Need unasked(String dimension) {
    return new Need(dimension, Optional.empty());
  }

  /** The smallest amount that will do. */
  public Optional<Bound> min() {
    return wanted.flatMap(Wanted::min);
  }

  /** As much as the Task may use. */
  public Optional<Bound> max() {
    return wanted.flatMap(Wanted::max);
  }

  /** The bound by which it is missed where there is too little. */
  public Optional<Bound> decisive() {
    return min().or(this::max);
  }

  /** The smallest amount that will do; where none is named, anything above zero. */
  public BigDecimal least() {
    return min().map(Need::value).orElse(BigDecimal.ZERO).max(data);
  }

  boolean isContradiction() {
    return wanted.map(Wanted::isContradiction).orElse(false);
  }

  /** Whether what is asked can be held against an amount in this measure. */
  boolean isIn(Measure measure) {
    return min().map(bound -> bound.amount().measure() == measure).orElse(true)
        && max().map(bound -> bound.amount().measure() == measure).orElse(true);
  }

  /** Whether that much will do. */
  boolean isMetBy(BigDecimal amount) {
    if (min().isPresent() || data.signum() > 0) {
      return amount.compareTo(least()) >= 0;
    }
    return max().isEmpty() || amount.signum() > 0;
  }

  /** How much is missing from what will do. */
  BigDecimal shortOf(BigDecimal amount) {
    return least().subtract(amount).max(BigDecimal.ZERO);
  }

  /**
   * As much as a Task gets: up to its maximum; without one the larger of its minimum and the
   * default; never more than there is.
   */
  BigDecimal onOffer(BigDecimal free, Limits limits) {
    return upTo(limits).map(free::min).orElse(free);
  }

  /** As much as a Task gets if there is enough; empty if that is as much as there is. */
  Optional<BigDecimal> upTo(Limits limits) {
    Optional<BigDecimal> usual = limits.byDefault().map(Amount::value);
    return max()
        .map(Need::value)
        .or(() -> min().map(bound -> value(bound).max(usual.orElse(BigDecimal.ZERO))))
        .or(() -> usual);
  }

  /** As much of an amount as the Task may use. */
  public BigDecimal atMost(BigDecimal free) {
    return max().map(bound -> free.min(value(bound))).orElse(free);
  }

  private static BigDecimal value(Bound bound) {
    return bound.amount().value();
  }
}
