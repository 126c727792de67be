// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Sequence;

/**
 * How far storage elements are from those of the owner, as Rucio counts ({@code GET
 * /rses/SOURCE/distances/DESTINATION}). Distances hardly ever change, and are kept for long.
 */
final class RucioDistances {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 10_000;
  private static final int MOST_BYTES = 64 * 1024;

  /** More of them would take longer than anybody waits. */
  private static final int MOST_PAIRS = 64;

  private static final Keep KEEP =
      Keep.items(Keep.members(Map.of("distance", Keep.ALL, "ranking", Keep.ALL)));

  private final RucioSettings settings;
  private final RucioClient client;
  private final Cache<Pair, OptionalInt> known;
  private final Flights<Pair, OptionalInt> flights = new Flights<>(1000);

  private record Pair(String from, String to) {}

  RucioDistances(RucioSettings settings, RucioClient client, Ticker ticker) {
    this.settings = settings;
    this.client = client;
    this.known =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).ticker(ticker).build();
  }

  /**
   * The distance from each of these to the nearest one of the owner; empty where Rucio knows none,
   * and for all that are not the owner's where one of them is: then no way has to be gone.
   */
  List<OptionalInt> of(List<String> elements, Deadline deadline) throws Unanswered {
    List<String> own = settings.nearTo();
    boolean isHere = elements.stream().anyMatch(own::contains);
    if (!isHere && elements.size() * (long) own.size() > MOST_PAIRS) {
      throw client.contact().refused(" has this in more places than can be compared by distance.");
    }
    List<OptionalInt> distances = new ArrayList<>();
    List<List<CompletableFuture<OptionalInt>>> begun = new ArrayList<>();
    for (String element : elements) {
      begun.add(isHere ? List.of() : begin(element, deadline));
    }
    for (int i = 0; i < begun.size(); i++) {
      distances.add(
          own.contains(elements.get(i)) ? OptionalInt.of(0) : nearest(begun.get(i), deadline));
    }
    return distances;
  }

  private List<CompletableFuture<OptionalInt>> begin(String from, Deadline deadline) {
    return settings.nearTo().stream()
        .map(to -> new Pair(from, to))
        .map(pair -> flights.begin(pair, () -> distance(pair, deadline)))
        .toList();
  }

  private static OptionalInt nearest(List<CompletableFuture<OptionalInt>> begun, Deadline deadline)
      throws Unanswered {
    OptionalInt nearest = OptionalInt.empty();
    for (CompletableFuture<OptionalInt> one : begun) {
      OptionalInt found =
          Flights.landed(one, deadline, "The Rucio server did not tell distances in time.");
      if (nearest.isEmpty() || (found.isPresent() && found.getAsInt() < nearest.getAsInt())) {
        nearest = found;
      }
    }
    return nearest;
  }

  private OptionalInt distance(Pair pair, Deadline deadline) throws Unanswered {
    OptionalInt kept = known.getIfPresent(pair);
    if (kept != null) {
      return kept;
    }
    Fetched.Got got = client.get(url(pair), MOST_BYTES, deadline);
    if (got.status() != RucioClient.OK && !RucioClient.isNoElement(got)) {
      throw client.unanswered(got);
    }
    OptionalInt distance =
        got.status() == RucioClient.OK
            ? read(RucioJson.tree(got.body().bytes(), KEEP, client.contact()))
            : OptionalInt.empty();
    known.put(pair, distance);
    return distance;
  }

  private FetchUrl url(Pair pair) throws Unanswered {
    try {
      return settings
          .endpoint()
          .at(
              "/rses/"
                  + PercentEncoded.segment(pair.from())
                  + "/distances/"
                  + PercentEncoded.segment(pair.to()));
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  /** A list of links between the two; without one they are not linked. */
  private OptionalInt read(Tree tree) throws Unanswered {
    if (!(tree instanceof Sequence links)) {
      throw client.contact().unreadable();
    }
    OptionalInt nearest = OptionalInt.empty();
    for (Tree link : links.items()) {
      RucioJson told = RucioJson.of(link, client.contact());
      OptionalLong said = told.number("distance");
      OptionalLong distance = said.isPresent() ? said : told.number("ranking");
      if (distance.isPresent()) {
        int bounded = (int) Math.min(distance.getAsLong(), Integer.MAX_VALUE);
        nearest =
            OptionalInt.of(nearest.isPresent() ? Math.min(nearest.getAsInt(), bounded) : bounded);
      }
    }
    return nearest;
  }
}
