// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** What took longest, and how long: to be told, not to be judged, since machines differ. */
public final class Slowest {

  private static final int TOLD = 10;

  private record Took(String what, long nanos) {}

  private final PriorityQueue<Took> all =
      new PriorityQueue<>(Comparator.comparingLong(Took::nanos));

  public synchronized void took(String what, long nanos) {
    all.add(new Took(what, nanos));
    if (all.size() > TOLD) {
      all.remove();
    }
  }

  /** The slowest first, a line each, indented. */
  public synchronized String lines() {
    List<String> lines =
        all.stream()
            .sorted(Comparator.comparingLong(Took::nanos).reversed())
            .map(took ->
                String.format(
                    "  %6d ms  %s", TimeUnit.NANOSECONDS.toMillis(took.nanos()), took.what()))
            .toList();
    return String.join("\n", lines);
  }
}
