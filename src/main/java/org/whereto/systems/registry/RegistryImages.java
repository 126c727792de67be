// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.systems.registry.FetchedContents.Shared;
import org.whereto.systems.registry.RegistryMemory.Led;
import org.whereto.tree.BadInput;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Images;
import org.whereto.world.Known;

/**
 * Images as their registries show them to anybody. What was learned is remembered, and what several
 * want to know at once is asked once.
 *
 * <p>Safe for many threads. Nothing has to be closed.
 */
public final class RegistryImages implements Images {

  private static final int MOST_REGISTRIES = 1000;
  private static final int MOST_UNDER_WAY = 1000;

  /** Whoever asked may have gone by then: what is learned is for the next one. */
  private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(15);

  private final RegistrySettings settings;
  private final Predicate<FetchUrl> listed;
  private final Cache<String, RegistryHost> hosts =
      Caffeine.newBuilder().maximumSize(MOST_REGISTRIES).build();
  private final RegistryMemory memory;
  private final RegistryContents kept;
  private final Shared shared;
  private final RegistryNames names;
  private final Flights<ImageWanted, Known<Optional<Image>>> lookups =
      new Flights<>(MOST_UNDER_WAY);

  RegistryImages(
      RegistrySettings settings, Fetch fetch, Predicate<FetchUrl> listed, Ticker ticker) {
    this.settings = settings;
    this.listed = listed;
    this.memory = new RegistryMemory(settings.fresh(), ticker);
    this.kept = new KeptContents(memory);
    this.shared = Shared.of(new RegistryClient(fetch, ticker), memory);
    this.names = new RegistryNames(shared);
  }

  /**
   * Images of whatever registry the owner lists.
   *
   * @param listed whether the owner lets a URL be fetched, which decides between https and http
   */
  public static RegistryImages of(
      RegistrySettings settings, Fetch fetch, Predicate<FetchUrl> listed) {
    return new RegistryImages(settings, fetch, listed, Ticker.systemTicker());
  }

  @Override
  public Map<ImageWanted, Known<Optional<Image>>> look(Set<ImageWanted> images) {
    Deadline deadline = Deadline.in(settings.time());
    Map<ImageWanted, Known<Optional<Image>>> known = new HashMap<>();
    Map<ImageWanted, Lookup> begun = new HashMap<>();
    for (ImageWanted image : images) {
      try {
        RegistryItem name = name(image);
        fromMemory(image, name)
            .ifPresentOrElse(
                value -> known.put(image, value), () -> begun.put(image, begin(image, name)));
      } catch (BadInput fault) {
        known.put(image, new Known.Refused<>(fault.sentence()));
      }
    }
    begun.forEach((image, lookup) -> known.put(image, landed(image, lookup, deadline)));
    return known;
  }

  private record Lookup(RegistryItem name, CompletableFuture<Known<Optional<Image>>> flight) {}

  private RegistryItem name(ImageWanted image) throws BadInput {
    String registry = image.reference().registry();
    RegistryHost host = hosts.getIfPresent(registry);
    if (host == null) {
      host = RegistryHost.of(registry, listed);
      hosts.put(registry, host);
    }
    return RegistryItem.named(host, image.reference());
  }

  private Lookup begin(ImageWanted image, RegistryItem name) {
    return new Lookup(name, lookups.begin(image, () -> asked(image, name)));
  }

  private Known<Optional<Image>> landed(ImageWanted image, Lookup lookup, Deadline deadline) {
    String registry = "The registry " + lookup.name().host().name();
    try {
      return Flights.landed(lookup.flight(), deadline, FetchedContents.late(registry));
    } catch (Unanswered unanswered) {
      return known(image, lookup.name(), unanswered.miss());
    }
  }

  /** What is known and not too old, without asking anybody. */
  private Optional<Known<Optional<Image>>> fromMemory(ImageWanted image, RegistryItem name) {
    Optional<Led> led = memory.fresh(name);
    return led.isEmpty() ? Optional.empty() : remembered(image, name, led.get());
  }

  private Known<Optional<Image>> asked(ImageWanted image, RegistryItem name) {
    Deadline deadline = Deadline.in(LONGEST_LOOKUP);
    try {
      Led led = names.led(name, deadline);
      return value(image, name, led, new FetchedContents(shared, deadline));
    } catch (Unanswered unanswered) {
      return known(image, name, unanswered.miss());
    }
  }

  /** What to say where a registry gave nothing: of one that is down, perhaps what it said last. */
  private Known<Optional<Image>> known(ImageWanted image, RegistryItem name, Miss miss) {
    return switch (miss) {
      case Miss.Absent _ ->
          new Known.Refused<>("The registry has no more what the name of this image led to.");
      case Miss.Refused(String why) -> new Known.Refused<>(why);
      case Miss.Down(String why) -> stale(image, name).orElseGet(() -> new Known.Down<>(why));
    };
  }

  private Optional<Known<Optional<Image>>> stale(ImageWanted image, RegistryItem name) {
    Optional<Led> led =
        memory
            .last(name)
            .filter(last ->
                settings.stale().isPresent()
                    && memory.age(last).compareTo(settings.stale().get()) <= 0);
    return led.isEmpty() ? Optional.empty() : remembered(image, name, led.get());
  }

  private Optional<Known<Optional<Image>>> remembered(
      ImageWanted image, RegistryItem name, Led led) {
    try {
      return Optional.of(value(image, name, led, kept));
    } catch (Unanswered _) {
      return Optional.empty();
    }
  }

  private Known<Optional<Image>> value(
      ImageWanted image, RegistryItem name, Led led, RegistryContents contents) throws Unanswered {
    if (led.digest().isEmpty()) {
      return new Known.Value<>(Optional.empty(), memory.age(led));
    }
    RegistryItem root = name.manifest(led.digest().get());
    Image found = new ImageParts(root, image.platforms(), contents).image();
    return new Known.Value<>(Optional.of(found), memory.age(led));
  }
}
