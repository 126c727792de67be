// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well a Task fits into the place that suits it best. It fits if this one place alone has
 * everything that it needs.
 *
 * @param misses what it needs and the place has not, in the order in which it was asked
 */
record Fit(Place place, List<Miss> misses) {

  Fit {
    misses = List.copyOf(misses);
  }

  /**
   * One dimension of which there is too little.
   *
   * @param limit as much as there is in the place that suits best: ever, or now
   * @param isForEver whether there is never enough; else not now
   * @param isAlone whether no place has more, whatever else is asked
   */
  record Miss(Need need, BigDecimal limit, boolean isForEver, boolean isAlone) {}

  /**
   * The best of some places. What no place ever has is missed for ever. Of the rest counts first
   * whether it could ever be had, all in one place; then how many dimensions are short now, then by
   * how much, in the order in which they were asked; and where nothing is short, how much is on
   * offer.
   *
   * @param places at least one
   */
  static Fit best(List<Need> needs, List<Place> places, Room room) {
    List<Need> attainable = new ArrayList<>();
    for (Need need : needs) {
      if (isEverAnywhere(places, need)) {
        attainable.add(need);
      }
    }
    Judged best = new Judged(places.getFirst(), needs, attainable, room);
    for (Place place : places.subList(1, places.size())) {
      Judged judged = new Judged(place, needs, attainable, room);
      best = judged.isBetterThan(best) ? judged : best;
    }
    List<Miss> misses = new ArrayList<>();
    for (Need need : needs) {
      if (!isNow(best.place, need)) {
        misses.add(miss(need, best.place, places));
      }
    }
    return new Fit(best.place, misses);
  }

  private static boolean isEverAnywhere(List<Place> places, Need need) {
    for (Place place : places) {
      if (isEver(place, need)) {
        return true;
      }
    }
    return false;
  }

  /** One place, judged: the most important first, and the rest only if that does not decide. */
  private static final class Judged {
    private final Place place;
    private final List<Need> needs;
    private final Room room;
    private final int beyond;
    private final int missed;

    Judged(Place place, List<Need> needs, List<Need> attainable, Room room) {
      this.place = place;
      this.needs = needs;
      this.room = room;
      int never = 0;
      for (Need need : attainable) {
        never += isEver(place, need) ? 0 : 1;
      }
      this.beyond = never;
      int now = 0;
      for (Need need : needs) {
        now += isNow(place, need) ? 0 : 1;
      }
      this.missed = now;
    }

    boolean isBetterThan(Judged other) {
      if (beyond != other.beyond) {
        return beyond < other.beyond;
      }
      return missed != other.missed ? missed < other.missed : hasMoreThan(other);
    }

    private boolean hasMoreThan(Judged other) {
      for (Need need : needs) {
        int order =
            need.shortOf(free(place, need)).compareTo(need.shortOf(free(other.place, need)));
        if (order != 0) {
          return order < 0;
        }
      }
      for (Need need : needs) {
        int order = onOffer(need).compareTo(other.onOffer(need));
        if (order != 0) {
          return order > 0;
        }
      }
      return false;
    }

    private BigDecimal onOffer(Need need) {
      return need.onOffer(free(place, need), room.limits(need.dimension()));
    }
  }

  private static Miss miss(Need need, Place place, List<Place> places) {
    boolean isForEver = !isEver(place, need);
    BigDecimal limit = isForEver ? place.most(need).orElseThrow() : free(place, need);
    boolean isAlone = true;
    for (Place other : places) {
      Optional<BigDecimal> more = isForEver ? other.most(need) : Optional.of(free(other, need));
      isAlone &= more.isPresent() && more.get().compareTo(limit) <= 0;
    }
    return new Miss(need, limit, isForEver, isAlone);
  }

  private static boolean isEver(Place place, Need need) {
    return place.most(need).map(need::isMetBy).orElse(true);
  }

  private static boolean isNow(Place place, Need need) {
    return need.isMetBy(free(place, need));
  }

  private static BigDecimal free(Place place, Need need) {
    return place.free(need).orElseThrow();
  }
}
