// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to have happened by a certain time, on one event loop. To set it again and
 * again costs two assignments: a timer that comes too early sets itself anew.
 */
final class Deadline {

  private final EventExecutor loop;
  private final Runnable missed;
  private boolean isSet;
  private boolean isOver;
  private long due;
  private long timerDue;
  private @Nullable ScheduledFuture<?> timer;

  /**
   * @param missed called once when the time is over
   */
  Deadline(EventExecutor loop, Runnable missed) {
    this.loop = loop;
    this.missed = missed;
  }

  /** Sets it anew, from now. */
  void in(Duration time) {
    if (isOver) {
      return;
    }
    long now = System.nanoTime();
    isSet = true;
    due = now + time.toNanos();
    if (timer != null && timerDue - due > 0) {
      cancel();
    }
    if (timer == null) {
      schedule(now);
    }
  }

  /** It has happened. */
  void clear() {
    isSet = false;
  }

  /** Nothing will ever be late again. */
  void end() {
    isOver = true;
    isSet = false;
    cancel();
  }

  private void cancel() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void schedule(long now) {
    timerDue = due;
    timer = loop.schedule(this::ring, due - now, TimeUnit.NANOSECONDS);
  }

  private void ring() {
    timer = null;
    if (!isSet) {
      return;
    }
    long now = System.nanoTime();
    if (due - now > 0) {
      schedule(now);
    } else {
      isSet = false;
      missed.run();
    }
  }
}
