// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.whereto.world.Available;
import org.whereto.world.Known;
import org.whereto.world.SourceState;

/**
 * A source that is read again and again on a thread of its own, until it is closed. What was heard
 * of it can still be asked then, and grows old.
 */
final class FollowedSource implements AutoCloseable {

  private final String name;
  private final Source source;
  private final LongSupplier clock;
  private final Consumer<String> owner;
  private final CountDownLatch tried = new CountDownLatch(1);
  private final Thread thread;
  private volatile Heard heard;
  private SourceState.Use told = SourceState.Use.FRESH;
  private Optional<String> fault = Optional.empty();

  /**
   * @param name the owner's, or one of them
   * @param clock like {@link System#nanoTime()}
   * @param owner is told in a sentence of each change for the worse or the better
   */
  private FollowedSource(
      String name, SourceSettings settings, LongSupplier clock, Consumer<String> owner) {
    this.name = name;
    this.source = settings.origin().open(settings.time());
    this.clock = clock;
    this.owner = owner;
    this.heard = Heard.nothing(settings);
    // No virtual one: a file on a dead network drive would hold on to its carrier.
    this.thread = Thread.ofPlatform().daemon().name("source-" + name).unstarted(this::follow);
  }

  /** Begins to read it. */
  static FollowedSource begin(
      String name, SourceSettings settings, LongSupplier clock, Consumer<String> owner) {
    FollowedSource followed = new FollowedSource(name, settings, clock, owner);
    followed.thread.start();
    return followed;
  }

  /** What is known of it at this moment; never waits. */
  Known<Available> known() {
    return heard.known(clock.getAsLong());
  }

  /**
   * How it fares.
   *
   * @param as what its owner calls it
   */
  SourceState state(String as) {
    return heard.state(as, clock.getAsLong());
  }

  /** Waits until it was tried once; false if that takes longer. */
  boolean awaitFirst(Duration most) throws InterruptedException {
    return tried.await(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS);
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        heard = read();
        tried.countDown();
        tell();
        Thread.sleep(heard.pause());
      }
    } catch (InterruptedException _) {
      // It is closed.
    } finally {
      tried.countDown();
    }
  }

  /** Whatever a source does to its reader, it is read again. */
  private Heard read() {
    long begun = clock.getAsLong();
    try {
      return heard.good(source.read(), begun);
    } catch (Unread unread) {
      return heard.failed(unread.why());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      return heard.failed("It broke its reader, a fault in Whereto: please report it.");
    }
  }

  /** A fault that lasts is told once. */
  private void tell() {
    SourceState now = state(name);
    boolean changed = now.use() != told || !now.fault().equals(fault);
    told = now.use();
    fault = now.fault();
    if (changed) {
      owner.accept(SourceNews.of(now));
    }
  }

  /** It is not read any more. */
  @Override
  public void close() {
    thread.interrupt();
  }

  /** Whether its thread has ended. */
  boolean isOver() {
    return !thread.isAlive();
  }
}
