// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** How old a document is, as it says itself. */
final class DocumentTime {

  /** Clocks of two machines are not the same. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final int LONGEST = 40;
  private static final int NANO_DIGITS = 9;

  private DocumentTime() {}

  /**
   * The age of a document.
   *
   * @throws Unread where it does not say a time that has been
   */
  static Duration age(Pointer at, Tree document, Instant now) throws Unread {
    Tree found =
        at.in(document)
            .orElseThrow(() -> new Unread("It has nothing at " + at.text() + ", its time."));
    String text = found instanceof Scalar scalar ? scalar.text() : "";
    try {
      return age(instant(text), now);
    } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
      throw new Unread(
          "At "
              + at.text()
              + " stands \""
              + OneLine.of(text, LONGEST)
              + "\", which is no time: it must be like 2026-01-31T12:00:00Z, or seconds of Unix"
              + " time.");
    }
  }

  /**
   * How long ago that was.
   *
   * @throws Unread where it has not been yet
   */
  static Duration age(Instant then, Instant now) throws Unread {
    if (then.isAfter(now.plus(SKEW))) {
      throw new Unread("It is of a time that is still to come: do the clocks go right?");
    }
    return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
  }

  private static Instant instant(String text) {
    if (text.length() > LONGEST) {
      throw new DateTimeException("too long");
    }
    if (text.indexOf('T') >= 0) {
      return OffsetDateTime.parse(text).toInstant();
    }
    BigDecimal seconds = new BigDecimal(text);
    if (seconds.signum() < 0 || Math.abs((long) seconds.scale()) > LONGEST) {
      throw new DateTimeException("out of range");
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS);
    return Instant.ofEpochSecond(seconds.toBigInteger().longValueExact(), nanos.longValue());
  }
}
