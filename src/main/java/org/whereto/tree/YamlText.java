// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Locale;
import java.util.Set;

/**
 * How a text is spelt so that every YAML reader, of 1.1 or 1.2, takes it for that text: plain where
 * nobody could misread it, else in double quotes, in several lines where that is exact.
 */
final class YamlText {

  /** In any case: YAML 1.1 reads these as booleans or null. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlText() {}

  static void inLine(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append(text);
    } else {
      JsonWriter.quoted(out, text);
    }
  }

  /**
   * Whether a text may go without quotes. Narrower than YAML is: all numbers and dates begin with a
   * digit, a sign or a dot, all indicators with something that is no letter.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isStart(text.charAt(0)) || text.endsWith(" ") || text.endsWith(":")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isPlainInside(text.charAt(i))) {
        return false;
      }
    }
    return !text.contains(": ")
        && !text.contains(" #")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isStart(char c) {
    return Character.isLetter(c) || c == '/' || c == '_';
  }

  private static boolean isPlainInside(char c) {
    return Character.isLetterOrDigit(c) || " _-./:+@;()=~$%^#?&*<>!'|".indexOf(c) >= 0;
  }

  /** Whether this stood on one line without quotes, and can again: {@code yes}, {@code 0123}. */
  static boolean wasPlain(Tree.Scalar scalar) {
    return scalar.plain()
        && !scalar.text().isEmpty()
        && scalar.text().chars().noneMatch(c -> JsonWriter.isHidden((char) c));
  }

  /**
   * Whether a text can stand as a literal block: lines that end in one line break or none, nothing
   * hidden, and a first line that shows how far the block is indented.
   */
  static boolean isBlock(String text) {
    int last = text.length() - 1;
    boolean lines = text.indexOf('\n') >= 0 && text.indexOf('\n') < last;
    if (!lines || isBlank(text.charAt(0)) || text.endsWith("\n\n")) {
      return false;
    }
    return text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && text.chars().allMatch(c -> c == '\n' || c == '\t' || !JsonWriter.isHidden((char) c));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  static void block(StringBuilder out, String text, int level) {
    out.append(text.endsWith("\n") ? "|\n" : "|-\n");
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        out.repeat(' ', 2 * level).append(line);
      }
      out.append('\n');
    }
    if (text.endsWith("\n")) {
      out.setLength(out.length() - 1);
    }
  }
}
