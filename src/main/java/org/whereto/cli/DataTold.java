// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** How the data items of a Task stand to a platform, for people. */
final class DataTold {

  private static final String UNKNOWN = "unknown";
  private static final int SHOWN = 10;
  private static final int MOST_DIGITS = 18;

  private DataTold() {}

  /** {@code data[0] here, 1.5G; data[1] reachable}; empty if nothing of it can be read. */
  static String of(Tree standings) {
    if (!(standings instanceof Sequence sequence)) {
      return "";
    }
    List<String> told = new ArrayList<>();
    for (Tree item : sequence.items()) {
      if (told.size() == SHOWN) {
        told.add("and " + (sequence.items().size() - SHOWN) + " more");
        break;
      }
      told.add("data[" + told.size() + "] " + standing(item) + size(item));
    }
    return String.join("; ", told);
  }

  /** Whether it says more than that nothing is known. */
  static boolean isWorthTelling(Tree standings) {
    return standings instanceof Sequence sequence
        && sequence.items().stream().anyMatch(item -> !standing(item).equals(UNKNOWN));
  }

  private static String standing(Tree item) {
    return text(item, "standing").orElse(UNKNOWN);
  }

  private static String size(Tree item) {
    return text(item, "size")
        .filter(text -> text.length() <= MOST_DIGITS)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> ", " + Amount.shown(Measure.BYTES, new BigDecimal(text)))
        .orElse("");
  }

  private static Optional<String> text(Tree item, String member) {
    return item.get(member)
        .filter(Scalar.class::isInstance)
        .map(found -> ((Scalar) found).text())
        .filter(text -> !text.isBlank());
  }
}
