// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds the first of many words in one pass over a text, however many words there are (the
 * automaton of Aho and Corasick): the log asks this of every request. Letters count in any case;
 * hyphen, underscore, dot and blank are the same.
 */
final class Words {

  /** Letters, then all separators, and before them what is in no word. */
  private static final int CLASSES = 28;

  private static final int SEPARATOR = 27;
  private static final int NO_WORD = -1;

  /** Whether a word that stands in the text counts where it stands. */
  interface Place {
    boolean counts(int word, int start, int end);
  }

  /**
   * A word that stands in a text.
   *
   * @param start of its first character
   * @param end behind its last
   */
  record Found(int start, int end) {
    static final Found NOTHING = new Found(-1, -1);

    boolean isThere() {
      return start >= 0;
    }
  }

  private final List<String> words;
  private final List<int[]> next = new ArrayList<>();
  private final List<List<Integer>> ending = new ArrayList<>();

  /** What each state goes to, by class; made of {@code next} when all words are in. */
  private final int[] table;

  private final int[][] found;

  Words(List<String> words) {
    this.words = List.copyOf(words);
    state();
    for (int word = 0; word < words.size(); word++) {
      add(words.get(word), word);
    }
    link();
    table = next.stream().flatMapToInt(Arrays::stream).toArray();
    found =
        ending.stream()
            .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private int state() {
    int[] row = new int[CLASSES];
    Arrays.fill(row, NO_WORD);
    next.add(row);
    ending.add(new ArrayList<>());
    return next.size() - 1;
  }

  private void add(String word, int number) {
    int state = 0;
    for (int at = 0; at < word.length(); at++) {
      int[] row = next.get(state);
      int kind = kind(word.charAt(at));
      if (row[kind] == NO_WORD) {
        row[kind] = state();
      }
      state = row[kind];
    }
    ending.get(state).add(number);
  }

  /** Breadth first: where a word breaks off, the longest other one that has begun goes on. */
  private void link() {
    int[] fallback = new int[next.size()];
    Queue<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      int[] row = next.get(state);
      for (int kind = 0; kind < CLASSES; kind++) {
        int other = state == 0 ? 0 : next.get(fallback[state])[kind];
        if (row[kind] == NO_WORD) {
          row[kind] = other;
        } else {
          fallback[row[kind]] = other;
          ending.get(row[kind]).addAll(ending.get(other));
          open.add(row[kind]);
        }
      }
    }
  }

  /** The word that ends first, of those that count where they stand. */
  Found first(String text, Place place) {
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      state = table[state * CLASSES + kind(text.charAt(at))];
      for (int word : found[state]) {
        int start = at + 1 - words.get(word).length();
        if (place.counts(word, start, at + 1)) {
          return new Found(start, at + 1);
        }
      }
    }
    return Found.NOTHING;
  }

  private static int kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1;
    }
    return switch (c) {
      case '-', '_', '.', ' ' -> SEPARATOR;
      // The two characters beyond ASCII whose other case is in it.
      case '\u017F' -> 's' - 'a' + 1;
      case '\u212A' -> 'k' - 'a' + 1;
      default -> c >= 'A' && c <= 'Z' ? c - 'A' + 1 : 0;
    };
  }
}
