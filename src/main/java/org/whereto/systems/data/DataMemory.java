// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.whereto.systems.data.DataSettings.Pace;
import org.whereto.systems.fetch.Miss;
import org.whereto.task.DataItem;
import org.whereto.world.Replica;

/** What systems said of data, with when that was heard. */
final class DataMemory {

  private static final int MOST = 10_000;

  /** What is not there may soon be: data are uploaded, then asked about. */
  private static final Duration ABSENT = Duration.ofSeconds(15);

  /** So long it is not tried again, so that several who want the same do not wait in turn. */
  private static final Duration MISSED = Duration.ofSeconds(5);

  /**
   * What a system said of an item.
   *
   * @param replica empty if it has no such item
   * @param asked when, by the ticker
   */
  record Heard(Optional<Replica> replica, long asked) {}

  private record Missed(Miss miss, long until) {}

  private final Pace pace;
  private final Ticker ticker;
  private final Cache<DataItem, Heard> heard = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<DataItem, Missed> missed = Caffeine.newBuilder().maximumSize(MOST).build();

  DataMemory(Pace pace, Ticker ticker) {
    this.pace = pace;
    this.ticker = ticker;
  }

  /** What was heard not too long ago. */
  Optional<Heard> fresh(DataItem item) {
    return last(item).filter(this::isFresh);
  }

  /** What was heard last, if the owner lets it be used while there is nothing newer. */
  Optional<Heard> stale(DataItem item) {
    return last(item)
        .filter(last ->
            isFresh(last)
                || (last.replica().isPresent()
                    && pace.stale().isPresent()
                    && age(last).compareTo(pace.stale().get()) <= 0));
  }

  private Optional<Heard> last(DataItem item) {
    return Optional.ofNullable(heard.getIfPresent(item));
  }

  private boolean isFresh(Heard last) {
    boolean shorter = last.replica().isEmpty() && ABSENT.compareTo(pace.fresh()) < 0;
    return age(last).compareTo(shorter ? ABSENT : pace.fresh()) < 0;
  }

  Duration age(Heard last) {
    return Duration.ofNanos(Math.max(0, ticker.read() - last.asked()));
  }

  /**
   * Remembers what a system said.
   *
   * @param asked when, by {@link #now}
   */
  Heard keep(DataItem item, Optional<Replica> replica, long asked) {
    Heard said = new Heard(replica, asked);
    heard.put(item, said);
    return said;
  }

  /** Why there was nothing a moment ago. */
  Optional<Miss> missed(DataItem item) {
    Missed found = missed.getIfPresent(item);
    return found != null && found.until() - ticker.read() > 0
        ? Optional.of(found.miss())
        : Optional.empty();
  }

  /**
   * Remembers why there is nothing, for a moment. A system that refuses has spoken: what it said
   * before is forgotten.
   */
  void miss(DataItem item, Miss miss) {
    missed.put(item, new Missed(miss, ticker.read() + MISSED.toNanos()));
    if (!(miss instanceof Miss.Down)) {
      heard.invalidate(item);
    }
  }

  /** The present, by the clock of what is kept here. */
  long now() {
    return ticker.read();
  }
}
