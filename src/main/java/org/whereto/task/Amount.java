// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree.Scalar;

/**
 * An amount of something (note, section 5; wire.md, section 3), exact.
 *
 * @param value in the base unit: a number, bytes or seconds; never negative
 * @param spelling how it was asked, so that others can be told in the same unit
 * @param text as it was asked
 */
public record Amount(Measure measure, BigDecimal value, Spelling spelling, String text) {

  /** The largest value of any amount. */
  static final BigDecimal LARGEST = new BigDecimal(Long.MAX_VALUE);

  /** As far as decimals are told, unless more are needed to tell two amounts apart. */
  private static final int DECIMALS = 3;

  /** Enough to see where the first digit stands. */
  private static final MathContext ROUGHLY = new MathContext(2, RoundingMode.DOWN);

  /** As long as an amount is easily read. */
  private static final int SHORT = 8;

  /** What an amount is an amount of, which decides its units. */
  public enum Measure {
    /** A plain number, like cores. */
    NUMBER,
    /** Bytes; a bare number is Gbytes (note, section 5). */
    BYTES,
    /** Seconds; also ISO 8601 in days, hours, minutes and seconds. */
    TIME
  }

  /**
   * The amount that a text says.
   *
   * @throws BadInput {@code amount.malformed}, {@code amount.too-large} or {@code
   *     amount.too-small}, at {@code path}
   */
  public static Amount parse(Measure measure, Scalar scalar, Path path) throws BadInput {
    return new AmountReader(scalar, path).read(measure);
  }

  /**
   * The amount that a text says of something whose measure nobody declared: its unit tells.
   *
   * @throws BadInput as {@link #parse}
   */
  public static Amount parse(Scalar scalar, Path path) throws BadInput {
    return new AmountReader(scalar, path).readAny();
  }

  /** A value that nobody wrote, exact, in the unit in which it is shortest: {@code 1.5Gi}. */
  public static Amount of(Measure measure, BigDecimal value) {
    return AmountUnits.shortest(measure, value);
  }

  /**
   * A limit that nobody wrote, to be shown where nobody asked for an amount either: exact if that
   * is short, else in a large unit and rounded down.
   *
   * @param limit in the base unit; what is below zero counts as zero
   */
  public static String shown(Measure measure, BigDecimal limit) {
    BigDecimal told = limit.max(BigDecimal.ZERO).min(LARGEST);
    Amount exact = of(measure, told);
    return exact.text().length() <= SHORT
        ? exact.text()
        : write(AmountUnits.largest(measure, told), told, RoundingMode.DOWN);
  }

  /** This amount of seconds as a time; what is less than a nanosecond is dropped. */
  public Duration time() {
    BigDecimal nanos = value.remainder(BigDecimal.ONE).movePointRight(9);
    return Duration.ofSeconds(value.longValue(), nanos.longValue());
  }

  /**
   * A limit in the unit of this amount, rounded down: for {@code 240G} it is {@code 239.9G}, for
   * {@code 8 GiB} {@code 7.5 GiB}. It has few decimals, but as many as it takes not to look less
   * than this amount where it is not, nor like nothing where there is something.
   *
   * @param limit in the base unit; what is below zero counts as zero
   */
  public String down(BigDecimal limit) {
    BigDecimal told = limit.max(BigDecimal.ZERO).min(LARGEST);
    String few = write(spelling, told, RoundingMode.DOWN);
    return told.compareTo(value) < 0 ? few : atLeastThis(told);
  }

  /** This amount fits into its own decimals, so what is rounded down to as many is not below. */
  private String atLeastThis(BigDecimal limit) {
    int own = value.divide(spelling.factor()).stripTrailingZeros().scale();
    int decimals = Math.max(own, decimals(limit.divide(spelling.factor(), ROUGHLY)));
    return spelling.write(limit.divide(spelling.factor(), decimals, RoundingMode.DOWN));
  }

  /**
   * What is missing, in the unit of this amount, rounded up: never nothing where something is.
   *
   * @param difference in the base unit; what is below zero counts as zero
   */
  public String up(BigDecimal difference) {
    return write(spelling, difference.max(BigDecimal.ZERO).min(LARGEST), RoundingMode.UP);
  }

  private static String write(Spelling spelling, BigDecimal value, RoundingMode rounding) {
    int decimals = decimals(value.divide(spelling.factor(), ROUGHLY));
    return spelling.write(value.divide(spelling.factor(), decimals, rounding));
  }

  /** Few, but so many that the first digits of a small number are among them. */
  private static int decimals(BigDecimal number) {
    int zeros = number.scale() - number.precision();
    return number.signum() == 0 ? DECIMALS : Math.max(0, zeros) + DECIMALS;
  }
}
