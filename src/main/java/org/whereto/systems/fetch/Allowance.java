// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many requests in a minute: all at once if need be, and then as they come back, evenly over the
 * minute.
 */
final class Allowance {

  private static final double MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final int most;
  private final LongSupplier clock;
  private double left;
  private long counted;

  /**
   * @param clock like {@link System#nanoTime()}
   */
  Allowance(int perMinute, LongSupplier clock) {
    this.most = perMinute;
    this.clock = clock;
    this.left = perMinute;
    this.counted = clock.getAsLong();
  }

  /** Takes one, if there is one. */
  synchronized boolean take() {
    long now = clock.getAsLong();
    left = Math.min(most, left + most * ((now - counted) / MINUTE));
    counted = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
