// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.FetchedDocuments;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.systems.registry.RegistryImages;
import org.whereto.systems.registry.RegistrySettings;
import org.whereto.world.World;

/**
 * The outside systems of one program, and the worlds that they make up for owners. Safe for many
 * threads. Owners who say the same of the outside have one world, and so one memory: a platform
 * file that changes in other respects keeps what is known.
 */
public final class Systems implements AutoCloseable {

  /** Worlds that are remembered; a file that is edited leaves one behind. */
  private static final int MOST_WORLDS = 1000;

  private final Map<Outside, World> worlds =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Outside, World> eldest) {
          return size() > MOST_WORLDS;
        }
      };

  /** The world as it stands open to this owner. */
  public synchronized World world(Outside outside) {
    return worlds.computeIfAbsent(outside, this::open);
  }

  private World open(Outside outside) {
    return outside
        .fetch()
        .map(settings -> open(settings, outside.registries()))
        .orElse(World.CLOSED);
  }

  private static World open(FetchSettings settings, RegistrySettings registries) {
    Fetch fetch = GuardedFetch.of(settings);
    HostRules hosts = new HostRules(settings.hosts());
    return World.CLOSED
        .withDocuments(new FetchedDocuments(fetch))
        .withImages(RegistryImages.of(registries, fetch, url -> hosts.allowing(url).isPresent()));
  }

  @Override
  public synchronized void close() {
    worlds.clear();
  }
}
