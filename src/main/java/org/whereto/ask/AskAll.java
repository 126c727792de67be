// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whereto.task.Task;

/**
 * Asks many at once. Nobody waits for anybody: whoever is down, slow or broken costs one {@link
 * Told.Silent} and nothing else.
 */
public final class AskAll {

  /** How many are asked at the same moment. */
  private static final int AT_ONCE = 256;

  static final String LATER = "Ask again later, or allow more time.";
  static final String REPORT = "This is a fault in Whereto: please report it.";
  static final String GIVEN_UP = "Not waited for: the asking was interrupted.";

  private record Done(int index, Result result) {}

  private final List<Where> wheres;
  private final List<String> names;
  private final List<String> locations;
  private final Deadline deadline;
  private final Stopwatch begin = Stopwatch.start();
  private final BlockingQueue<Done> queue = new LinkedBlockingQueue<>();
  private final @Nullable Result[] results;

  private AskAll(List<Where> wheres, Deadline deadline) {
    this.wheres = wheres;
    this.names = wheres.stream().map(where -> orNone(where::name)).toList();
    this.locations = wheres.stream().map(where -> orNone(where::location)).toList();
    this.deadline = deadline;
    this.results = new Result[wheres.size()];
  }

  /**
   * Asks all of them, and returns when all have answered, when the deadline has come, or when this
   * thread is interrupted (it then stays interrupted).
   *
   * @param listener told of each result as it comes, on this thread
   * @return one result for each, in the given order
   */
  public static List<Result> ask(
      List<? extends Where> wheres, Task task, Deadline deadline, Consumer<Result> listener) {
    AskAll all = new AskAll(List.copyOf(wheres), deadline);
    List<Thread> threads = all.start(task);
    boolean interrupted = false;
    try {
      all.gather(listener);
    } catch (InterruptedException _) {
      interrupted = true;
      Thread.currentThread().interrupt();
    } finally {
      threads.forEach(Thread::interrupt);
    }
    return all.completed(interrupted, listener);
  }

  private List<Thread> start(Task task) {
    Semaphore free = new Semaphore(AT_ONCE);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < wheres.size(); i++) {
      int index = i;
      threads.add(Thread.ofVirtual().name("ask-" + i).start(() -> askOne(index, task, free)));
    }
    return threads;
  }

  private void askOne(int index, Task task, Semaphore free) {
    Stopwatch from = Stopwatch.start();
    try {
      free.acquire();
      try {
        tell(index, Objects.requireNonNull(wheres.get(index).ask(task, deadline)));
      } finally {
        free.release();
      }
    } catch (Throwable fault) {
      // Errors too: a stack overflow on one platform's file must not cost the others' answers.
      tell(index, broken(fault, from.elapsed()));
    }
  }

  private void tell(int index, Told told) {
    queue.add(new Done(index, result(index, told)));
  }

  private Result result(int index, Told told) {
    return new Result(names.get(index), locations.get(index), told);
  }

  private void gather(Consumer<Result> listener) throws InterruptedException {
    for (int missing = wheres.size(); missing > 0; missing--) {
      Done done = queue.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (done == null) {
        return;
      }
      results[done.index()] = done.result();
      listener.accept(done.result());
    }
  }

  private List<Result> completed(boolean interrupted, Consumer<Result> listener) {
    List<Result> all = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Result result = results[i];
      if (result == null) {
        result = result(i, interrupted ? givenUp() : tooSlow(deadline, begin.elapsed()));
        listener.accept(result);
      }
      all.add(result);
    }
    return List.copyOf(all);
  }

  static Told.Silent tooSlow(Deadline deadline, Duration took) {
    return Told.Silent.of(
        Why.TOO_SLOW, "No answer within " + deadline.inWords() + ".", LATER, took);
  }

  private Told.Silent givenUp() {
    return Told.Silent.of(Why.INTERRUPTED, GIVEN_UP, "", begin.elapsed());
  }

  private static Told.Silent broken(Throwable fault, Duration took) {
    return Told.Silent.of(
        Why.FAILED,
        "Whereto failed while it asked here (" + fault.getClass().getSimpleName() + ").",
        REPORT,
        took);
  }

  /** Nothing of a {@link Where} is trusted not to throw. */
  private static String orNone(Supplier<String> words) {
    try {
      return words.get();
    } catch (RuntimeException _) {
      return "?";
    }
  }
}
