// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How one server does. One that was silent several times in a row is left alone for a while, so
 * that nobody waits for it in vain; and only so many ask it at once.
 */
public final class Pulse {

  private static final int AT_ONCE = 8;

  /** One silence may be the fault of what was asked for; this many are the server's. */
  private static final int IN_A_ROW = 3;

  /** How long it is left alone. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  private final LongSupplier clock;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private int silent;
  private boolean paused;
  private long until;

  /**
   * @param clock like {@link System#nanoTime()}
   */
  public Pulse(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether it is to be left alone for now. */
  public synchronized boolean isPaused() {
    paused = paused && until - clock.getAsLong() > 0;
    return paused;
  }

  public synchronized void answered() {
    silent = 0;
  }

  public synchronized void wasSilent() {
    silent++;
    if (silent >= IN_A_ROW) {
      pause(PAUSE);
    }
  }

  /** Leaves it alone for so long. */
  public synchronized void pause(Duration time) {
    paused = true;
    until = clock.getAsLong() + time.toNanos();
  }

  /** Waits for a turn; false if none came in time. Whoever got one gives it back. */
  public boolean takeTurn(Deadline deadline) {
    try {
      return turns.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public void giveBackTurn() {
    turns.release();
  }
}
