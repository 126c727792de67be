// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a person stop the waiting (Ctrl-C) and still see what has come so far: the thread that made
 * this is interrupted, and the process ends when it has closed this, with the signal's own exit
 * code.
 */
final class Interrupt implements AutoCloseable {

  /** The exit code of a process that SIGINT ended. */
  static final int EXIT_CODE = 130;

  private static final long SECONDS_TO_PRINT = 3;

  private final Thread waiting = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interrupt").unstarted(this::stop);

  private Interrupt() {}

  /** From now on, until closed. */
  static Interrupt toThisThread() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop() {
    waiting.interrupt();
    try {
      if (!closed.await(SECONDS_TO_PRINT, TimeUnit.SECONDS)) {
        waiting.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already: the hook has done what it was for.
    }
  }
}
