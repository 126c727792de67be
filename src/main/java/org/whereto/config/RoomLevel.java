// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.room.Limits;
import org.whereto.task.Amount;
import org.whereto.tree.Place;

/**
 * What an owner says of resources on a platform, on an interface or on an acceptance.
 *
 * @param limits by dimension
 * @param places of the dimensions in the file
 * @param start how long a Task waits until it begins
 * @param sources that know what is free, and what each tells of; empty if that is left to others
 * @param isAlwaysTold whether amounts are told where nothing is asked; empty if that is left to
 *     others
 */
record RoomLevel(
    Map<String, Limits> limits,
    Map<String, Place> places,
    Optional<Amount> start,
    Optional<Map<String, Set<String>>> sources,
    Optional<Boolean> isAlwaysTold) {

  /** One that says nothing. */
  static final RoomLevel SILENT =
      new RoomLevel(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

  RoomLevel {
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    places = Map.copyOf(places);
  }

  /** All of these together, the outermost first: the strictest limits, the nearest of the rest. */
  static RoomLevel together(List<RoomLevel> levels) {
    RoomLevel all = SILENT;
    for (RoomLevel level : levels) {
      all = level.within(all);
    }
    return all;
  }

  private RoomLevel within(RoomLevel outer) {
    Map<String, Limits> both = new LinkedHashMap<>(outer.limits);
    limits.forEach(
        (dimension, own) -> both.merge(dimension, own, (around, it) -> it.within(around)));
    return new RoomLevel(
        both,
        Map.of(),
        start.or(outer::start),
        sources.or(outer::sources),
        isAlwaysTold.or(outer::isAlwaysTold));
  }
}
