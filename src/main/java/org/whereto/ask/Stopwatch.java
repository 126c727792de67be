// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.time.Duration;

/**
 * How long an asking takes.
 *
 * @param begin on the clock of {@link System#nanoTime()}
 */
public record Stopwatch(long begin) {

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
