// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.whereto.systems.fetch.Deadline;

/**
 * How one registry does. One that was silent several times in a row is left alone for a while, so
 * that nobody waits for it in vain; and only so many ask it at once.
 */
final class RegistryPulse {

  private static final int AT_ONCE = 8;

  /** One silence may be the fault of what was asked for; this many are the registry's. */
  private static final int IN_A_ROW = 3;

  static final Duration PAUSE = Duration.ofSeconds(5);

  private final Ticker ticker;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private int silent;
  private boolean paused;
  private long until;

  RegistryPulse(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Whether it is to be left alone for now. */
  synchronized boolean isPaused() {
    paused = paused && until - ticker.read() > 0;
    return paused;
  }

  synchronized void answered() {
    silent = 0;
  }

  synchronized void wasSilent() {
    silent++;
    if (silent >= IN_A_ROW) {
      pause(PAUSE);
    }
  }

  /** Leaves it alone for so long. */
  synchronized void pause(Duration time) {
    paused = true;
    until = ticker.read() + time.toNanos();
  }

  /** Waits for a turn; false if none came in time. Whoever got one gives it back. */
  boolean takeTurn(Deadline deadline) {
    try {
      return turns.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBackTurn() {
    turns.release();
  }
}
