// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;

/** How an amount is written: in which unit, and with what between the number and the unit. */
public sealed interface Spelling {

  /** How much of the base unit one of these is. */
  BigDecimal factor();

  /** So many of these, exactly. */
  String write(BigDecimal number);

  /**
   * A number and a unit.
   *
   * @param suffix what stands behind the number: {@code G}, a blank and {@code GiB}, or nothing
   */
  record InUnits(BigDecimal factor, String suffix) implements Spelling {

    @Override
    public String write(BigDecimal number) {
      return plain(number) + suffix;
    }
  }

  /** Seconds, written as ISO 8601 in days, hours, minutes and seconds: {@code P1DT2H}. */
  record Iso() implements Spelling {

    @Override
    public BigDecimal factor() {
      return BigDecimal.ONE;
    }

    @Override
    public String write(BigDecimal number) {
      return IsoTime.write(number);
    }
  }

  /** A number without an exponent, and without zeros at its end. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
