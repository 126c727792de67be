// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.whereto.systems.fetch.Miss;

/**
 * What registries said: contents by their digest, which can never change, and what names led to,
 * with when that was heard.
 */
final class RegistryMemory {

  private static final int MOST_BYTES = 32 << 20;
  private static final int KEY_WEIGHT = 500;
  private static final int MOST_NAMES = 10_000;

  /** A name that leads nowhere may soon lead somewhere: images are pushed, then asked about. */
  private static final Duration ABSENT = Duration.ofSeconds(30);

  /** So long it is not tried again, so that several who want the same do not wait in turn. */
  private static final Duration MISSED = Duration.ofSeconds(5);

  /**
   * What a name led to.
   *
   * @param digest empty if there is nothing
   * @param heard when it was asked, by the ticker
   */
  record Led(Optional<Digest> digest, long heard) {}

  /**
   * A content with what is to be compared with those who point to it.
   *
   * @param mediaType empty for blobs, which have none of their own
   */
  record Stored(String mediaType, int bytes, RegistryContent content) {}

  private record Missed(Miss miss, long until) {}

  private final Ticker ticker;
  private final Duration fresh;
  private final Cache<RegistryItem, Stored> contents =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((RegistryItem _, Stored stored) -> KEY_WEIGHT + stored.content().weight())
          .build();
  private final Cache<RegistryItem, Led> names =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).build();
  private final Cache<RegistryItem, Missed> missed =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).build();

  /**
   * @param fresh how long a tag leads where it led
   */
  RegistryMemory(Duration fresh, Ticker ticker) {
    this.fresh = fresh;
    this.ticker = ticker;
  }

  Optional<Stored> content(RegistryItem item) {
    return Optional.ofNullable(contents.getIfPresent(item));
  }

  void keep(RegistryItem item, Stored stored) {
    contents.put(item, stored);
  }

  /** Where a name leads, if that was heard not too long ago. */
  Optional<Led> fresh(RegistryItem name) {
    return last(name).filter(led -> isFresh(name, led));
  }

  /** Where a name led when a registry last spoke of it, however long ago. */
  Optional<Led> last(RegistryItem name) {
    return Optional.ofNullable(names.getIfPresent(name));
  }

  private boolean isFresh(RegistryItem name, Led led) {
    if (led.digest().isPresent()) {
      return name.isPinned() || age(led).compareTo(fresh) < 0;
    }
    return age(led).compareTo(fresh.compareTo(ABSENT) < 0 ? fresh : ABSENT) < 0;
  }

  Duration age(Led led) {
    return Duration.ofNanos(Math.max(0, ticker.read() - led.heard()));
  }

  Led keep(RegistryItem name, Optional<Digest> digest, long heard) {
    Led led = new Led(digest, heard);
    names.put(name, led);
    return led;
  }

  /** Why there was nothing a moment ago. */
  Optional<Miss> missed(RegistryItem item) {
    Missed found = missed.getIfPresent(item);
    return found != null && found.until() - ticker.read() > 0
        ? Optional.of(found.miss())
        : Optional.empty();
  }

  /**
   * Remembers why there is nothing, for a moment. A registry that refuses has spoken: what it said
   * before is forgotten.
   */
  void miss(RegistryItem item, Miss miss) {
    missed.put(item, new Missed(miss, ticker.read() + MISSED.toNanos()));
    if (!(miss instanceof Miss.Down)) {
      names.invalidate(item);
    }
  }

  /** The present, by the clock of what is kept here. */
  long now() {
    return ticker.read();
  }
}
