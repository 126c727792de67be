// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Counters of one metric by their labels. There are never more than the bound, whatever comes:
 * beyond it all count as one. To count costs a look into a map, so that each question can.
 *
 * @param <K> the labels
 */
final class Counters<K> {

  private final int most;
  private final K other;
  private final Function<K, Counter> register;
  private final Map<K, Counter> known = new ConcurrentHashMap<>();

  /**
   * @param other the labels that stand for all that found no room
   * @param register makes the counter of these labels
   */
  Counters(int most, K other, Function<K, Counter> register) {
    this.most = most;
    this.other = other;
    this.register = register;
  }

  void count(K labels) {
    Counter counter = known.get(labels);
    (counter == null ? admitted(labels) : counter).increment();
  }

  private synchronized Counter admitted(K labels) {
    boolean room = known.size() < most - 1 || known.containsKey(labels);
    return known.computeIfAbsent(room ? labels : other, register);
  }
}
