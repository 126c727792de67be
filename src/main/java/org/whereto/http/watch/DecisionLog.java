// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.whereto.http.settings.LogCallers;
import org.whereto.http.settings.LogTo;
import org.whereto.tree.BadInput;

/**
 * One line of JSON for each request, written by a thread of its own. Whoever hands in a request
 * never waits: what the thread cannot keep up with, or cannot write, is lost and counted.
 */
public final class DecisionLog implements Consumer<Served>, AutoCloseable {

  /** At most 32 MB, with the longest targets that are kept. */
  private static final int MOST_WAITING = 8192;

  private static final int MOST_AT_ONCE = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Between two batches: so that under load the thread is not woken for every line. */
  private static final long PAUSE_NANOS = 5_000_000;

  private final LogOutput output;
  private final CallerNames callers;
  private final LogWriter writer;
  private final Thread thread;

  /** An empty place is the end of the log. */
  private final BlockingQueue<Optional<LogEntry>> waiting;

  private volatile boolean closing;

  /**
   * @param callers what is said of those who ask
   * @param mostWaiting how many entries may wait to be written
   */
  DecisionLog(LogOutput output, CallerNames callers, int mostWaiting) {
    this.output = output;
    this.callers = callers;
    this.writer = new LogWriter(output);
    this.waiting = new LinkedBlockingQueue<>(mostWaiting);
    this.thread = Thread.ofPlatform().daemon().name("decision-log").unstarted(this::write);
  }

  /**
   * From now on lines are written; those of requests that came before wait. So whoever says
   * something on the same output first is the first.
   */
  public synchronized void begin() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  /**
   * The log that an owner wants; nothing if none is wanted. It has to {@link #begin}.
   *
   * @throws BadInput {@code log.not-writable} if its file cannot be written now, {@code log.salt}
   *     if callers are to be hashed with a salt that cannot be read
   */
  public static Optional<DecisionLog> open(LogTo to, LogCallers callers) throws BadInput {
    CallerNames names = CallerNames.of(callers);
    return switch (to) {
      case LogTo.Nowhere() -> Optional.empty();
      case LogTo.StandardOutput() -> Optional.of(to(new LogPlace.StandardOutput(), names));
      case LogTo.InFile(Path file) -> Optional.of(toFile(file, names));
    };
  }

  private static DecisionLog to(LogPlace place, CallerNames names) {
    return new DecisionLog(new LogOutput(place, System::nanoTime), names, MOST_WAITING);
  }

  /** Makes a file that only its owner can read if there is none. */
  private static DecisionLog toFile(Path file, CallerNames names) throws BadInput {
    LogPlace place = new LogPlace.InFile(file);
    try {
      place.open().close();
    } catch (IOException unwritable) {
      throw new BadInput(
          "log.not-writable",
          "The log cannot be written to "
              + file
              + ": name a file in a directory that exists, where this user may write.");
    }
    return to(place, names);
  }

  @Override
  public void accept(Served served) {
    if (closing || !waiting.offer(Optional.of(entry(served)))) {
      writer.lose();
    }
  }

  private LogEntry entry(Served served) {
    return LogEntry.of(served, callers.name(served.caller(), served.at()));
  }

  /** How many entries were lost so far. */
  public long lost() {
    return writer.lost();
  }

  private void write() {
    List<Optional<LogEntry>> taken = new ArrayList<>(MOST_AT_ONCE);
    try {
      while (!taken.contains(Optional.<LogEntry>empty())) {
        taken.clear();
        taken.add(waiting.take());
        waiting.drainTo(taken, MOST_AT_ONCE - 1);
        writer.write(taken.stream().flatMap(Optional::stream).toList());
        pauseIfIdle();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      output.close();
      waiting.forEach(entry -> entry.ifPresent(never -> writer.lose()));
    }
  }

  private void pauseIfIdle() {
    if (waiting.isEmpty() && !closing) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Writes what waits, for a while; what is not written by then is lost. */
  @Override
  public void close() {
    close(PATIENCE);
  }

  void close(Duration patience) {
    begin();
    closing = true;
    try {
      if (waiting.offer(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS)
          && thread.join(patience)) {
        return;
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
