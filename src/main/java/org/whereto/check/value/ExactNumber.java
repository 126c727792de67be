// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as it was written, to the last digit. */
public final class ExactNumber {

  /** Long enough for any amount; short enough that no number is expensive. */
  private static final int LONGEST = 64;

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d++(?:\\.\\d++)?+(?:[eE][+-]?\\d{1,2}+)?+");

  private ExactNumber() {}

  /** The number that this text is; nothing for any other text, and for one past all use. */
  public static Optional<BigDecimal> of(String text) {
    return text.length() <= LONGEST && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
