// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes entries as lines and keeps count of those that are lost: the next one that can be written
 * says how many. For one thread, but for {@link #lose} and {@link #lost}.
 */
final class LogWriter {

  private final LogOutput output;
  private final AtomicLong lost = new AtomicLong();
  private long told;

  LogWriter(LogOutput output) {
    this.output = output;
  }

  /** Another entry will never be written. */
  void lose() {
    lost.incrementAndGet();
  }

  /** How many entries were lost so far. */
  long lost() {
    return lost.get();
  }

  void write(List<LogEntry> entries) {
    int written = 0;
    long news = lost.get() - told;
    try {
      written = written(entries, news);
    } catch (RuntimeException | Error broken) {
      // A line that cannot be made is lost, and no reason to stop: memory may be short for a while.
    } finally {
      told += written > 0 ? news : 0;
      lost.addAndGet(entries.size() - written);
    }
  }

  /** How many of the entries are written to their end. */
  private int written(List<LogEntry> entries, long news) {
    StringBuilder text = new StringBuilder();
    int[] ends = new int[entries.size()];
    for (int i = 0; i < ends.length; i++) {
      entries.get(i).line(text, i == 0 ? news : 0);
      ends[i] = text.length();
    }
    ByteBuffer lines = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
    try {
      output.write(lines);
      return ends.length;
    } catch (IOException failed) {
      int whole = 0;
      // A line that lacks only its line break is ended by the next one.
      while (whole < ends.length && ends[whole] - 1 <= lines.position()) {
        whole++;
      }
      return whole;
    }
  }
}
