// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.room.Fit.Miss;
import org.whereto.task.Amount;
import org.whereto.world.Availability;

/**
 * How a Task fares at a platform now.
 *
 * @param findings one for each dimension, in the order in which they were asked
 * @param late how old the knowledge is that they rest on, if that is older than it should be
 */
public record Prospect(List<Found> findings, Optional<Duration> late) {

  public Prospect {
    findings = List.copyOf(findings);
  }

  /** What was found of one dimension. */
  public sealed interface Found {

    Need need();

    /**
     * There is enough.
     *
     * @param onOffer as much as the Task gets
     * @param free as much as there is now, where it would run
     */
    record Enough(Need need, BigDecimal onOffer, BigDecimal free) implements Found {}

    /**
     * There is too little.
     *
     * @param limit as much as there is: ever, or now
     * @param free as much as there is now, in the same place; never above the limit
     * @param isForEver whether there is never enough; else not now
     * @param isAlone whether no place has more, whatever else is asked
     */
    record TooLittle(
        Need need, BigDecimal limit, BigDecimal free, boolean isForEver, boolean isAlone)
        implements Found {}

    /**
     * It begins in time.
     *
     * @param expected time until it begins
     */
    record Begins(Need need, Amount expected) implements Found {}

    /** It would begin too late. */
    record TooSlow(Need need, Amount expected) implements Found {}

    /** Nobody says how much there is. */
    record NotChecked(Need need) implements Found {}

    /** Who knows how much there is cannot be asked now. */
    record NotKnown(Need need, String why) implements Found {}

    /** The platform knows no such thing. */
    record NotOffered(Need need) implements Found {}

    /** The request and what it holds ask for the opposite. */
    record Contradiction(Need need) implements Found {}
  }

  static Prospect of(Room room, List<Need> needs, Availability availability) {
    Set<String> wanted = new HashSet<>();
    boolean anyDecisive = needs.stream().anyMatch(Need::isDecisive);
    for (Need need : needs) {
      if (need.isDecisive() || !anyDecisive) {
        wanted.add(need.dimension());
      }
    }
    Sight sight = Sight.of(room, wanted, availability);
    List<Need> limited = new ArrayList<>();
    for (Need need : needs) {
      if (isAmount(need) && !need.isContradiction() && room.has(need) && sight.isLimited(need)) {
        limited.add(need);
      }
    }
    Fit fit = Fit.best(limited, sight.places(), room);
    Map<String, Miss> misses = new HashMap<>();
    fit.misses().forEach(miss -> misses.put(miss.need().dimension(), miss));
    List<Found> findings = new ArrayList<>();
    for (Need need : needs) {
      Miss miss = misses.get(need.dimension());
      findings.add(miss == null ? met(room, need, sight, fit.place()) : missed(miss, fit.place()));
    }
    return new Prospect(findings, sight.late());
  }

  private static boolean isAmount(Need need) {
    return !need.dimension().equals(Room.STARTUP);
  }

  private static Found missed(Miss miss, Place place) {
    BigDecimal free = place.free(miss.need()).orElse(BigDecimal.ZERO);
    return new Found.TooLittle(miss.need(), miss.limit(), free, miss.isForEver(), miss.isAlone());
  }

  private static Found met(Room room, Need need, Sight sight, Place place) {
    if (need.isContradiction()) {
      return new Found.Contradiction(need);
    }
    if (!room.has(need)) {
      return new Found.NotOffered(need);
    }
    if (!isAmount(need)) {
      return room.start()
          .map(expected -> begins(need, expected))
          .orElse(new Found.NotChecked(need));
    }
    String silent = sight.silent().get(need.dimension());
    if (silent != null) {
      return new Found.NotKnown(need, silent);
    }
    return place
        .free(need)
        .<Found>map(
            free -> new Found.Enough(need, need.onOffer(free, room.limits(need.dimension())), free))
        .orElse(new Found.NotChecked(need));
  }

  private static Found begins(Need need, Amount expected) {
    boolean late =
        need.max().map(most -> expected.value().compareTo(most.amount().value()) > 0).orElse(false);
    return late ? new Found.TooSlow(need, expected) : new Found.Begins(need, expected);
  }

  /** Whether one place alone has enough of all that somebody limits. */
  boolean isEnough() {
    return findings.stream().noneMatch(Found.TooLittle.class::isInstance);
  }

  /** What was found of a dimension. */
  Optional<Found> of(String dimension) {
    return findings.stream()
        .filter(found -> found.need().dimension().equals(dimension))
        .findFirst();
  }
}
