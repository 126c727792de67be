// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Spelling.InUnits;

/** The units of amounts (wire.md, section 3). */
final class AmountUnits {

  private static final int DECIMALS = 3;
  private static final InUnits ONE = new InUnits(BigDecimal.ONE, "");
  private static final InUnits BYTE = new InUnits(BigDecimal.ONE, "B");
  private static final InUnits GBYTE = decimal("G", 9);
  private static final InUnits SECOND = new InUnits(BigDecimal.ONE, "s");

  /** The largest first; a bare {@code B} is apart, since it is no letter before another. */
  private static final List<InUnits> BYTES =
      List.of(
          decimal("P", 15),
          decimal("T", 12),
          GBYTE,
          decimal("M", 6),
          decimal("K", 3),
          binary("Pi", 50),
          binary("Ti", 40),
          binary("Gi", 30),
          binary("Mi", 20),
          binary("Ki", 10));

  private static final List<InUnits> TIMES =
      List.of(
          new InUnits(BigDecimal.valueOf(86_400), "d"),
          new InUnits(BigDecimal.valueOf(3600), "h"),
          new InUnits(BigDecimal.valueOf(60), "m"),
          SECOND);

  private AmountUnits() {}

  private static InUnits decimal(String letter, int digits) {
    return new InUnits(BigDecimal.TEN.pow(digits), letter);
  }

  private static InUnits binary(String letters, int bits) {
    return new InUnits(BigDecimal.TWO.pow(bits), letters);
  }

  /** How much of the base unit this unit is, if it is one; that of a bare number is "". */
  static Optional<BigDecimal> factor(Measure measure, String unit) {
    return switch (measure) {
      case NUMBER -> unit.isEmpty() ? Optional.of(ONE.factor()) : Optional.empty();
      case BYTES ->
          unit.isEmpty()
              ? Optional.of(GBYTE.factor())
              : unit.equals(BYTE.suffix())
                  ? Optional.of(BYTE.factor())
                  : named(unit.endsWith("B") ? unit.substring(0, unit.length() - 1) : unit, BYTES);
      case TIME -> unit.isEmpty() ? Optional.of(SECOND.factor()) : named(unit, TIMES);
    };
  }

  private static Optional<BigDecimal> named(String name, List<InUnits> units) {
    return units.stream().filter(unit -> unit.suffix().equals(name)).map(InUnits::factor).findAny();
  }

  /** A value in the unit in which it is shortest: {@code 1.5Gi}, {@code 90s}. */
  static Amount shortest(Measure measure, BigDecimal value) {
    InUnits shortest = base(measure);
    String text = shortest.write(value);
    for (InUnits unit : units(measure)) {
      BigDecimal number = value.divide(unit.factor(), DECIMALS, RoundingMode.DOWN);
      boolean exact = number.multiply(unit.factor()).compareTo(value) == 0;
      String other = unit.write(number);
      if (exact && value.compareTo(unit.factor()) >= 0 && other.length() < text.length()) {
        shortest = unit;
        text = other;
      }
    }
    return new Amount(measure, value, shortest, text);
  }

  private static InUnits base(Measure measure) {
    return switch (measure) {
      case NUMBER -> ONE;
      case BYTES -> BYTE;
      case TIME -> SECOND;
    };
  }

  /** The largest unit first, those of powers of ten before those of powers of two. */
  private static List<InUnits> units(Measure measure) {
    return switch (measure) {
      case NUMBER -> List.of(ONE);
      case BYTES -> BYTES;
      case TIME -> TIMES;
    };
  }

  /** The largest unit of which a value is at least one. */
  static Spelling largest(Measure measure, BigDecimal value) {
    return units(measure).stream()
        .filter(unit -> value.compareTo(unit.factor()) >= 0)
        .findFirst()
        .orElseGet(() -> base(measure));
  }
}
