// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Known;
import org.whereto.world.SourceState;

/**
 * All sources of one program, each read once however many platforms name it. Safe for many threads.
 */
public final class Sources implements AutoCloseable {

  private final LongSupplier clock;
  private final Consumer<String> owner;
  private final Map<SourceSettings, FollowedSource> followed = new HashMap<>();

  Sources(LongSupplier clock, Consumer<String> owner) {
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Sources that are followed from when they are first wanted.
   *
   * @param owner is told in a sentence each how they fare, whenever that changes
   */
  public static Sources telling(Consumer<String> owner) {
    return new Sources(System::nanoTime, owner);
  }

  /** What these say, by their owner's names for them. Those that are not read yet begin to be. */
  public synchronized Availability follow(Map<String, SourceSettings> named) {
    Map<String, FollowedSource> wanted = new TreeMap<>();
    named.forEach((name, settings) ->
        wanted.put(
            name,
            followed.computeIfAbsent(
                settings, it -> FollowedSource.begin(name, it, clock, owner))));
    return new Latest(wanted);
  }

  /** Ends to read all but these. */
  public synchronized void keep(Collection<SourceSettings> used) {
    followed
        .entrySet()
        .removeIf(each -> {
          boolean gone = !used.contains(each.getKey());
          if (gone) {
            each.getValue().close();
          }
          return gone;
        });
  }

  /** Waits until each was tried once; for all together no longer than this. */
  public void awaitAll(Duration most) {
    await(all(), most);
  }

  /** Waits until each of these was tried once; for all together no longer than this. */
  public void await(Collection<SourceSettings> some, Duration most) {
    await(all(some), most);
  }

  private static void await(List<FollowedSource> some, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      for (FollowedSource source : some) {
        var _ = source.awaitFirst(Duration.ofNanos(end - System.nanoTime()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<FollowedSource> all() {
    return List.copyOf(followed.values());
  }

  private synchronized List<FollowedSource> all(Collection<SourceSettings> some) {
    return some.stream().filter(followed::containsKey).map(followed::get).toList();
  }

  @Override
  public void close() {
    keep(Set.of());
  }

  /** The latest readings of some sources; a name that is none of theirs is told to be unknown. */
  private record Latest(Map<String, FollowedSource> byName) implements Availability {

    @Override
    public Map<String, Known<Available>> now(Set<String> sources) {
      Map<String, Known<Available>> known = new HashMap<>();
      for (String name : sources) {
        FollowedSource source = byName.get(name);
        known.put(
            name,
            source == null
                ? new Known.Refused<>("This platform does not read what is available there.")
                : source.known());
      }
      return known;
    }

    @Override
    public List<SourceState> states() {
      return byName.entrySet().stream().map(each -> each.getValue().state(each.getKey())).toList();
    }
  }
}
