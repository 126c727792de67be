// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whereto.world.Available.Slot;

/**
 * How well a Task fits into the slot that suits it best. It fits if this one slot alone has
 * everything that it needs.
 *
 * @param misses what it needs and the slot has not, in the order in which it was asked
 */
record Fit(Slot slot, List<Miss> misses) {

  Fit {
    misses = List.copyOf(misses);
  }

  /**
   * One dimension of which there is too little.
   *
   * @param limit as much as there is in the slot that suits best: ever, or now
   * @param isForEver whether there is never enough; else not now
   * @param isAlone whether no slot has more, whatever else is asked
   */
  record Miss(Need need, BigDecimal limit, boolean isForEver, boolean isAlone) {}

  /** How a slot is judged, the most important first. */
  private record Judged(Slot slot, int beyond, int missed, List<BigDecimal> amounts) {

    static final Comparator<Judged> BY_SUITABILITY =
        Comparator.comparingInt(Judged::beyond)
            .thenComparingInt(Judged::missed)
            .thenComparing(Judged::amounts, Judged::compare);

    private static int compare(List<BigDecimal> one, List<BigDecimal> other) {
      for (int i = 0; i < one.size(); i++) {
        int order = one.get(i).compareTo(other.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }
  }

  /**
   * The best of some slots. What no slot ever has is missed for ever. Of the rest counts first
   * whether it could ever be had, all in one slot; then how many dimensions are short now, then by
   * how much, in the order in which they were asked; and where nothing is short, how much is on
   * offer.
   *
   * @param slots at least one
   */
  static Fit best(List<Need> needs, List<Slot> slots, Room room) {
    List<Need> attainable = new ArrayList<>();
    for (Need need : needs) {
      if (slots.stream().anyMatch(slot -> isEver(slot, need))) {
        attainable.add(need);
      }
    }
    Optional<Judged> best = Optional.empty();
    for (Slot slot : slots) {
      Judged judged = judged(slot, needs, attainable, room);
      if (best.isEmpty() || Judged.BY_SUITABILITY.compare(judged, best.get()) < 0) {
        best = Optional.of(judged);
      }
    }
    Slot slot = best.orElseThrow().slot();
    List<Miss> misses = new ArrayList<>();
    for (Need need : needs) {
      if (!isNow(slot, need)) {
        misses.add(miss(need, slot, slots));
      }
    }
    return new Fit(slot, misses);
  }

  private static Judged judged(Slot slot, List<Need> needs, List<Need> attainable, Room room) {
    int beyond = 0;
    for (Need need : attainable) {
      beyond += isEver(slot, need) ? 0 : 1;
    }
    int missed = 0;
    List<BigDecimal> amounts = new ArrayList<>();
    for (Need need : needs) {
      missed += isNow(slot, need) ? 0 : 1;
      amounts.add(need.shortOf(free(slot, need)));
    }
    for (Need need : needs) {
      amounts.add(need.onOffer(free(slot, need), room.limits(need.dimension())).negate());
    }
    return new Judged(slot, beyond, missed, amounts);
  }

  private static Miss miss(Need need, Slot slot, List<Slot> slots) {
    boolean isForEver = !isEver(slot, need);
    BigDecimal limit = isForEver ? Slots.most(slot, need).orElseThrow() : free(slot, need);
    boolean isAlone = true;
    for (Slot other : slots) {
      Optional<BigDecimal> more =
          isForEver ? Slots.most(other, need) : Optional.of(free(other, need));
      isAlone &= more.isPresent() && more.get().compareTo(limit) <= 0;
    }
    return new Miss(need, limit, isForEver, isAlone);
  }

  private static boolean isEver(Slot slot, Need need) {
    return Slots.most(slot, need).map(need::isMetBy).orElse(true);
  }

  private static boolean isNow(Slot slot, Need need) {
    return need.isMetBy(free(slot, need));
  }

  private static BigDecimal free(Slot slot, Need need) {
    return Slots.free(slot, need).orElseThrow();
  }
}
