// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often an issuer may be asked for its keys: twice a minute whatever tokens come, and not again
 * at once where it has just failed.
 */
final class Attempts {

  private static final int MOST = 2;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private final Deque<Instant> begun = new ArrayDeque<>();
  private boolean failed;

  /** Takes the right to ask now, if there is one. */
  synchronized boolean take(Instant now) {
    while (!begun.isEmpty() && !now.isBefore(begun.getFirst().plus(MINUTE))) {
      begun.removeFirst();
    }
    boolean isTooSoon =
        failed && !begun.isEmpty() && now.isBefore(begun.getLast().plus(AFTER_FAILURE));
    if (begun.size() >= MOST || isTooSoon) {
      return false;
    }
    begun.addLast(now);
    return true;
  }

  synchronized void ended(boolean well) {
    failed = !well;
  }
}
