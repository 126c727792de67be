// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.Optional;

/**
 * The lines of a cell in an IPython kernel, without those that stand inside a text in triple
 * quotes: a {@code !} there is no command. One pass.
 */
final class CodeLines {

  private static final String TRIPLE_SINGLE = "'''";
  private static final String TRIPLE_DOUBLE = "\"\"\"";

  private final String source;
  private int at;
  private String inside = "";

  CodeLines(String source) {
    this.source = source;
  }

  /** The next line of code without the blanks around it; empty at the end. */
  Optional<String> next() {
    while (at < source.length()) {
      int end = source.indexOf('\n', at);
      String line = source.substring(at, end < 0 ? source.length() : end);
      at = end < 0 ? source.length() : end + 1;
      boolean code = inside.isEmpty();
      String stripped = line.strip();
      if (!code || !escape(stripped)) {
        scan(line);
      }
      if (code) {
        return Optional.of(stripped);
      }
    }
    return Optional.empty();
  }

  /** What is left of the source, as it stands. */
  String rest() {
    return source.substring(at);
  }

  private static boolean escape(String stripped) {
    return stripped.startsWith("!") || stripped.startsWith("%");
  }

  /** Follows quotes and comments through one line. */
  private void scan(String line) {
    int i = 0;
    while (i < line.length()) {
      if (!inside.isEmpty()) {
        i = leave(line, i);
      } else if (line.charAt(i) == '#') {
        return;
      } else if (line.startsWith(TRIPLE_DOUBLE, i) || line.startsWith(TRIPLE_SINGLE, i)) {
        inside = line.substring(i, i + 3);
        i += 3;
      } else if (line.charAt(i) == '"' || line.charAt(i) == '\'') {
        i = pastQuote(line, i);
      } else {
        i++;
      }
    }
  }

  private int leave(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.startsWith(inside, i)) {
        inside = "";
        return i + 3;
      }
    }
    return line.length();
  }

  private static int pastQuote(String line, int from) {
    char quote = line.charAt(from);
    for (int i = from + 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == quote) {
        return i + 1;
      }
    }
    return line.length();
  }

  /**
   * What a line hands to IPython: the line itself, or in {@code files = !ls} and {@code x = %R y}
   * what stands behind the sign. Empty if it is plain code.
   */
  static Optional<String> escaped(String line) {
    if (escape(line)) {
      return Optional.of(line);
    }
    int sign = line.indexOf('=');
    String behind = sign <= 0 ? "" : line.substring(sign + 1).strip();
    boolean command = escape(behind) && !behind.startsWith("!=");
    return command && isTarget(line.substring(0, sign)) ? Optional.of(behind) : Optional.empty();
  }

  private static boolean isTarget(String text) {
    return Character.isJavaIdentifierStart(text.charAt(0))
        && text.chars()
            .allMatch(c -> Character.isJavaIdentifierPart(c) || ",.*[]'\" \t".indexOf(c) >= 0);
  }
}
