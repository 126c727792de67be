// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.task.Amount.Measure;

/** What somebody may have meant by a text that is no amount. */
final class AmountHint {

  private static final int LONGEST = 64;
  private static final List<Measure> LIKELIEST =
      List.of(Measure.BYTES, Measure.TIME, Measure.NUMBER);

  private static final Set<String> NO_LIMIT =
      Set.of(
          "all",
          "any",
          "auto",
          "default",
          "inf",
          "infinite",
          "infinity",
          "max",
          "nan",
          "none",
          "null",
          "undefined",
          "unlimited",
          "~");

  private static final Pattern NEGATIVE = Pattern.compile("-[\\d.].*|[Pp].*-.*");
  private static final Pattern CALENDAR =
      Pattern.compile(
          "P[^T]*[YM].*|\\d[\\d.,_]*+ ?+(?:mo|months?|y|yrs?|years?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOSE =
      Pattern.compile("\\+?+(\\.?+\\d[\\d.,_']*+)([eE][+-]?+\\d++)?+ ?+([A-Za-z]*+)");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]{1,12})");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}+(?:,\\d{3}+)++(?:\\.\\d++)?+");

  private AmountHint() {}

  /** A sentence with a blank before it, or nothing. */
  static String of(Measure measure, String text) {
    String plain = plain(text);
    String always = always(plain);
    if (!always.isEmpty()) {
      return always;
    }
    Optional<String> mended = mended(measure, plain);
    boolean unit = measure == Measure.NUMBER && LOOSE.matcher(plain).matches();
    return mended.map(AmountHint::question).orElse(unit ? " It has no unit." : "");
  }

  /** The same where the measure is not known. */
  static String of(String text) {
    String plain = plain(text);
    String always = always(plain);
    return always.isEmpty()
        ? LIKELIEST.stream()
            .flatMap(measure -> mended(measure, plain).stream())
            .findFirst()
            .map(AmountHint::question)
            .orElse("")
        : always;
  }

  private static String question(String mended) {
    return " Did you mean " + mended + "?";
  }

  /** What is wrong whatever is measured. */
  private static String always(String plain) {
    if (plain.isEmpty()) {
      return " Give one, or leave the field out.";
    }
    if (NO_LIMIT.contains(plain.toLowerCase(Locale.ROOT))) {
      return " Where there is no limit, leave the field out.";
    }
    if (CALENDAR.matcher(plain).matches()) {
      return " A month or a year has no fixed length: give days, like 30d.";
    }
    return NEGATIVE.matcher(plain).matches() ? " No amount is below zero." : "";
  }

  /** With plain digits, signs and single blanks; nothing of what is too long. */
  private static String plain(String text) {
    if (text.length() > LONGEST) {
      return "?";
    }
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(point -> {
          int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
          boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point);
          boolean again = blank && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ';
          if (digit >= 0) {
            plain.append(digit);
          } else if (!again) {
            plain.appendCodePoint(blank ? ' ' : point == '\u2212' ? '-' : point);
          }
        });
    return plain.toString().strip();
  }

  /** An amount of this measure that is much like the text. */
  private static Optional<String> mended(Measure measure, String plain) {
    Optional<String> mended = measure == Measure.TIME ? TimeHint.mended(plain) : Optional.empty();
    return mended
        .or(() -> withUnit(measure, plain))
        .or(() -> hexadecimal(plain))
        .filter(text -> AmountReader.isAmount(measure, text));
  }

  private static Optional<String> hexadecimal(String plain) {
    Matcher matcher = HEXADECIMAL.matcher(plain);
    return matcher.matches()
        ? Optional.of(Long.toString(Long.parseLong(matcher.group(1), 16)))
        : Optional.empty();
  }

  private static Optional<String> withUnit(Measure measure, String plain) {
    Matcher matcher = LOOSE.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<UnitWord> unit = UnitWord.of(measure, matcher.group(3));
    Optional<BigDecimal> number = number(matcher.group(1));
    if (unit.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    String exponent = matcher.group(2) == null ? "" : matcher.group(2);
    BigDecimal counted = number.get().multiply(unit.get().times());
    return Optional.of(Spelling.plain(counted) + exponent + unit.get().unit());
  }

  private static Optional<BigDecimal> number(String loose) {
    boolean thousands = THOUSANDS.matcher(loose).matches();
    String number = loose.replaceAll(thousands ? "[,_']" : "[_']", "").replace(',', '.');
    try {
      return Optional.of(new BigDecimal(number));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
