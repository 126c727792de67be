// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who may ask next, so that nobody can make a platform ask others more than its owner allows. A
 * budget belongs to a line of the owner's list, not to a name: below {@code *.example.org} somebody
 * may have names without number.
 */
final class Turns {

  private final FetchRate rate;
  private final LongSupplier clock;
  private final Line all;
  private final Map<HostRule, Line> lines = new ConcurrentHashMap<>();

  /**
   * @param clock like {@link System#nanoTime()}
   */
  Turns(FetchRate rate, LongSupplier clock) {
    this.rate = rate;
    this.clock = clock;
    this.all = new Line(new Semaphore(rate.atOnce(), true), new Allowance(rate.perMinute(), clock));
  }

  /** The right to send one request, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private record Line(Semaphore places, Allowance allowance) {}

  /**
   * Waits for a turn.
   *
   * @throws Unfetched if there is none before the deadline, or not in this minute
   */
  Turn take(HostRule rule, Deadline deadline) throws Unfetched, InterruptedException {
    Line line = lines.computeIfAbsent(rule, _ -> line());
    if (!line.allowance().take()) {
      throw Unfetched.down(
          "This platform has asked that host as often as it may for now: ask again in a minute.");
    }
    if (!all.allowance().take()) {
      throw Unfetched.down(
          "This platform has fetched as much as it may for now: ask again in a minute.");
    }
    // First the line of the host: who waits there takes no place from others.
    occupy(line.places(), deadline);
    try {
      occupy(all.places(), deadline);
    } catch (Unfetched | InterruptedException none) {
      line.places().release();
      throw none;
    }
    return () -> {
      all.places().release();
      line.places().release();
    };
  }

  private Line line() {
    return new Line(
        new Semaphore(rate.atOncePerHost(), true), new Allowance(rate.perMinutePerHost(), clock));
  }

  private static void occupy(Semaphore places, Deadline deadline)
      throws Unfetched, InterruptedException {
    if (!places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
      throw Unfetched.down("Too much is being fetched at once: ask again later.");
    }
  }
}
