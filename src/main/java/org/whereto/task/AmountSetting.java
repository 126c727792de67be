// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Optional;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/**
 * A key of an owner's file whose value is an amount within a range.
 *
 * @param key its name
 * @param doc what it sets, without the full stop
 * @param least the smallest amount that makes sense
 * @param most the largest
 */
public record AmountSetting(Measure measure, String key, String doc, Amount least, Amount most) {

  /** A setting in bytes. */
  public static AmountSetting bytes(String key, String doc, String least, String most) {
    return new AmountSetting(
        Measure.BYTES, key, doc, known(Measure.BYTES, least), known(Measure.BYTES, most));
  }

  /** A setting of a time. */
  public static AmountSetting time(String key, String doc, String least, String most) {
    return new AmountSetting(
        Measure.TIME, key, doc, known(Measure.TIME, least), known(Measure.TIME, most));
  }

  /** A setting of a whole number. */
  public static AmountSetting number(String key, String doc, String least, String most) {
    return new AmountSetting(
        Measure.NUMBER, key, doc, known(Measure.NUMBER, least), known(Measure.NUMBER, most));
  }

  /** What the owner says, if anything; nothing after a fault. */
  public Optional<Amount> read(Settings in) {
    return read(in, "");
  }

  /** What the owner says, or else {@code otherwise}, which is an amount as an owner writes it. */
  public Amount readOr(Settings in, String otherwise) {
    return read(in, "; default: " + otherwise).orElseGet(() -> known(measure, otherwise));
  }

  private Optional<Amount> read(Settings in, String otherwise) {
    String range = ", from " + least.text() + " to " + most.text();
    Optional<String> text = in.textIfAny(key, doc + range + otherwise + ".");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Amount amount = Amount.parse(measure, Tree.text(text.get()), Path.ROOT);
      if (isAllowed(amount)) {
        return Optional.of(amount);
      }
      in.problem(key, "\"" + key + "\" must be " + wanted() + ", not " + shown(amount) + ".");
    } catch (BadInput fault) {
      in.problem(key, fault.sentence());
    }
    return Optional.empty();
  }

  private boolean isAllowed(Amount amount) {
    return amount.value().compareTo(least.value()) >= 0
        && amount.value().compareTo(most.value()) <= 0
        && (measure != Measure.NUMBER || amount.value().stripTrailingZeros().scale() <= 0);
  }

  private String wanted() {
    String whole = measure == Measure.NUMBER ? "a whole number " : "";
    return whole + "from " + least.text() + " to " + most.text();
  }

  /** Of the slips in sizes this is the likeliest. */
  private String shown(Amount amount) {
    boolean bare = amount.text().chars().allMatch(Character::isDigit);
    String meaning = bare && measure == Measure.BYTES ? " (a bare number is Gbytes)" : "";
    return "\"" + amount.text() + "\"" + meaning;
  }

  private static Amount known(Measure measure, String text) {
    try {
      return Amount.parse(measure, Tree.text(text), Path.ROOT);
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
