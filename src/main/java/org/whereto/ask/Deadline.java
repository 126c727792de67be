// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.time.Duration;
import java.util.Locale;

/**
 * The moment by which all asking ends. It is set once, when the asking begins.
 *
 * @param whole the time there was at the beginning
 * @param end the moment, on the clock of {@link System#nanoTime()}
 */
public record Deadline(Duration whole, long end) {

  /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** The deadline that is so far from now; at most a day. */
  public static Deadline in(Duration time) {
    Duration bounded = time.isNegative() ? Duration.ZERO : time;
    Duration whole = bounded.compareTo(LONGEST) > 0 ? LONGEST : bounded;
    return new Deadline(whole, System.nanoTime() + whole.toNanos());
  }

  /** The time that is left; zero when it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** The time there was, as people say it: {@code 10 s}, {@code 0.5 s}. */
  String inWords() {
    long millis = whole.toMillis();
    return millis % 1000 == 0
        ? millis / 1000 + " s"
        : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
