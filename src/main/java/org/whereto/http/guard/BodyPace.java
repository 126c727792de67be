// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.whereto.http.settings.Limits;

/**
 * How fast one body has to come: after a grace at a certain rate on average, and in a total time.
 */
final class BodyPace {

  private static final double NANOS = 1e9;

  private final Limits limits;
  private final LongSupplier clock;
  private final long begin;

  BodyPace(Limits limits) {
    this(limits, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds, from any beginning
   */
  BodyPace(Limits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    this.begin = clock.getAsLong();
  }

  /**
   * The time until more has to be there; none or less where it is too late.
   *
   * @param bytes that came so far
   */
  Duration rest(long bytes) {
    double earned = bytes * NANOS / limits.bodyRate();
    double most = limits.bodyTime().toNanos();
    long allowed = (long) Math.min(most, limits.bodyGrace().toNanos() + earned);
    return Duration.ofNanos(allowed - (clock.getAsLong() - begin));
  }
}
