// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Amount.Measure;

/**
 * What a unit that is none may have been meant to be.
 *
 * @param unit as it is written
 * @param times by what the number changes with it: a week is 7 days
 */
record UnitWord(String unit, BigDecimal times) {

  private static final BigDecimal THOUSANDTH = BigDecimal.ONE.movePointLeft(3);

  private static final Set<String> COUNTED =
      Set.of(
          "", "c", "core", "cores", "cpu", "cpus", "gpu", "gpus", "node", "nodes", "thread",
          "threads", "vcpu", "vcpus", "x");

  /** What may stand behind the first letter of a unit, and how it is written. */
  private static final Map<String, String> AFTER_LETTER =
      Map.of("", "", "b", "B", "i", "i", "ib", "iB", "byte", "B", "bytes", "B");

  private static final Map<String, String> PREFIXES =
      Map.of(
          "kilo", "K", "mega", "M", "giga", "G", "tera", "T", "peta", "P", "kibi", "Ki", "mebi",
          "Mi", "gibi", "Gi", "tebi", "Ti", "pebi", "Pi");

  private static final int PREFIX = 4;

  static Optional<UnitWord> of(Measure measure, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (measure) {
      case NUMBER -> counted(lower);
      case BYTES -> bytes(lower);
      case TIME -> time(lower);
    };
  }

  private UnitWord(String unit) {
    this(unit, BigDecimal.ONE);
  }

  private static Optional<UnitWord> counted(String word) {
    return COUNTED.contains(word)
        ? Optional.of(new UnitWord(""))
        : word.equals("m") ? Optional.of(new UnitWord("", THOUSANDTH)) : Optional.empty();
  }

  private static Optional<UnitWord> bytes(String word) {
    if (word.isEmpty()) {
      return Optional.of(new UnitWord(""));
    }
    if (word.equals("b") || word.equals("byte") || word.equals("bytes")) {
      return Optional.of(new UnitWord("B"));
    }
    String prefix = word.length() < PREFIX ? null : PREFIXES.get(word.substring(0, PREFIX));
    if (prefix != null) {
      String rest = word.substring(PREFIX);
      boolean known = rest.isEmpty() || rest.equals("byte") || rest.equals("bytes");
      return known ? Optional.of(new UnitWord(prefix)) : Optional.empty();
    }
    String rest = AFTER_LETTER.get(word.substring(1));
    boolean known = rest != null && "kmgtp".indexOf(word.charAt(0)) >= 0;
    return known
        ? Optional.of(new UnitWord(word.substring(0, 1).toUpperCase(Locale.ROOT) + rest))
        : Optional.empty();
  }

  private static Optional<UnitWord> time(String word) {
    return switch (word) {
      case "" -> Optional.of(new UnitWord(""));
      case "ms", "msec", "millisecond", "milliseconds" ->
          Optional.of(new UnitWord("s", THOUSANDTH));
      case "s", "sec", "secs", "second", "seconds" -> Optional.of(new UnitWord("s"));
      case "m", "min", "mins", "minute", "minutes" -> Optional.of(new UnitWord("m"));
      case "h", "hr", "hrs", "hour", "hours" -> Optional.of(new UnitWord("h"));
      case "d", "day", "days" -> Optional.of(new UnitWord("d"));
      case "w", "week", "weeks" -> Optional.of(new UnitWord("d", BigDecimal.valueOf(7)));
      default -> Optional.empty();
    };
  }
}
