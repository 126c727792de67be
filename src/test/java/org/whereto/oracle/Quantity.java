// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An amount that was written from a value, and how others look in its unit (decision 021).
 *
 * @param number of units
 * @param unit how much one of them is
 * @param suffix its name; of a time of ISO 8601 {@code ISO}
 */
record Quantity(String text, BigDecimal number, BigDecimal unit, String suffix) {

  static final String ISO = "ISO";

  private static final int LONGEST = 20;
  private static final int SHORT = 8;

  /** Names of units and what they are, the largest of powers of ten first. */
  private static final Map<String, Map<String, BigDecimal>> UNITS =
      Map.of("number", Map.of(), "bytes", bytes(), "time", times());

  private static Map<String, BigDecimal> bytes() {
    Map<String, BigDecimal> units = new LinkedHashMap<>();
    List<String> letters = List.of("P", "T", "G", "M", "K");
    for (int i = 0; i < letters.size(); i++) {
      units.put(letters.get(i), new BigDecimal("1000").pow(5 - i));
    }
    for (int i = 0; i < letters.size(); i++) {
      units.put(letters.get(i) + "i", new BigDecimal("1024").pow(5 - i));
    }
    return units;
  }

  private static Map<String, BigDecimal> times() {
    Map<String, BigDecimal> units = new LinkedHashMap<>();
    units.put("d", new BigDecimal("86400"));
    units.put("h", new BigDecimal("3600"));
    units.put("m", new BigDecimal("60"));
    units.put("s", BigDecimal.ONE);
    return units;
  }

  private static String base(String measure) {
    return switch (measure) {
      case "bytes" -> "B";
      case "time" -> "s";
      default -> "";
    };
  }

  BigDecimal value() {
    return number.multiply(unit);
  }

  /** A value in a unit and a spelling by chance. */
  static Quantity of(Dice dice, String measure, BigDecimal value, boolean bare) {
    List<Quantity> all = new ArrayList<>();
    all.add(spelt(value, BigDecimal.ONE, base(measure)));
    UNITS
        .get(measure)
        .forEach((name, unit) -> {
          all.add(spelt(value, unit, name));
          if (measure.equals("bytes")) {
            all.add(spelt(value, unit, name + "B"));
            all.add(spelt(value, unit, " " + name));
            all.add(spelt(value, unit, " " + name + "B"));
          }
        });
    if (bare && measure.equals("bytes")) {
      all.add(spelt(value, new BigDecimal("1000000000"), ""));
    } else if (bare && measure.equals("time")) {
      all.add(spelt(value, BigDecimal.ONE, ""));
    }
    if (measure.equals("time")) {
      all.add(new Quantity(iso(value), value, BigDecimal.ONE, ISO));
      all.add(new Quantity("PT" + plain(value) + "S", value, BigDecimal.ONE, ISO));
    }
    all.removeIf(one -> one.text.length() > LONGEST || one.value().compareTo(value) != 0);
    Quantity one = dice.of(all);
    boolean round = one.number.signum() > 0 && one.number.stripTrailingZeros().scale() < 0;
    if (round && !one.suffix.equals(ISO) && dice.chance(15)) {
      String text = plain(one.number.movePointLeft(1)) + dice.of("e1", "E+1") + one.suffix;
      return new Quantity(text, one.number, one.unit, one.suffix);
    }
    return dice.chance(5) && one.number.scale() == 0 && !one.suffix.equals(ISO)
        ? new Quantity(one.number + ".0" + one.suffix, one.number, one.unit, one.suffix)
        : one;
  }

  /** Not what was meant where it would need too many decimals. */
  private static Quantity spelt(BigDecimal value, BigDecimal unit, String suffix) {
    BigDecimal number = value.divide(unit, LONGEST, RoundingMode.DOWN).stripTrailingZeros();
    number = number.scale() < 0 ? number.setScale(0) : number;
    return new Quantity(plain(number) + suffix, number, unit, suffix);
  }

  /** A limit in this unit, never more than it is; and not less than this where it is not. */
  String down(BigDecimal limit) {
    int decimals = decimals(limit);
    if (limit.compareTo(value()) >= 0) {
      decimals = Math.max(decimals, number.stripTrailingZeros().scale());
    }
    return written(limit.divide(unit, decimals, RoundingMode.DOWN));
  }

  /** What is missing, never less than it is. */
  String up(BigDecimal missing) {
    return written(missing.divide(unit, decimals(missing), RoundingMode.UP));
  }

  /** What {@link #up} says, as a value. */
  BigDecimal upValue(BigDecimal missing) {
    return missing.divide(unit, decimals(missing), RoundingMode.UP).multiply(unit);
  }

  BigDecimal downValue(BigDecimal limit) {
    int decimals = decimals(limit);
    if (limit.compareTo(value()) >= 0) {
      decimals = Math.max(decimals, number.stripTrailingZeros().scale());
    }
    return limit.divide(unit, decimals, RoundingMode.DOWN).multiply(unit);
  }

  private int decimals(BigDecimal amount) {
    int decimals = 3;
    BigDecimal grown = amount.multiply(BigDecimal.TEN);
    while (amount.signum() > 0 && grown.compareTo(unit) < 0) {
      grown = grown.multiply(BigDecimal.TEN);
      decimals++;
    }
    return decimals;
  }

  private String written(BigDecimal count) {
    return suffix.equals(ISO) ? iso(count) : plain(count) + suffix;
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String iso(BigDecimal seconds) {
    BigDecimal rest = seconds;
    StringBuilder days = new StringBuilder();
    StringBuilder hours = new StringBuilder();
    for (Map.Entry<String, BigDecimal> unit : times().entrySet()) {
      BigDecimal whole = rest.divideToIntegralValue(unit.getValue());
      BigDecimal told = unit.getKey().equals("s") ? rest : whole;
      rest = rest.subtract(whole.multiply(unit.getValue()));
      if (told.signum() > 0) {
        StringBuilder part = unit.getKey().equals("d") ? days : hours;
        part.append(plain(told)).append(unit.getKey().toUpperCase(Locale.ROOT));
      }
    }
    String text = "P" + days + (hours.isEmpty() ? "" : "T" + hours);
    return text.equals("P") ? "PT0S" : text;
  }

  /** The shortest exact spelling of what nobody wrote; rounded down where that is long. */
  static Quantity shortest(String measure, BigDecimal value) {
    Quantity best = spelt(value, BigDecimal.ONE, base(measure));
    for (Map.Entry<String, BigDecimal> unit : UNITS.get(measure).entrySet()) {
      Quantity other = spelt(value, unit.getValue(), unit.getKey());
      boolean exact = other.value().compareTo(value) == 0 && other.number.scale() <= 3;
      boolean atLeastOne = value.compareTo(unit.getValue()) >= 0;
      if (exact && atLeastOne && other.text.length() < best.text.length()) {
        best = other;
      }
    }
    return best;
  }

  static String shown(String measure, BigDecimal value) {
    Quantity best = shortest(measure, value);
    if (best.text.length() <= SHORT) {
      return best.text;
    }
    for (Map.Entry<String, BigDecimal> unit : UNITS.get(measure).entrySet()) {
      if (value.compareTo(unit.getValue()) >= 0) {
        Quantity one = new Quantity("", BigDecimal.ZERO, unit.getValue(), unit.getKey());
        return one.down(value);
      }
    }
    return new Quantity("", BigDecimal.ZERO, BigDecimal.ONE, base(measure)).down(value);
  }
}
