// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.room.Limits;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.task.Amount;
import org.whereto.tree.Place;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;

/**
 * The ceilings of resources in an owner's file that never count: wherever they hold, another one
 * holds too that is lower, or as low and further out.
 */
final class DeadCeilings {

  private final Rooms reader = new Rooms(Map.of());
  private final Map<Place, RoomLevel> acceptances = new HashMap<>();
  private final Map<String, RoomLevel> interfaces = new HashMap<>();
  private final RoomLevel outermost;

  private final Map<Place, String> written = new LinkedHashMap<>();
  private final Set<Place> counting = new HashSet<>();

  private DeadCeilings(Mapping file) {
    this.outermost = level(file);
    if (file.get("interfaces").orElse(null) instanceof Mapping named) {
      named.members().forEach((name, member) -> interfaces.put(name, level(member.value())));
    }
    if (file.get("accepts").orElse(null) instanceof Sequence list) {
      list.items().forEach(item -> acceptances.put(item.place(), level(item)));
    }
  }

  /** Read once more, and for this alone: the file has no faults. */
  private RoomLevel level(Tree part) {
    return Settings.read(part, new Problems(), reader::read);
  }

  /**
   * All of them, in the order of the file.
   *
   * @param file the tree that the platform was read from, without faults
   */
  static List<Problem> of(Platform platform, Mapping file) {
    DeadCeilings dead = new DeadCeilings(file);
    Set<Acceptance> all = new LinkedHashSet<>();
    for (Understood type : platform.types().values()) {
      all.addAll(type.acceptances());
    }
    all.forEach(dead::look);
    Problems found = new Problems();
    dead.written.forEach((place, ceiling) -> {
      if (!dead.counting.contains(place)) {
        found.add(
            place,
            "The ceiling "
                + ceiling
                + " never counts: wherever it holds, another one holds that is not higher.");
      }
    });
    return found.all();
  }

  private void look(Acceptance acceptance) {
    RoomLevel own = acceptances.getOrDefault(acceptance.place(), RoomLevel.SILENT);
    for (Offered offered : acceptance.on()) {
      RoomLevel way = interfaces.getOrDefault(offered.name(), RoomLevel.SILENT);
      look(List.of(outermost, way, own));
    }
  }

  private void look(List<RoomLevel> levels) {
    Set<String> dimensions = new HashSet<>();
    levels.forEach(level -> dimensions.addAll(level.limits().keySet()));
    for (String dimension : dimensions) {
      List<Ceiling> ceilings = new ArrayList<>();
      levels.forEach(level -> ceiling(level, dimension).ifPresent(ceilings::add));
      ceilings.forEach(one -> written.put(one.place(), dimension + ": " + one.max().text()));
      lowest(ceilings).ifPresent(one -> counting.add(one.place()));
    }
  }

  private record Ceiling(Amount max, Place place) {}

  private static Optional<Ceiling> ceiling(RoomLevel level, String dimension) {
    Place place = level.places().getOrDefault(dimension, Place.NONE);
    return Optional.ofNullable(level.limits().get(dimension))
        .flatMap(Limits::max)
        .map(max -> new Ceiling(max, place));
  }

  private static Optional<Ceiling> lowest(List<Ceiling> ceilings) {
    Optional<Ceiling> lowest = Optional.empty();
    for (Ceiling one : ceilings) {
      if (lowest.isEmpty() || one.max().value().compareTo(lowest.get().max().value()) < 0) {
        lowest = Optional.of(one);
      }
    }
    return lowest;
  }
}
