// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as compose files write them (compose specification, "Specifying byte values"). What
 * programs read in more than one way, like {@code 010}, is none.
 */
enum ComposeQuantity {
  /** Parts of processors: {@code 0.5}. */
  CPUS("0.5", "(\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})") {
    @Override
    BigDecimal value(Matcher matcher) {
      return new BigDecimal("0" + matcher.group(1));
    }
  },
  /** Powers of 1024, in any case: {@code 512m}, {@code 1GiB}. */
  BYTES("512m", "(\\d{1,18}(?:\\.\\d{1,9})?) ?(?:b|([kmgtp])(?:i?b)?)?") {
    @Override
    BigDecimal value(Matcher matcher) {
      BigDecimal number = new BigDecimal(matcher.group(1));
      String letter = matcher.group(2);
      return letter == null
          ? number
          : number.multiply(BigDecimal.TWO.pow(10 * (LETTERS.indexOf(letter) + 1)));
    }
  },
  /** Whole numbers: {@code 2}. */
  COUNT("2", "(\\d{1,9})") {
    @Override
    BigDecimal value(Matcher matcher) {
      return new BigDecimal(matcher.group(1));
    }
  };

  private static final String LETTERS = "kmgtp";

  /** Of the eighth power or of the tenth, as the program has it. */
  private static final Pattern LEADING_ZERO = Pattern.compile("0\\d.*");

  private final String example;
  private final Pattern pattern;

  ComposeQuantity(String example, String pattern) {
    this.example = example;
    this.pattern = Pattern.compile(pattern);
  }

  /** One that anybody can read. */
  String example() {
    return example;
  }

  /** How much a text says, in the base unit; nothing if it is no such amount. */
  Optional<BigDecimal> of(String text) {
    Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
    boolean none = text.isEmpty() || LEADING_ZERO.matcher(text).matches();
    return none || !matcher.matches() ? Optional.empty() : Optional.of(value(matcher));
  }

  abstract BigDecimal value(Matcher matcher);
}
