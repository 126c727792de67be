// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.Optional;
import org.whereto.check.room.Limits;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/** What stands below one dimension of {@code resources}. */
final class RoomLimits {

  private RoomLimits() {}

  /** The amounts of one dimension; a lone one is its ceiling. */
  static Limits read(Settings in, Measure measure) {
    in.shorthand("max");
    Optional<Amount> max = amount(in, "max", measure, "As much as a Task ever gets.");
    Optional<Amount> free =
        amount(in, "free", measure, "As much as a Task gets now, if that is a fixed amount.");
    Optional<Amount> byDefault =
        amount(in, "default", measure, "As much as a Task gets that names no maximum.");
    refuseAbove(in, max, "free", free);
    refuseAbove(in, max, "default", byDefault);
    return new Limits(max, free, byDefault);
  }

  private static void refuseAbove(
      Settings in, Optional<Amount> max, String key, Optional<Amount> amount) {
    if (max.isPresent()
        && amount.isPresent()
        && amount.get().value().compareTo(max.get().value()) > 0) {
      in.problem(
          key,
          "\""
              + key
              + "\" is "
              + amount.get().text()
              + ", above \"max\", which is "
              + max.get().text()
              + ": lower it, or raise \"max\".");
    }
  }

  /** When a Task begins; a lone time is when it usually does. */
  static Optional<Amount> start(Settings in) {
    in.shorthand("expected");
    return amount(in, "expected", Measure.TIME, "How long it usually takes until a Task begins.");
  }

  private static Optional<Amount> amount(Settings in, String key, Measure measure, String doc) {
    Optional<String> text = in.textIfAny(key, doc);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String bare = text.get().strip();
    try {
      Amount amount = Amount.parse(measure, Tree.text(bare), Path.ROOT);
      if (measure == Measure.TIME && bare.chars().allMatch(Character::isDigit)) {
        String like = bare + "s, " + bare + "m, " + bare + "h or " + bare + "d";
        in.problem(key, "\"" + key + "\" has no unit: write " + like + ".");
        return Optional.empty();
      }
      return Optional.of(amount);
    } catch (BadInput fault) {
      in.problem(key, fault.sentence());
      return Optional.empty();
    }
  }
}
