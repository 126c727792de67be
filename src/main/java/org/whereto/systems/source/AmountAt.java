// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Word;

/**
 * Where in a document the amounts of one dimension stand.
 *
 * @param free what is free now
 * @param most what there is at all, if the document tells
 * @param unit of numbers without one; empty for base units: a number, bytes, seconds
 * @param measure of the dimension; what is in another one is no amount of it
 */
record AmountAt(Pointer free, Optional<Pointer> most, String unit, Measure measure) {

  private static final String AT = "at";
  private static final String UNIT = "unit";

  private static final List<String> UNITS =
      List.of("B", "K", "M", "G", "T", "P", "Ki", "Mi", "Gi", "Ti", "Pi", "s", "m", "h", "d");
  private static final Set<String> TIMES = Set.of("s", "m", "h", "d");
  private static final int SHOWN = 60;

  /** Reads what an owner says of one dimension: a pointer, or more than that. */
  static AmountAt read(String dimension, Measure measure, Settings in) {
    in.shorthand(AT);
    in.require(AT);
    Pointer free =
        Pointers.read(in, AT, "Where in the document the free amount stands: a JSON Pointer.")
            .orElse(Pointers.WHOLE);
    Optional<Pointer> most =
        Pointers.read(in, "most", "Where it says how much there is at all: a JSON Pointer.");
    String unit =
        in.choice(
            UNIT,
            UNITS,
            "",
            "Unit of numbers that have none; if left out, a plain number, bytes or seconds.");
    if (!unit.isEmpty() && measure != measureOf(unit)) {
      in.problem(
          UNIT,
          "\"" + unit + "\" is no unit of " + dimension + ": " + remedy(dimension, measure, unit));
    }
    return new AmountAt(free, most, unit, measure);
  }

  private static String remedy(String dimension, Measure measure, String unit) {
    String other = measure == Measure.NUMBER ? "leave it out" : "take another one";
    return Resources.STANDARD.containsKey(dimension)
        ? other + "."
        : other
            + ", or say \"measure: "
            + Word.of(measureOf(unit))
            + "\" where \"resources\" has it under \"further\".";
  }

  /**
   * The amount that stands at one of the two places of a document, in base units.
   *
   * @throws Unread if there is none that can be meant
   */
  BigDecimal amount(String dimension, Pointer at, Tree document) throws Unread {
    Tree found =
        at.in(document)
            .orElseThrow(() ->
                new Unread("It has nothing at " + at.text() + ", where " + dimension + " is."));
    String text = found instanceof Scalar scalar ? scalar.text().strip() : "";
    if (text.isEmpty() || ((Scalar) found).isNull()) {
      throw new Unread("At " + at.text() + ", where " + dimension + " is, it has no amount.");
    }
    boolean bare = Character.isDigit(text.charAt(text.length() - 1));
    if (!bare && !unit.isEmpty()) {
      throw new Unread(
          "At "
              + at.text()
              + " stands \""
              + OneLine.of(text, SHOWN)
              + "\", and not a plain number as \"unit\" has it.");
    }
    try {
      return Amount.parse(measure, Tree.text(bare ? text + suffix() : text), Path.ROOT).value();
    } catch (BadInput fault) {
      throw new Unread("At " + at.text() + ", where " + dimension + " is: " + fault.sentence());
    }
  }

  private String suffix() {
    if (!unit.isEmpty()) {
      return unit;
    }
    return switch (measure) {
      case NUMBER -> "";
      case BYTES -> "B";
      case TIME -> "s";
    };
  }

  private static Measure measureOf(String unit) {
    return TIMES.contains(unit) ? Measure.TIME : Measure.BYTES;
  }
}
