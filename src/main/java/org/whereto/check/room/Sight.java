// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.room.Slots.Told;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;

/**
 * What can be seen of a platform where some dimensions are wanted; of its sources only those count
 * that tell of one of them.
 *
 * @param places where a Task could run as a whole; at least one
 * @param silent dimensions of which a source would tell that cannot be asked, and why it cannot
 * @param late the age of the oldest knowledge that is older than it should be
 */
record Sight(List<Place> places, Map<String, String> silent, Optional<Duration> late) {

  static Sight of(Room room, Set<String> wanted, Availability availability) {
    List<Told> told = new ArrayList<>(List.of(new Told(List.of(room.declared()))));
    Map<String, String> silent = new HashMap<>();
    Duration oldest = Duration.ZERO;
    Map<String, Known<Available>> known =
        room.sources().isEmpty() ? Map.of() : availability.now(room.sources().keySet());
    for (Map.Entry<String, Set<String>> source : room.sources().entrySet()) {
      Set<String> tells = source.getValue().isEmpty() ? wanted : source.getValue();
      switch (known.get(source.getKey())) {
        case Known.Value<Available>(Available available, Duration age) -> {
          if (concerns(wanted, tells, available)) {
            told.add(Told.bySource(available.slots(), tells));
            oldest = available.isLate() && age.compareTo(oldest) > 0 ? age : oldest;
          }
        }
        case Known.Down<Available>(String why) -> mark(silent, tells, why + " Ask again later.");
        case Known.Refused<Available>(String why) -> mark(silent, tells, why);
        case null -> mark(silent, tells, "Nobody says what is free.");
      }
    }
    Optional<Duration> late = oldest.isZero() ? Optional.empty() : Optional.of(oldest);
    return new Sight(Slots.where(told), silent, late);
  }

  private static boolean concerns(Set<String> wanted, Set<String> tells, Available available) {
    Set<String> named = new HashSet<>(tells);
    for (Slot slot : available.slots()) {
      named.addAll(slot.free().keySet());
      named.addAll(slot.most().keySet());
    }
    return !Collections.disjoint(wanted, named);
  }

  private static void mark(Map<String, String> silent, Set<String> tells, String why) {
    tells.forEach(dimension -> silent.putIfAbsent(dimension, why));
  }

  /** Whether anybody says how much there is of it. */
  boolean isLimited(Need need) {
    for (Place place : places) {
      if (place.free(need).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
