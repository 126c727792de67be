// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Spelling.InUnits;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** Reads one amount, or says what is wrong with it and how it would be right. */
record AmountReader(Scalar scalar, Path path) {

  private static final int LONGEST = 64;

  /** An amount below it that is not 0 was hardly meant. */
  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(9);

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d++(?:\\.\\d++)?+)(?:[eE]([+-]?\\d++))?+( ?+[A-Za-z]*+)");

  /** All zeros that do not count, so that a long exponent is a large one. */
  private static final Pattern EXPONENT = Pattern.compile("[+-]?0*+(\\d*+)");

  private static final int LONGEST_EXPONENT = 3;

  Amount read(Measure measure) throws BadInput {
    Optional<Amount> amount = amount(measure);
    if (amount.isEmpty()) {
      throw malformed(wanted(measure), AmountHint.of(measure, scalar.text()));
    }
    return amount.get();
  }

  /** Its unit tells what is measured. */
  Amount readAny() throws BadInput {
    for (Measure measure : Measure.values()) {
      Optional<Amount> amount = amount(measure);
      if (amount.isPresent()) {
        return amount.get();
      }
    }
    throw malformed("an amount like 2, 8G or 5m", AmountHint.of(scalar.text()));
  }

  /** Whether a text is an amount of this measure. */
  static boolean isAmount(Measure measure, String text) {
    try {
      return new AmountReader(Tree.text(text), Path.ROOT).amount(measure).isPresent();
    } catch (BadInput outOfRange) {
      return false;
    }
  }

  /** Nothing if it is none of this measure. */
  private Optional<Amount> amount(Measure measure) throws BadInput {
    String text = scalar.text().strip();
    if (text.isEmpty() || text.length() > LONGEST || scalar.isNull()) {
      return Optional.empty();
    }
    if (measure == Measure.TIME && text.startsWith("P")) {
      Optional<BigDecimal> seconds = IsoTime.seconds(text);
      return seconds.isEmpty()
          ? Optional.empty()
          : Optional.of(amount(measure, seconds.get(), new Spelling.Iso()));
    }
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(3);
    Optional<BigDecimal> factor = AmountUnits.factor(measure, suffix.strip());
    return factor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            amount(
                measure,
                number(matcher).multiply(factor.get()),
                new InUnits(factor.get(), suffix)));
  }

  private BigDecimal number(Matcher matcher) throws BadInput {
    BigDecimal number = new BigDecimal(matcher.group(1));
    String exponent = matcher.group(2);
    if (exponent == null || number.signum() == 0) {
      return number;
    }
    if (EXPONENT.matcher(exponent).replaceFirst("$1").length() > LONGEST_EXPONENT) {
      throw exponent.startsWith("-") ? tooSmall() : tooLarge();
    }
    return number.scaleByPowerOfTen(Integer.parseInt(exponent));
  }

  private Amount amount(Measure measure, BigDecimal value, Spelling spelling) throws BadInput {
    if (value.compareTo(Amount.LARGEST) > 0) {
      throw tooLarge();
    }
    if (value.signum() > 0 && value.compareTo(SMALLEST) < 0) {
      throw tooSmall();
    }
    return new Amount(measure, value.stripTrailingZeros(), spelling, scalar.text().strip());
  }

  private BadInput tooLarge() {
    return fault("amount.too-large", " is too large an amount: take the largest that is needed.");
  }

  private BadInput tooSmall() {
    return fault("amount.too-small", " is too small an amount to be told from nothing: write 0.");
  }

  private BadInput malformed(String wanted, String hint) {
    return fault("amount.malformed", " is not " + wanted + "." + hint);
  }

  private BadInput fault(String code, String rest) {
    String shown = "\"" + OneLine.of(scalar.text(), LONGEST) + "\"";
    return new BadInput(code, path, scalar.place(), shown + rest);
  }

  private static String wanted(Measure measure) {
    return switch (measure) {
      case NUMBER -> "a number that is not negative, like 8";
      case BYTES -> "an amount like 8G, 512M or 1.5Ti (a bare number is Gbytes)";
      case TIME -> "a time like 60s, 5m, 2h, 1d or PT5M";
    };
  }
}
