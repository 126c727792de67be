// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instruction of a Dockerfile.
 *
 * @param word its name in upper case
 * @param options as {@code --name=value}
 * @param words what follows, parted at blanks
 * @param texts the words that end the texts behind it (here-documents)
 * @param clear whether quotes and escapes leave no doubt of all this
 */
record Instruction(
    String word, List<String> options, List<String> words, List<Text> texts, boolean clear) {

  private static final String ON_BUILD = "ONBUILD";
  private static final Set<String> WITH_TEXTS = Set.of("RUN", "COPY", "ADD");
  private static final Pattern BLANKS = Pattern.compile("[\\t\\x0B\\f\\r ]++");

  /** {@code <<END}, {@code <<-END}, {@code 3<<'END'}: what begins such a text. */
  private static final Pattern BEGIN =
      Pattern.compile("[0-9]*+<<(-?)(?:([A-Za-z_]\\w*+)|'([A-Za-z_]\\w*+)'|\"([A-Za-z_]\\w*+)\")");

  /**
   * A text behind an instruction.
   *
   * @param tabs whether tabs may stand before the word
   */
  record Text(String word, boolean tabs) {}

  /** Reads a whole line; what is to be done on a later build is read as what it is. */
  static Instruction of(String line) {
    List<String> all = List.of(BLANKS.split(line));
    int first = all.size() > 1 && all.getFirst().equalsIgnoreCase(ON_BUILD) ? 1 : 0;
    String word = all.get(first).toUpperCase(Locale.ROOT);
    int behind = first + 1;
    while (behind < all.size() && all.get(behind).startsWith("--")) {
      behind++;
    }
    List<String> options = all.subList(first + 1, behind);
    List<String> words = all.subList(behind, all.size());
    boolean clear = options.stream().noneMatch(Instruction::isOdd);
    List<Text> texts = new ArrayList<>();
    if (WITH_TEXTS.contains(word) && line.contains("<<")) {
      clear &= texts(words, texts);
    }
    return new Instruction(word, options, words, texts, clear);
  }

  /**
   * Finds the texts behind a line.
   *
   * @return whether all readers find the same: that nothing else is quoted
   */
  private static boolean texts(List<String> words, List<Text> texts) {
    boolean clear = !words.isEmpty() && !words.getFirst().startsWith("[");
    for (String word : words) {
      Matcher begin = BEGIN.matcher(word);
      if (begin.matches()) {
        String end = begin.group(2);
        end = end == null ? begin.group(3) : end;
        texts.add(new Text(end == null ? begin.group(4) : end, begin.group(1).equals("-")));
      } else {
        clear &= !word.contains("<<") && !isOdd(word) && !word.contains("${");
      }
    }
    return clear;
  }

  /** Quoted, escaped, or of characters that builders may take for blanks. */
  private static boolean isOdd(String text) {
    return text.chars().anyMatch(c -> c == '"' || c == '\'' || c == '\\' || c > '~');
  }
}
