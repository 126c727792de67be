// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whereto.oracle.Sources.Place;
import org.whereto.oracle.Sources.Source;

/** Where a Task could run, as all sources together say it (decision 017). */
final class Places {

  private Places() {}

  static List<Place> of(Level level, List<Source> seen) {
    Place everywhere = new Place("", new HashMap<>(), new HashMap<>());
    level
        .limits()
        .forEach((dimension, limits) -> {
          limits.free().ifPresent(it -> everywhere.free().put(dimension, it.value()));
          limits.max().ifPresent(it -> everywhere.most().put(dimension, it.value()));
        });
    List<List<Place>> apart = new ArrayList<>();
    for (Source source : seen) {
      if (source.places().isEmpty()) {
        source.tells().forEach(dimension -> everywhere.free().put(dimension, BigDecimal.ZERO));
      } else if (source.places().size() == 1 && source.places().getFirst().name().isEmpty()) {
        lower(everywhere, source.places().getFirst());
      } else {
        apart.add(whole(source.places()));
      }
    }
    List<Place> joined = apart.size() > 1 ? joined(apart) : new ArrayList<>();
    if (apart.isEmpty()) {
      joined.add(new Place("", new HashMap<>(), new HashMap<>()));
    } else if (apart.size() == 1) {
      joined.addAll(apart.getFirst());
    }
    for (Place place : joined) {
      lower(place, everywhere);
      place
          .most()
          .forEach((dimension, most) -> place.free().merge(dimension, most, BigDecimal::min));
    }
    return joined;
  }

  /** What a source tells of one place and not of another is not in the other. */
  private static List<Place> whole(List<Place> told) {
    List<Place> whole = new ArrayList<>();
    for (Place place : told) {
      Place copy =
          new Place(place.name(), new HashMap<>(place.free()), new HashMap<>(place.most()));
      told.forEach(other -> complete(copy, place, other));
      whole.add(copy);
    }
    return whole;
  }

  private static void complete(Place copy, Place place, Place other) {
    other.free().keySet().forEach(it -> copy.free().putIfAbsent(it, BigDecimal.ZERO));
    for (String dimension : other.most().keySet()) {
      if (!place.free().containsKey(dimension)) {
        copy.most().putIfAbsent(dimension, BigDecimal.ZERO);
      }
    }
  }

  /** Places that each source knows, by their names. */
  private static List<Place> joined(List<List<Place>> apart) {
    Map<String, Place> joined = new LinkedHashMap<>();
    apart.getFirst().forEach(place -> joined.putIfAbsent(place.name(), blank(place.name())));
    for (List<Place> places : apart) {
      joined.keySet().removeIf(name -> places.stream().noneMatch(it -> it.name().equals(name)));
      for (Place place : places) {
        if (joined.containsKey(place.name())) {
          lower(joined.get(place.name()), place);
        }
      }
    }
    return new ArrayList<>(joined.isEmpty() ? List.of(nowhere(apart)) : joined.values());
  }

  /** No place is known to all: there is nothing of what they tell of. */
  private static Place nowhere(List<List<Place>> apart) {
    Place nowhere = blank("");
    for (Place place : apart.stream().flatMap(List::stream).toList()) {
      place.free().keySet().forEach(it -> nowhere.free().put(it, BigDecimal.ZERO));
      place.most().keySet().forEach(it -> nowhere.free().put(it, BigDecimal.ZERO));
    }
    return nowhere;
  }

  private static Place blank(String name) {
    return new Place(name, new HashMap<>(), new HashMap<>());
  }

  private static void lower(Place place, Place limits) {
    limits.free().forEach((name, amount) -> place.free().merge(name, amount, BigDecimal::min));
    limits.most().forEach((name, amount) -> place.most().merge(name, amount, BigDecimal::min));
  }
}
