// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.whereto.systems.data.DataReplicas;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.FetchedDocuments;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.HostRules;
import org.whereto.systems.registry.RegistryImages;
import org.whereto.systems.registry.RegistrySettings;
import org.whereto.systems.source.Sources;
import org.whereto.world.World;

/**
 * The outside systems of one program, and the worlds that they make up for owners. Safe for many
 * threads. Owners who say the same of the outside share what is known of it: a platform file that
 * changes in other respects keeps it.
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

  private final Sources sources;

  /** Nobody is told how the sources of available amounts fare. */
  public Systems() {
    this(_ -> {});
  }

  /**
   * @param owner is told in a sentence each how they fare, whenever that changes
   */
  public Systems(Consumer<String> owner) {
    this.sources = Sources.telling(owner);
  }

  /**
   * The world as it stands open to this owner. The sources that he names begin to be read, if they
   * are not read already.
   */
  public synchronized World world(Outside outside) {
    World world = worlds.computeIfAbsent(outside.withoutAvailable(), this::open);
    return outside.available().isEmpty()
        ? world
        : world.withAvailability(sources.follow(outside.available()));
  }

  /** Waits until each source was tried once; for all together no longer than this. */
  public void awaitSources(Duration most) {
    sources.awaitAll(most);
  }

  /** The same, of the sources of one owner. */
  public void awaitSources(Outside outside, Duration most) {
    sources.await(outside.available().values(), most);
  }

  /** Ends to read sources that none of these owners names. */
  public void keepSources(Collection<Outside> used) {
    sources.keep(used.stream().flatMap(outside -> outside.available().values().stream()).toList());
  }

  private World open(Outside outside) {
    World world =
        outside.fetch().map(settings -> open(settings, outside.registries())).orElse(World.CLOSED);
    return outside.data().isEmpty() ? world : world.withReplicas(DataReplicas.of(outside.data()));
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
    sources.close();
    worlds.clear();
  }
}
