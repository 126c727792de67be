// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.world.Availability;
import org.whereto.world.Available.Slot;

/**
 * What a platform has for a Task, as its owner declares it for one interface of an acceptance.
 *
 * @param limits by dimension, in the order of the file
 * @param start how long a Task waits until it begins
 * @param sources that know what is free now, by their names, and the dimensions of which each tells
 * @param measures of all dimensions that the platform knows
 * @param isAlwaysTold whether what is on offer is told even where nothing is asked
 */
public record Room(
    Map<String, Limits> limits,
    Optional<Amount> start,
    Map<String, Set<String>> sources,
    Map<String, Measure> measures,
    boolean isAlwaysTold) {

  /** The time until a Task begins, which is no amount that there is of something. */
  public static final String STARTUP = "startup";

  /** The space for what a Task works on. */
  public static final String STORE = "store";

  /** Of a platform that says nothing of resources. */
  public static final Room UNDECLARED =
      new Room(Map.of(), Optional.empty(), Map.of(), Resources.STANDARD, false);

  public Room {
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    measures = Map.copyOf(measures);
  }

  /** What the owner says of a dimension. */
  public Limits limits(String dimension) {
    return limits.getOrDefault(dimension, Limits.NONE);
  }

  /** Whether a Task may ask for that at all. */
  boolean has(Need need) {
    String dimension = need.dimension();
    boolean declared =
        Resources.STANDARD.containsKey(dimension)
            || limits.containsKey(dimension)
            || sources.values().stream().anyMatch(told -> told.contains(dimension));
    return declared && need.isIn(measures.getOrDefault(dimension, Measure.NUMBER));
  }

  private Set<String> dimensions() {
    Set<String> all = new LinkedHashSet<>(limits.keySet());
    all.addAll(toldBySources());
    start.ifPresent(_ -> all.add(STARTUP));
    return all;
  }

  /**
   * How a Task fares here now.
   *
   * @param asked by its request and its content together
   */
  public Prospect prospect(Resources asked, Availability availability) {
    return Prospect.of(this, needs(asked, isAlwaysTold ? dimensions() : Set.of()), availability);
  }

  /**
   * The space on offer for what a Task works on: as much as it asks for, else the default, else as
   * much as there is.
   *
   * @param asked by its request and its content together
   * @return bytes; empty if nobody says how much there is, or there is less than is asked
   */
  public Optional<BigDecimal> storeOnOffer(Resources asked, Availability availability) {
    return Prospect.of(this, needs(asked, Set.of(STORE)), availability).onOffer(STORE);
  }

  /** What is asked, in that order, then what is to be known besides. */
  private static List<Need> needs(Resources asked, Set<String> besides) {
    List<Need> needs = new ArrayList<>();
    asked.wanted().forEach((name, wanted) -> needs.add(new Need(name, Optional.of(wanted))));
    for (String dimension : besides) {
      if (!asked.wanted().containsKey(dimension)) {
        needs.add(Need.unasked(dimension));
      }
    }
    return needs;
  }

  /** Whether somebody says how much there is of a dimension, or that there is none. */
  public boolean limitsAnyOf(String dimension) {
    return limits.containsKey(dimension)
        || toldBySources().contains(dimension)
        || !Resources.STANDARD.containsKey(dimension);
  }

  /** The dimensions of which sources tell, always in the same order. */
  public Set<String> toldBySources() {
    Set<String> told = new TreeSet<>();
    sources.values().forEach(told::addAll);
    return told;
  }

  /** What the owner's own numbers say: they hold everywhere. */
  Slot declared() {
    Map<String, BigDecimal> free = new HashMap<>();
    Map<String, BigDecimal> most = new HashMap<>();
    limits.forEach((dimension, limit) -> {
      limit.free().ifPresent(amount -> free.put(dimension, amount.value()));
      limit.max().ifPresent(amount -> most.put(dimension, amount.value()));
    });
    return new Slot("", free, most);
  }

  /** Whether nothing at all is said. */
  public boolean isEmpty() {
    return limits.isEmpty() && start.isEmpty() && sources.isEmpty() && !isAlwaysTold;
  }
}
