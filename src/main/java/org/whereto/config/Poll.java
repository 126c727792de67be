// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, until closed. */
public final class Poll implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("poll").factory());

  private Poll() {}

  /**
   * Begins.
   *
   * @param pause between the end of one time and the beginning of the next
   */
  public static Poll every(Duration pause, Runnable action) {
    Poll poll = new Poll();
    long millis = pause.toMillis();
    var _ =
        poll.thread.scheduleWithFixedDelay(
            () -> unharmed(action), millis, millis, TimeUnit.MILLISECONDS);
    return poll;
  }

  /** What breaks once may go well the next time; thrown on, it would end the polling unseen. */
  private static void unharmed(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error _) {
      // told by what is polled, as far as anything can be told
    }
  }

  /** No further time begins. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
