// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {

  private static final int MOST_EDITS = 2;

  private Nearest() {}

  /** The one of {@code known} that is at most two typing slips away from {@code word}. */
  public static Optional<String> to(String word, Collection<String> known) {
    int allowed = Math.min(MOST_EDITS, word.length() / 2);
    return known.stream()
        .filter(other -> Math.abs(other.length() - word.length()) <= allowed)
        .filter(other -> edits(word, other) <= allowed)
        .min(Comparator.comparingInt(other -> edits(word, other)));
  }

  /** {@code " Did you mean X?"}, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(near -> " Did you mean \"" + near + "\"?").orElse("");
  }

  /** The same, or all that is possible where nothing is near. */
  public static String remedy(String word, Collection<String> known) {
    String hint = hint(word, known);
    return hint.isEmpty() ? " Possible here: " + String.join(", ", known) + "." : hint;
  }

  /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
  private static int edits(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a.substring(0, i), b.substring(0, j), cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] cost) {
    int i = a.length();
    int j = b.length();
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
