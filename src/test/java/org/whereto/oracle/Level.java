// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * What an owner says of resources at one of the three levels, and what holds if several are around
 * each other.
 *
 * @param limits by dimension
 * @param sources by name; empty if that is left to others
 */
record Level(
    Map<String, Limits> limits,
    Optional<Quantity> start,
    Optional<List<String>> sources,
    Optional<Boolean> always) {

  static final Level SILENT =
      new Level(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

  static final Map<String, String> MEASURES =
      Map.of(
          "cores", "number",
          "memory", "bytes",
          "store", "bytes",
          "duration", "time",
          "startup", "time",
          "gpus", "number",
          "scratch", "bytes",
          "licences", "number");

  static final List<String> STANDARD = List.of("cores", "memory", "store", "duration");
  static final List<String> FURTHER = List.of("gpus", "scratch");

  /** So few that many of them are the same, or nearly. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "number", List.of("0", "0.5", "1", "2", "4", "4", "8", "8", "16", "64", "0.333"),
          "bytes",
              List.of(
                  "0",
                  "1",
                  "999999999",
                  "1000000000",
                  "1000000001",
                  "4000000000",
                  "8000000000",
                  "8589934592",
                  "8589934591",
                  "8589934593",
                  "239900000000",
                  "240000000000",
                  "1000000000000",
                  "1234567891"),
          "time", List.of("0", "1", "60", "61", "300", "3600", "7200", "86399", "86400", "100000"));

  /** What an owner says of one dimension. */
  record Limits(Optional<Quantity> max, Optional<Quantity> free, Optional<Quantity> usual) {

    Limits within(Limits outer) {
      return new Limits(
          smaller(outer.max, max),
          smaller(outer.free, free),
          usual.isPresent() ? usual : outer.usual);
    }

    private static Optional<Quantity> smaller(Optional<Quantity> one, Optional<Quantity> other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      return other.get().value().compareTo(one.get().value()) < 0 ? other : one;
    }

    private Tree setting(String measure) {
      if (max.isPresent() && free.isEmpty() && usual.isEmpty() && measure.isEmpty()) {
        return Tree.text(max.get().text());
      }
      Tree.Builder setting = Tree.build();
      max.ifPresent(amount -> setting.put("max", amount.text()));
      free.ifPresent(amount -> setting.put("free", amount.text()));
      usual.ifPresent(amount -> setting.put("default", amount.text()));
      return setting.putIfAny("measure", measure).done();
    }
  }

  static BigDecimal value(Dice dice, String dimension) {
    return new BigDecimal(dice.of(VALUES.get(MEASURES.get(dimension))));
  }

  static Level of(Dice dice, List<String> sources) {
    Map<String, Limits> limits = new LinkedHashMap<>();
    List<String> standard = dice.some(STANDARD, 0, 3);
    for (String dimension : STANDARD) {
      if (standard.contains(dimension)) {
        limits.put(dimension, limits(dice, dimension));
      }
    }
    for (String dimension : dice.chance(40) ? dice.some(FURTHER, 1, 2) : List.<String>of()) {
      limits.put(dimension, limits(dice, dimension));
    }
    Optional<Quantity> start =
        dice.chance(30)
            ? Optional.of(Quantity.of(dice, "time", value(dice, "startup"), false))
            : Optional.empty();
    Optional<List<String>> told =
        !sources.isEmpty() && dice.chance(60)
            ? Optional.of(dice.some(sources, dice.chance(85) ? 1 : 0, sources.size()))
            : Optional.empty();
    Optional<Boolean> always = dice.chance(25) ? Optional.of(dice.chance(70)) : Optional.empty();
    Level level = new Level(limits, start, told, always);
    return level.essence().equals(SILENT.essence()) ? SILENT : level;
  }

  private static Limits limits(Dice dice, String dimension) {
    String measure = MEASURES.get(dimension);
    Optional<Quantity> max = Optional.empty();
    Optional<Quantity> free = Optional.empty();
    Optional<Quantity> usual = Optional.empty();
    if (dice.chance(75)) {
      max = Optional.of(Quantity.of(dice, measure, value(dice, dimension), false));
    }
    if (dice.chance(35)) {
      free = below(max, Quantity.of(dice, measure, value(dice, dimension), false));
    }
    if (dice.chance(35)) {
      usual = below(max, Quantity.of(dice, measure, value(dice, dimension), false));
    }
    return new Limits(max, free, usual);
  }

  private static Optional<Quantity> below(Optional<Quantity> max, Quantity amount) {
    boolean above = max.isPresent() && amount.value().compareTo(max.get().value()) > 0;
    return above ? Optional.empty() : Optional.of(amount);
  }

  Level within(Level outer) {
    Map<String, Limits> both = new LinkedHashMap<>(outer.limits);
    limits.forEach(
        (name, own) -> both.put(name, both.containsKey(name) ? own.within(both.get(name)) : own));
    return new Level(
        both,
        start.isPresent() ? start : outer.start,
        sources.isPresent() ? sources : outer.sources,
        always.isPresent() ? always : outer.always);
  }

  boolean isTold() {
    return always.orElse(false);
  }

  Limits limits(String dimension) {
    return limits.getOrDefault(
        dimension, new Limits(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** What tells two of these apart in what comes of them. */
  List<Object> essence() {
    return List.of(
        new TreeMap<>(limits),
        start,
        sources.orElse(List.of()).stream().sorted().toList(),
        isTold());
  }

  Optional<Mapping> setting() {
    if (equals(SILENT)) {
      return Optional.empty();
    }
    Tree.Builder setting = Tree.build();
    Tree.Builder further = Tree.build();
    List<String> own = new ArrayList<>();
    limits.forEach((dimension, limit) -> {
      if (FURTHER.contains(dimension)) {
        own.add(dimension);
        further.put(dimension, limit.setting(MEASURES.get(dimension)));
      } else {
        setting.put(dimension, limit.setting(""));
      }
    });
    if (!own.isEmpty()) {
      setting.put("further", further.done());
    }
    start.ifPresent(time -> setting.put("startup", time.text()));
    sources.ifPresent(names -> setting.put("available", Tree.texts(names)));
    always.ifPresent(told -> setting.put("always", Tree.literal(told.toString())));
    return Optional.of(setting.done());
  }
}
