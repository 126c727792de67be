// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.whereto.world.Known;
import org.whereto.world.World;

/**
 * What one port of the world said during one decision: nothing is asked twice, so that whatever is
 * decided rests on the same knowledge. Not for several threads at a time.
 */
final class Remembered<K, V> {

  private final Function<Set<K>, Map<K, Known<V>>> port;
  private final Map<K, Known<V>> said = new HashMap<>();

  private Remembered(Function<Set<K>, Map<K, Known<V>>> port) {
    this.port = port;
  }

  /** A world for one decision. One that is never asked needs no memory. */
  static World of(World world) {
    return world.isClosed()
        ? world
        : new World(
            new Remembered<>(world.documents()::fetch)::ask,
            new Remembered<>(world.images()::look)::ask);
  }

  private Map<K, Known<V>> ask(Set<K> wanted) {
    Set<K> news = new HashSet<>(wanted);
    news.removeAll(said.keySet());
    if (!news.isEmpty()) {
      said.putAll(port.apply(Set.copyOf(news)));
    }
    Map<K, Known<V>> answers = new HashMap<>();
    for (K key : wanted) {
      Known<V> known = said.get(key);
      if (known != null) {
        answers.put(key, known);
      }
    }
    return answers;
  }
}
