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

  /** A world for one decision. What is never asked needs no memory. */
  static World of(World world) {
    World known = world;
    if (!world.documents().equals(World.CLOSED.documents())) {
      known = known.withDocuments(new Remembered<>(world.documents()::fetch)::ask);
    }
    if (!world.images().equals(World.CLOSED.images())) {
      known = known.withImages(new Remembered<>(world.images()::look)::ask);
    }
    if (!world.availability().equals(World.CLOSED.availability())) {
      known = known.withAvailability(new Remembered<>(world.availability()::now)::ask);
    }
    if (!world.replicas().equals(World.CLOSED.replicas())) {
      known = known.withReplicas(new Remembered<>(world.replicas()::find)::ask);
    }
    return known;
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
