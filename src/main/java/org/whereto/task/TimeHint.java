// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What times that other programs take are in this vocabulary. */
final class TimeHint {

  /** {@code 1h30m}, {@code 2d 4h}. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(\\d{1,9}) ?d(?:ays?)?+,? ?)?+(?:(\\d{1,9}) ?h(?:ours?)?+,? ?)?+"
              + "(?:(\\d{1,9}) ?m(?:in(?:utes?)?+)?+,? ?)?+(?:(\\d{1,9}) ?s(?:ec(?:onds?)?+)?+)?+");

  /** {@code 1:30:00}, {@code 2-04:00:00}, as batch systems have it. */
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,5})-)?+(\\d{1,5}):(\\d\\d):(\\d\\d)");

  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,5})W");
  private static final long[] SECONDS = {86_400, 3600, 60, 1};

  private TimeHint() {}

  static Optional<String> mended(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (IsoTime.seconds(upper).isPresent()) {
      return Optional.of(upper);
    }
    Matcher weeks = WEEKS.matcher(upper);
    if (weeks.matches()) {
      return Optional.of("P" + 7 * Long.parseLong(weeks.group(1)) + "D");
    }
    return parts(CLOCK.matcher(text)).or(() -> parts(PARTS.matcher(text.toLowerCase(Locale.ROOT))));
  }

  /** Of at least two parts: one alone has its own unit. */
  private static Optional<String> parts(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long seconds = 0;
    int parts = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      String part = matcher.group(i + 1);
      if (part != null) {
        seconds += Long.parseLong(part) * SECONDS[i];
        parts++;
      }
    }
    return parts > 1 ? Optional.of(IsoTime.write(BigDecimal.valueOf(seconds))) : Optional.empty();
  }
}
