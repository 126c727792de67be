// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** Members that schemas and rules read, with values near the edges of what these say. */
final class Members {

  /** The fields of taskinfo; {@code walltime} holds {@code hours}. */
  static final List<String> FIELDS =
      List.of("count", "cores", "urgent", "place", "tags", "sizes", "walltime", "started");

  /** A member beside taskinfo. */
  static final String WEIGHT = "weight";

  static final List<String> WHOLE = List.of("0", "1", "2", "3", "5", "16", "17", "4.0", "1e1");
  static final List<String> FRACTIONS = List.of("8", "8.0", "8.5", "0.1", "7.99999999999999", "1");
  static final List<String> WORDS = List.of("roe", "inaf", "eu-west", "16", "true", "é😀", "Roe");
  static final List<String> DAYS = List.of("2026-01-31", "2024-02-29");

  private static final List<String> ODD =
      List.of("-1", "4.5", "many", "", " ", "True", "1.", "+1", "0x10", "2026-02-30", "2026-1-1");

  private static final List<String> LARGE =
      List.of(
          "999999999999999999",
          "-999999999999999999",
          "1000000000000000000",
          "0.12345678901234567890",
          "9007199254740993");

  private Members() {}

  static void write(Dice dice, Truth truth, Map<String, Tree> taskinfo) {
    if (dice.chance(25)) {
      return;
    }
    for (String field : dice.some(FIELDS, 0, 4)) {
      taskinfo.put(field, value(dice, field));
    }
    if (dice.chance(10)) {
      truth.members().put(WEIGHT, value(dice, "cores"));
    }
  }

  private static Tree value(Dice dice, String field) {
    if (dice.chance(3)) {
      return dice.of(
          Tree.literal("null"),
          Tree.build().put("a", "b").done(),
          Tree.list(List.of()),
          Tree.list(List.of(Tree.literal("null"))));
    }
    return switch (field) {
      case "count" -> scalar(dice, WHOLE);
      case "cores" -> scalar(dice, FRACTIONS);
      case "urgent" -> scalar(dice, List.of("true", "false"));
      case "place" -> scalar(dice, WORDS);
      case "started" -> scalar(dice, DAYS);
      case "tags" -> list(dice, WORDS);
      case "sizes" -> list(dice, WHOLE);
      default -> {
        Tree.Builder walltime = Tree.build();
        if (dice.chance(90)) {
          walltime.put("hours", scalar(dice, WHOLE));
        }
        yield dice.chance(20) ? walltime.put("beside", "it").done() : walltime.done();
      }
    };
  }

  private static Tree scalar(Dice dice, List<String> good) {
    String text = dice.of(dice.chance(92) ? good : dice.chance(60) ? ODD : LARGE);
    boolean literal = number(text).isPresent() || text.equals("true") || text.equals("false");
    return literal && dice.chance(50) ? Tree.literal(text) : Tree.text(text);
  }

  private static Tree list(Dice dice, List<String> good) {
    if (dice.chance(15)) {
      return scalar(dice, good);
    }
    List<Tree> items = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      items.add(scalar(dice, good));
    }
    if (dice.chance(8)) {
      items.add(dice.of(Tree.text("{"), Tree.text("a}"), Tree.list(items), Tree.literal("null")));
    }
    if (dice.chance(8)) {
      items.add(Tree.text("{ " + dice.of(good) + " ," + dice.of(good) + "}"));
    }
    if (dice.chance(30)) {
      List<String> texts = dice.some(good, 0, 3);
      return Tree.text(" {" + String.join(", ", texts) + "}");
    }
    return Tree.list(items);
  }

  /** A number as wire.md, section 1.1, has it: told from the text, to the last digit. */
  static Optional<BigDecimal> number(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][0-9])?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  static boolean isWhole(BigDecimal number) {
    return number.remainder(BigDecimal.ONE).signum() == 0;
  }

  /** The items of a text where a list is wanted: those in braces, else itself. */
  static List<Tree> split(Scalar scalar) {
    String text = scalar.text().strip();
    boolean braces = text.startsWith("{") && text.endsWith("}") && text.length() > 1;
    if (!braces) {
      return List.of(scalar);
    }
    String inside = text.substring(1, text.length() - 1);
    List<Tree> items = new ArrayList<>();
    if (!inside.isBlank()) {
      for (String item : inside.split(",", -1)) {
        items.add(Tree.text(item.strip()));
      }
    }
    return items;
  }

  /** The member at a dotted path. */
  static Optional<Tree> at(Truth truth, String path) {
    Optional<Tree> here = Optional.of(Tree.map(truth.members()));
    for (String step : path.split("\\.", -1)) {
      here =
          here.flatMap(
              tree -> tree instanceof Mapping mapping ? mapping.get(step) : Optional.empty());
    }
    return here;
  }
}
