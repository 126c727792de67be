// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Tree;

/** The resources that a Task asks for. */
final class Wants {

  private static final String PATH = "resources";

  private static final List<String> MALFORMED =
      List.of(
          "8g", "-1", "lots", "1,5", "NaN", "", "1 2", "0x10", "1e", "+4", "2w", "P1M", "1h30m");

  private static final List<String> DIMENSIONS =
      List.of(
          "cores", "cores", "memory", "store", "store", "startup", "duration", "gpus", "scratch");

  private final Dice dice;
  private final Truth truth;
  private final Tree.Builder members = Tree.build();

  private Wants(Dice dice, Truth truth) {
    this.dice = dice;
    this.truth = truth;
  }

  /**
   * What is asked of one dimension.
   *
   * @param minKey its name in an answer, asked or not
   * @param like in its unit the answer tells
   */
  record Want(
      String dimension,
      String minKey,
      String maxKey,
      Quantity like,
      Optional<Quantity> min,
      Optional<Quantity> max) {

    /** One of which nothing is asked. */
    static Want none(String dimension) {
      Quantity nothing = new Quantity("", BigDecimal.ZERO, BigDecimal.ONE, "");
      return new Want(dimension, "", "", nothing, Optional.empty(), Optional.empty());
    }

    boolean isAsked() {
      return min.isPresent() || max.isPresent();
    }

    String path() {
      return isAsked() ? PATH + "." + (min.isPresent() ? minKey : maxKey) : PATH;
    }

    BigDecimal least() {
      return min.isPresent() ? min.get().value() : BigDecimal.ZERO;
    }

    boolean isMetBy(BigDecimal amount) {
      return (isAsked() && min.isEmpty()) ? amount.signum() > 0 : amount.compareTo(least()) >= 0;
    }
  }

  static void write(Dice dice, Truth truth) {
    if (dice.chance(3)) {
      truth.members().put(PATH, dice.of(Tree.text("all"), Tree.texts(List.of("8"))));
      truth.outerFaults().add(new Fault("resources.not-a-mapping", PATH));
      return;
    }
    Wants wants = new Wants(dice, truth);
    List<String> dimensions = new ArrayList<>(dice.some(DIMENSIONS, 1, 3));
    if (dice.chance(4)) {
      dimensions.add("licences");
    }
    dimensions.stream().distinct().forEach(wants::dimension);
    if (dice.chance(5)) {
      wants.members.put("speed", "high");
      truth.unused().add(PATH + ".speed");
    }
    truth.members().put(PATH, wants.members.done());
  }

  private void dimension(String dimension) {
    boolean least = dice.chance(70);
    boolean most = !least || dice.chance(40);
    boolean minFirst = least && (!most || dice.chance(60));
    String measure = Level.MEASURES.get(dimension);
    // The measure of a dimension that nobody declared is told by its unit.
    boolean bare = !Level.FURTHER.contains(dimension);
    Quantity min = Quantity.of(dice, measure, Level.value(dice, dimension), bare);
    Quantity max = Quantity.of(dice, measure, Level.value(dice, dimension), bare);
    if (least && most && min.value().compareTo(max.value()) > 0 && dice.chance(90)) {
      Quantity larger = min;
      min = max;
      max = larger;
    }
    String minKey = key("min", dimension);
    String maxKey = least && most ? key("max", dimension) : other(minKey);
    if (!least) {
      maxKey = key("max", dimension);
      minKey = other(maxKey);
    }
    if (minFirst) {
      put(minKey, min);
    }
    if (most) {
      put(maxKey, max);
    }
    if (least && !minFirst) {
      put(minKey, min);
    }
    if (least && most && min.value().compareTo(max.value()) > 0) {
      String first = PATH + "." + (minFirst ? minKey : maxKey);
      truth.outerFaults().add(new Fault("resources.min-above-max", first));
    }
    truth
        .wants()
        .add(
            new Want(
                dimension,
                minKey,
                maxKey,
                minFirst ? min : max,
                least ? Optional.of(min) : Optional.empty(),
                most ? Optional.of(max) : Optional.empty()));
    if (dice.chance(2)) {
      again(least ? minKey : maxKey, min);
    }
  }

  private void again(String key, Quantity amount) {
    String spelling = key.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    String another = spelling.substring(0, 3) + "__" + spelling.substring(3);
    members.put(another, amount.text());
    truth.outerFaults().add(new Fault("resources.twice", PATH + "." + another));
  }

  private void put(String key, Quantity amount) {
    String path = PATH + "." + key;
    switch (dice.below(200)) {
      case 0, 1 -> {
        members.put(key, dice.of(MALFORMED));
        truth.outerFaults().add(new Fault("amount.malformed", path));
      }
      case 2 -> {
        members.put(key, dice.of(Tree.literal("null"), Tree.texts(List.of("1", "2"))));
        truth.outerFaults().add(new Fault("amount.malformed", path));
      }
      case 3 -> {
        members.put(key, dice.of("1e400", "9223372036854775808000", "1e0000000999"));
        truth.outerFaults().add(new Fault("amount.too-large", path));
      }
      case 4 -> {
        members.put(key, dice.of("1e-400", "0.00000000000000000001"));
        truth.outerFaults().add(new Fault("amount.too-small", path));
      }
      default -> {
        boolean plain = amount.text().matches("[0-9]+(\\.[0-9]+)?");
        members.put(
            key, plain && dice.chance(50) ? Tree.literal(amount.text()) : Tree.text(amount.text()));
      }
    }
  }

  private String key(String bound, String dimension) {
    String capital = dimension.substring(0, 1).toUpperCase(Locale.ROOT) + dimension.substring(1);
    return switch (dice.below(8)) {
      case 0 -> bound + capital;
      case 1 -> bound + "_" + dimension;
      case 2 -> bound.toUpperCase(Locale.ROOT) + "-" + dimension.toUpperCase(Locale.ROOT);
      default -> bound + dimension;
    };
  }

  private static String other(String key) {
    Map<String, String> others = Map.of("min", "max", "max", "min", "MIN", "MAX", "MAX", "MIN");
    return others.get(key.substring(0, 3)) + key.substring(3);
  }
}
