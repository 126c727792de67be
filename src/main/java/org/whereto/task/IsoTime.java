// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of ISO 8601 as far as days: {@code P1DT2H}. The last part may have decimals. Weeks, months
 * and years are none of it: the latter have no fixed length.
 */
final class IsoTime {

  private static final String PART = "(?:(\\d++(?:[.,]\\d++)?+)%s)?+";
  private static final Pattern TIME =
      Pattern.compile(
          "P"
              + PART.formatted("D")
              + "(?:T(?=\\d)"
              + PART.formatted("H")
              + PART.formatted("M")
              + PART.formatted("S")
              + ")?+");
  private static final long[] SECONDS = {86_400, 3600, 60, 1};
  private static final String UNITS = "DHMS";

  private IsoTime() {}

  /** The seconds that a text says, if it is such a time. */
  static Optional<BigDecimal> seconds(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal seconds = BigDecimal.ZERO;
    boolean any = false;
    boolean ended = false;
    for (int i = 0; i < SECONDS.length; i++) {
      String part = matcher.group(i + 1);
      if (part == null) {
        continue;
      }
      if (ended) {
        return Optional.empty();
      }
      BigDecimal number = new BigDecimal(part.replace(',', '.'));
      seconds = seconds.add(number.multiply(BigDecimal.valueOf(SECONDS[i])));
      ended = number.scale() > 0;
      any = true;
    }
    return any ? Optional.of(seconds) : Optional.empty();
  }

  /** These seconds, which are not negative. */
  static String write(BigDecimal seconds) {
    StringBuilder text = new StringBuilder("P");
    BigDecimal rest = seconds;
    for (int i = 0; i < SECONDS.length; i++) {
      boolean last = i == SECONDS.length - 1;
      BigDecimal unit = BigDecimal.valueOf(SECONDS[i]);
      BigDecimal number = last ? rest : rest.divideToIntegralValue(unit);
      rest = rest.subtract(number.multiply(unit));
      boolean nothing = last && text.length() == 1;
      if (number.signum() > 0 || nothing) {
        text.append(i > 0 && text.indexOf("T") < 0 ? "T" : "")
            .append(Spelling.plain(number))
            .append(UNITS.charAt(i));
      }
    }
    return text.toString();
  }
}
