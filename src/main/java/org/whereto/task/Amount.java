// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree.Scalar;

/**
 * An amount of something (note, section 5; wire.md, section 3), exact.
 *
 * @param value in the base unit: a number, bytes or seconds
 * @param text as it was asked
 */
public record Amount(BigDecimal value, String text) {

  private static final int LONGEST = 64;
  private static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);
  private static final Pattern NUMBER =
      Pattern.compile("(\\d++(?:\\.\\d++)?+(?:[eE][+-]?\\d{1,3}+)?+) ?+([A-Za-z]*+)");
  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("K", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("Ki", BigDecimal.TWO.pow(10)),
          Map.entry("Mi", BigDecimal.TWO.pow(20)),
          Map.entry("Gi", BigDecimal.TWO.pow(30)),
          Map.entry("Ti", BigDecimal.TWO.pow(40)),
          Map.entry("Pi", BigDecimal.TWO.pow(50)));
  private static final Map<String, Integer> SECONDS =
      Map.of("", 1, "s", 1, "m", 60, "h", 3600, "d", 86_400);

  /** What an amount is an amount of, which decides its units. */
  public enum Measure {
    /** A plain number, like cores. */
    NUMBER,
    /** Bytes; a bare number is Gbytes (note, section 5). */
    BYTES,
    /** Seconds; also ISO 8601 in days, hours, minutes and seconds. */
    TIME
  }

  /** This amount of seconds as a time; what is less than a nanosecond is dropped. */
  public Duration time() {
    BigDecimal nanos = value.remainder(BigDecimal.ONE).movePointRight(9);
    return Duration.ofSeconds(value.longValue(), nanos.longValue());
  }

  /**
   * The amount that a text says.
   *
   * @throws BadInput {@code amount.malformed} or {@code amount.too-large}, at {@code path}
   */
  public static Amount parse(Measure measure, Scalar scalar, Path path) throws BadInput {
    String text = scalar.text().strip();
    if (text.isEmpty() || text.length() > LONGEST || scalar.isNull()) {
      throw malformed(measure, scalar, path);
    }
    BigDecimal value =
        measure == Measure.TIME && text.startsWith("P")
            ? isoSeconds(scalar, path)
            : scaled(measure, scalar, path);
    if (value.compareTo(LARGEST) > 0) {
      throw new BadInput(
          "amount.too-large", path, scalar.place(), "\"" + text + "\" is too large an amount.");
    }
    return new Amount(value, text);
  }

  private static BigDecimal scaled(Measure measure, Scalar scalar, Path path) throws BadInput {
    Matcher matcher = NUMBER.matcher(scalar.text().strip());
    if (!matcher.matches()) {
      throw malformed(measure, scalar, path);
    }
    String unit = matcher.group(2);
    BigDecimal factor =
        switch (measure) {
          case NUMBER -> unit.isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO;
          case BYTES -> bytes(unit);
          case TIME -> BigDecimal.valueOf(SECONDS.getOrDefault(unit, 0));
        };
    if (factor.signum() == 0) {
      throw malformed(measure, scalar, path);
    }
    return new BigDecimal(matcher.group(1)).multiply(factor);
  }

  private static BigDecimal bytes(String unit) {
    if (unit.isEmpty()) {
      return BigDecimal.TEN.pow(9);
    }
    if (unit.equals("B")) {
      return BigDecimal.ONE;
    }
    String scale = unit.endsWith("B") ? unit.substring(0, unit.length() - 1) : unit;
    return SCALES.getOrDefault(scale, BigDecimal.ZERO);
  }

  /** Days are the largest unit: a month or a year has no fixed length. */
  private static BigDecimal isoSeconds(Scalar scalar, Path path) throws BadInput {
    try {
      Duration duration = Duration.parse(scalar.text().strip());
      if (!duration.isNegative()) {
        return BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano(), 9));
      }
    } catch (DateTimeParseException notIso) {
      // told below, in the same words as any other time that cannot be read
    }
    throw malformed(Measure.TIME, scalar, path);
  }

  private static BadInput malformed(Measure measure, Scalar scalar, Path path) {
    String wanted =
        switch (measure) {
          case NUMBER -> "a number that is not negative, like 8";
          case BYTES -> "an amount like 8G, 512M or 1.5Ti (a bare number is Gbytes)";
          case TIME -> "a time like 60s, 5m, 2h, 1d or PT5M";
        };
    return new BadInput(
        "amount.malformed",
        path,
        scalar.place(),
        "\""
            + OneLine.of(scalar.text(), LONGEST)
            + "\" is not "
            + wanted
            + "."
            + hint(measure, scalar.text()));
  }

  private static String hint(Measure measure, String text) {
    boolean smallUnit = measure == Measure.BYTES && text.matches("\\d{1,18}[kmgtp]");
    return smallUnit
        ? " Did you mean " + text.substring(0, text.length() - 1) + upperUnit(text) + "?"
        : "";
  }

  private static char upperUnit(String text) {
    return Character.toUpperCase(text.charAt(text.length() - 1));
  }
}
