// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whereto.world.Available.Slot;

/**
 * Where a Task could run as a whole, if several say what is there. All of them hold at once: what
 * has one slot without a name holds everywhere, and of those that tell slots apart by name, slots
 * with one name are one place.
 */
final class Slots {

  private static final String EVERYWHERE = "";

  private static final Slot UNLIMITED = new Slot(EVERYWHERE, Map.of(), Map.of());

  private Slots() {}

  /** What one of them says; at least one slot. */
  record Told(List<Slot> slots) {

    Told {
      slots = List.copyOf(slots);
    }

    /**
     * As a source says it: a dimension that it names for one slot and not for another is not there
     * in the other. Without any slot there is nowhere to run, and nothing is free.
     *
     * @param tells the dimensions of which it knows
     */
    static Told bySource(List<Slot> slots, Set<String> tells) {
      return switch (slots.size()) {
        case 0 -> new Told(List.of(nothing(tells)));
        case 1 -> new Told(slots);
        default -> new Told(completed(slots));
      };
    }

    private boolean holdsEverywhere() {
      return slots.size() == 1 && slots.getFirst().name().equals(EVERYWHERE);
    }

    private Map<String, Slot> byName() {
      Map<String, Slot> byName = new LinkedHashMap<>();
      slots.forEach(slot -> byName.merge(slot.name(), slot, Slots::both));
      return byName;
    }
  }

  private static Slot nothing(Set<String> dimensions) {
    Map<String, BigDecimal> none = new HashMap<>();
    dimensions.forEach(dimension -> none.put(dimension, BigDecimal.ZERO));
    return new Slot(EVERYWHERE, none, Map.of());
  }

  private static List<Slot> completed(List<Slot> slots) {
    Set<String> free = new HashSet<>();
    Set<String> most = new HashSet<>();
    for (Slot slot : slots) {
      free.addAll(slot.free().keySet());
      most.addAll(slot.most().keySet());
    }
    List<Slot> completed = new ArrayList<>();
    for (Slot slot : slots) {
      completed.add(completed(slot, free, most));
    }
    return completed;
  }

  private static Slot completed(Slot slot, Set<String> free, Set<String> most) {
    if (slot.free().keySet().containsAll(free) && slot.most().keySet().containsAll(most)) {
      return slot;
    }
    Map<String, BigDecimal> allFree = new HashMap<>(slot.free());
    Map<String, BigDecimal> allMost = new HashMap<>(slot.most());
    free.forEach(dimension -> allFree.putIfAbsent(dimension, BigDecimal.ZERO));
    for (String dimension : most) {
      if (!slot.free().containsKey(dimension)) {
        allMost.putIfAbsent(dimension, BigDecimal.ZERO);
      }
    }
    return new Slot(slot.name(), allFree, allMost);
  }

  /** The places at which all that is told holds. */
  static List<Place> where(List<Told> all) {
    Slot everywhere = UNLIMITED;
    List<Told> apart = new ArrayList<>();
    for (Told told : all) {
      if (told.holdsEverywhere()) {
        everywhere = both(everywhere, told.slots().getFirst());
      } else {
        apart.add(told);
      }
    }
    List<Place> places = new ArrayList<>();
    for (Slot slot : places(apart)) {
      places.add(new Place(slot, everywhere));
    }
    return places;
  }

  private static List<Slot> places(List<Told> apart) {
    return switch (apart.size()) {
      case 0 -> List.of(UNLIMITED);
      case 1 -> apart.getFirst().slots();
      default -> {
        List<Slot> common = inAll(apart);
        yield common.isEmpty() ? List.of(nothing(dimensions(apart))) : common;
      }
    };
  }

  /** Two halves of one name do not make a place: the weaker of everything counts. */
  private static List<Slot> inAll(List<Told> apart) {
    Map<String, Slot> places = apart.getFirst().byName();
    for (Told told : apart.subList(1, apart.size())) {
      Map<String, Slot> others = told.byName();
      places.keySet().retainAll(others.keySet());
      places.replaceAll((name, slot) -> both(slot, others.getOrDefault(name, UNLIMITED)));
    }
    return List.copyOf(places.values());
  }

  private static Set<String> dimensions(List<Told> apart) {
    Set<String> dimensions = new HashSet<>();
    for (Told told : apart) {
      for (Slot slot : told.slots()) {
        dimensions.addAll(slot.free().keySet());
        dimensions.addAll(slot.most().keySet());
      }
    }
    return dimensions;
  }

  private static Slot both(Slot one, Slot other) {
    return new Slot(one.name(), less(one.free(), other.free()), less(one.most(), other.most()));
  }

  private static Map<String, BigDecimal> less(
      Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Map<String, BigDecimal> less = new HashMap<>(one);
    other.forEach((dimension, amount) -> less.merge(dimension, amount, BigDecimal::min));
    return less;
  }
}
