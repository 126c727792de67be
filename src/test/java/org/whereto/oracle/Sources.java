// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.Available;
import org.whereto.world.Known;

/** Sources of free amounts by their names, and what each says. */
record Sources(Map<String, Source> all) {

  private static final List<String> DIMENSIONS =
      List.of("cores", "memory", "store", "duration", "gpus");

  /** One place of a source. */
  record Place(String name, Map<String, BigDecimal> free, Map<String, BigDecimal> most) {}

  /**
   * @param tells the dimensions that the owner's file names
   * @param why it does not tell; empty if it does
   * @param refused whether it does not tell because it must not
   * @param age in seconds; counts where it is late
   */
  record Source(
      Set<String> tells, List<Place> places, String why, boolean refused, boolean late, int age) {}

  static Sources of(Dice dice) {
    Map<String, Source> all = new TreeMap<>();
    for (String name : dice.some(List.of("batch", "cloud", "disk"), 0, 3)) {
      all.put(name, source(dice, name));
    }
    return new Sources(all);
  }

  private static Source source(Dice dice, String name) {
    List<String> tells = dice.some(DIMENSIONS, 1, 3);
    List<Place> places = new ArrayList<>();
    boolean one = dice.chance(30);
    int count = dice.chance(5) ? 0 : one ? 1 : 1 + dice.below(4);
    for (int i = 0; i < count; i++) {
      String own = one && dice.chance(80) ? "" : "n" + dice.below(4);
      places.add(place(dice, own, tells));
    }
    boolean silent = dice.chance(12);
    return new Source(
        new TreeSet<>(tells),
        places,
        silent ? dice.of("No word", "Nothing") + " of " + name + "." : "",
        dice.chance(30),
        dice.chance(20),
        120 * (1 + dice.below(3)));
  }

  private static Place place(Dice dice, String name, List<String> tells) {
    Map<String, BigDecimal> free = new HashMap<>();
    Map<String, BigDecimal> most = new HashMap<>();
    for (String dimension : tells) {
      BigDecimal there = Level.value(dice, dimension);
      if (dice.chance(50)) {
        BigDecimal ever = Level.value(dice, dimension);
        most.put(dimension, ever.max(there));
      }
      if (dice.chance(93)) {
        free.put(dimension, there);
      }
    }
    return new Place(name, free, most);
  }

  List<String> names() {
    return List.copyOf(all.keySet());
  }

  /** As the planner asks for it. */
  Map<String, Known<Available>> now(Set<String> wanted) {
    Map<String, Known<Available>> now = new HashMap<>();
    for (String name : wanted) {
      Source source = all.get(name);
      if (source.why.isEmpty()) {
        List<Available.Slot> slots =
            source.places.stream()
                .map(place -> new Available.Slot(place.name, place.free, place.most))
                .toList();
        Duration age = Duration.ofSeconds(source.age);
        now.put(name, new Known.Value<>(new Available(slots, source.late), age));
      } else {
        now.put(
            name, source.refused ? new Known.Refused<>(source.why) : new Known.Down<>(source.why));
      }
    }
    return now;
  }

  /** The owner's settings; the file is never read. */
  Optional<Mapping> setting() {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Tree.Builder setting = Tree.build();
    all.forEach((name, source) -> {
      Tree.Builder amounts = Tree.build();
      source.tells.forEach(dimension -> amounts.put(dimension, "/" + dimension));
      Tree.Builder file = Tree.build().put("path", "/nowhere/" + name + ".json");
      file.put("amounts", amounts.done());
      setting.put(name, Tree.build().put("file", file.done()).done());
    });
    return Optional.of(setting.done());
  }
}
