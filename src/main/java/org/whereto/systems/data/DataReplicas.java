// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.whereto.systems.data.DataMemory.Heard;
import org.whereto.systems.data.DataSystem.Asking;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.tree.BadInput;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replicas;

/**
 * Data as the systems that an owner named say it. What was learned is remembered for a while, and
 * what several want to know at once is asked once.
 *
 * <p>Safe for many threads. Nothing has to be closed.
 */
public final class DataReplicas implements Replicas {

  /** More than one question needs, and too few for it to keep others waiting. */
  static final int MOST_IN_QUESTION = 100;

  private static final int MOST_UNDER_WAY = 2000;

  /** Whoever asked may have gone by then: what is learned is for the next one. */
  static final Duration LONGEST_LOOKUP = Duration.ofSeconds(10);

  private static final String LATE = "The system that holds it did not answer in time.";

  private final Duration time;
  private final List<DataSystem> systems;
  private final DataMemory memory;
  private final Flights<DataItem, Heard> flights = new Flights<>(MOST_UNDER_WAY);

  DataReplicas(DataSettings settings, List<DataSystem> systems, Ticker ticker) {
    this.time = settings.pace().time();
    this.systems = List.copyOf(systems);
    this.memory = new DataMemory(settings.pace(), ticker);
  }

  /** The data of an owner's systems; of several that an item may mean, the first is asked. */
  public static DataReplicas of(DataSettings settings) {
    Ticker ticker = Ticker.systemTicker();
    return new DataReplicas(settings, DataSystems.of(settings, ticker), ticker);
  }

  @Override
  public Map<DataItem, Known<Optional<Replica>>> find(Set<DataItem> items) {
    Deadline deadline = Deadline.in(time);
    Map<DataItem, Known<Optional<Replica>>> known = new HashMap<>();
    Map<DataItem, CompletableFuture<Heard>> begun = new HashMap<>();
    for (DataItem item : items) {
      Optional<Heard> fresh = memory.fresh(item);
      if (fresh.isPresent()) {
        known.put(item, value(fresh.get()));
      } else if (begun.size() < MOST_IN_QUESTION) {
        begin(item, begun).ifPresent(refused -> known.put(item, refused));
      } else {
        known.put(
            item,
            new Known.Refused<>(
                "Of one question at most " + MOST_IN_QUESTION + " items are looked up at once."));
      }
    }
    begun.forEach((item, flight) -> known.put(item, landed(item, flight, deadline)));
    return known;
  }

  /** Begins to ask for an item; gives why not, where it cannot be asked for. */
  private Optional<Known<Optional<Replica>>> begin(
      DataItem item, Map<DataItem, CompletableFuture<Heard>> begun) {
    try {
      Optional<Asking> asking = asking(item);
      if (asking.isEmpty()) {
        return Optional.of(new Known.Refused<>("No system is named that could be asked for it."));
      }
      begun.put(item, flights.begin(item, () -> asked(item, asking.get())));
      return Optional.empty();
    } catch (BadInput fault) {
      return Optional.of(new Known.Refused<>(fault.sentence()));
    }
  }

  private Optional<Asking> asking(DataItem item) throws BadInput {
    for (DataSystem system : systems) {
      Optional<Asking> asking = system.about(item);
      if (asking.isPresent()) {
        return asking;
      }
    }
    return Optional.empty();
  }

  private Heard asked(DataItem item, Asking asking) throws Unanswered {
    Optional<Heard> meanwhile = memory.fresh(item);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Optional<Miss> missed = memory.missed(item);
    if (missed.isPresent()) {
      throw Unanswered.because(missed.get());
    }
    long begin = memory.now();
    try {
      return memory.keep(item, Optional.of(asking.ask(Deadline.in(LONGEST_LOOKUP))), begin);
    } catch (Unanswered unanswered) {
      if (unanswered.miss() instanceof Miss.Absent) {
        return memory.keep(item, Optional.empty(), begin);
      }
      memory.miss(item, unanswered.miss());
      throw unanswered;
    }
  }

  private Known<Optional<Replica>> landed(
      DataItem item, CompletableFuture<Heard> flight, Deadline deadline) {
    try {
      return value(Flights.landed(flight, deadline, LATE));
    } catch (Unanswered unanswered) {
      return known(item, unanswered.miss());
    }
  }

  /** What to say where a system said nothing: of one that is down, perhaps what it said last. */
  private Known<Optional<Replica>> known(DataItem item, Miss miss) {
    return switch (miss) {
      case Miss.Absent _ -> new Known.Value<>(Optional.empty(), Duration.ZERO);
      case Miss.Refused(String why) -> new Known.Refused<>(why);
      case Miss.Down(String why) -> {
        Optional<Heard> stale = memory.stale(item);
        yield stale.isPresent() ? value(stale.get()) : new Known.Down<>(why);
      }
    };
  }

  private Known<Optional<Replica>> value(Heard heard) {
    return new Known.Value<>(heard.replica(), memory.age(heard));
  }
}
