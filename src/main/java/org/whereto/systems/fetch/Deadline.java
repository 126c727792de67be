// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.time.Duration;

/**
 * The moment by which an errand ends, or several that belong together. It is set once, when they
 * begin.
 *
 * @param end the moment, on the clock of {@link System#nanoTime()}
 */
public record Deadline(long end) {

  /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** The deadline that is so far from now; at most a day. */
  public static Deadline in(Duration time) {
    Duration bounded = time.isNegative() ? Duration.ZERO : time;
    Duration whole = bounded.compareTo(LONGEST) > 0 ? LONGEST : bounded;
    return new Deadline(System.nanoTime() + whole.toNanos());
  }

  /** The time that is left; zero when it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  public boolean isOver() {
    return end - System.nanoTime() <= 0;
  }

  /** This one or the other, whichever comes first. */
  public Deadline orSooner(Deadline other) {
    return other.end - end < 0 ? other : this;
  }
}
