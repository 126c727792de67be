// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work of which the same is never done twice at a time: who wants what is under way waits for it.
 * It goes on when nobody waits any more.
 *
 * @param <K> what is worked on
 * @param <V> what comes of it
 */
public final class Flights<K, V> {

  /** What is done for a key, on a thread of its own. */
  public interface Work<V> {
    V done() throws Unanswered;
  }

  private static final String BROKEN = "What came back cannot be read.";

  private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most that may be under way
   */
  public Flights(int most) {
    this.most = most;
  }

  /** Begins {@code work}, or joins what is under way for that key. */
  public CompletableFuture<V> begin(K key, Work<V> work) {
    if (underWay.size() >= most && !underWay.containsKey(key)) {
      return CompletableFuture.failedFuture(
          Unanswered.down("Too much is being looked up at once."));
    }
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    var _ = Thread.ofVirtual().start(() -> fly(key, work, mine));
    return mine;
  }

  /** The flight is over before it is told what came of it: nobody joins one that has landed. */
  private void fly(K key, Work<V> work, CompletableFuture<V> mine) {
    try {
      V value = work.done();
      underWay.remove(key, mine);
      mine.complete(value);
    } catch (Unanswered unanswered) {
      fail(key, mine, unanswered);
    } catch (RuntimeException | StackOverflowError _) {
      fail(key, mine, Unanswered.refused(BROKEN));
    } finally {
      // Nothing to do, unless the machine itself has failed: then too nobody waits for ever.
      fail(key, mine, Unanswered.refused(BROKEN));
    }
  }

  private void fail(K key, CompletableFuture<V> mine, Unanswered why) {
    underWay.remove(key, mine);
    mine.completeExceptionally(why);
  }

  /**
   * Waits for a flight.
   *
   * @param late what is told where it takes too long
   */
  public static <V> V landed(CompletableFuture<V> flight, Deadline deadline, String late)
      throws Unanswered {
    try {
      return flight.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Unanswered unanswered
          ? unanswered
          : Unanswered.refused(BROKEN);
    } catch (TimeoutException _) {
      throw Unanswered.down(late);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Unanswered.down(late);
    }
  }
}
