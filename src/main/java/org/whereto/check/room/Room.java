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
import org.whereto.check.room.Prospect.Found;
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
   * How a Task fares here now. What is told of dimensions for which nobody asks changes nothing of
   * it.
   *
   * @param asked by its request and its content together
   */
  public Prospect prospect(Resources asked, Availability availability) {
    return whole(needs(asked, BigDecimal.ZERO), availability);
  }

  /** What is told besides is looked for apart where what is needed does not lead to it. */
  private Prospect whole(List<Need> needs, Availability availability) {
    Prospect needed = Prospect.of(this, needs, availability);
    List<Found> findings = new ArrayList<>();
    for (Found found : needed.findings()) {
      boolean isApart = found instanceof Found.NotChecked && !found.need().isDecisive();
      findings.add(
          isApart
              ? Prospect.of(this, List.of(found.need()), availability).findings().getFirst()
              : found);
    }
    return new Prospect(findings, needed.late());
  }

  /**
   * Whether data that is copied for a Task fits into its store, where it has all else that it
   * needs.
   *
   * @param asked by its request and its content together
   * @param bytes of the data; more than none
   */
  public Space space(Resources asked, BigDecimal bytes, Availability availability) {
    Need store = store(asked, bytes);
    Optional<BigDecimal> most = store.upTo(limits(STORE));
    if (most.isPresent() && bytes.compareTo(most.get()) > 0) {
      return new Space.Beyond(most.get());
    }
    Prospect all = whole(needs(asked, bytes), availability);
    Prospect without = all.isEnough() ? all : prospect(asked, availability);
    if (without.isEnough()) {
      return Space.of(all);
    }
    // What is asked is not there in any case: what can be said of the data is said of it alone.
    Space alone = Space.of(Prospect.of(this, List.of(store), availability));
    return alone instanceof Space.Enough ? new Space.Enough(without) : alone;
  }

  private static Need store(Resources asked, BigDecimal bytes) {
    return new Need(STORE, Optional.ofNullable(asked.wanted().get(STORE)), bytes);
  }

  /** What is asked, in that order, then what is to be known besides. */
  private List<Need> needs(Resources asked, BigDecimal bytes) {
    List<Need> needs = new ArrayList<>();
    Set<String> besides = new LinkedHashSet<>(isAlwaysTold ? dimensions() : Set.of());
    asked
        .wanted()
        .forEach((name, wanted) ->
            needs.add(
                name.equals(STORE) ? store(asked, bytes) : new Need(name, Optional.of(wanted))));
    if (bytes.signum() > 0 && !asked.wanted().containsKey(STORE)) {
      needs.add(store(asked, bytes));
      besides.remove(STORE);
    }
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
