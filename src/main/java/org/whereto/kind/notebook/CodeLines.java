// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.Optional;

/**
 * The lines of a cell in an IPython kernel, without those that stand inside a text in triple
 * quotes: a {@code !} there is no command. One pass.
 *
 * <p>Whoever could make us see quotes where Python sees none could hide all that follows. So this
 * gives up at the first thing that it does not follow for certain, and from there on every line of
 * the cell is taken for code.
 */
final class CodeLines {

  /** What stands in place of a text that ends in a line, before the rest of the line. */
  private static final String TEXT = "''";

  private final String source;
  private final Quotes quotes = new Quotes();
  private int at;

  CodeLines(String source) {
    this.source = source;
  }

  /** The next line of code without the blanks around it; empty at the end. */
  Optional<String> next() {
    while (at < source.length()) {
      int end = source.indexOf('\n', at);
      String line = source.substring(at, end < 0 ? source.length() : end);
      at = end < 0 ? source.length() : end + 1;
      String stripped = line.strip();
      if (!quotes.areOpen()) {
        follow(line, stripped);
        return Optional.of(stripped);
      }
      int code = quotes.follow(line);
      if (!quotes.areOpen()) {
        return Optional.of(TEXT + line.substring(code).stripTrailing());
      }
    }
    return Optional.empty();
  }

  /**
   * Follows a line that begins as code. What is handed to IPython is no Python; but who reads line
   * by line cannot tell it from a line in parentheses that goes on with {@code %}.
   */
  private void follow(String line, String stripped) {
    boolean helpOrCall = !stripped.isEmpty() && "?/,;".indexOf(stripped.charAt(0)) >= 0;
    if (escaped(stripped).isEmpty() && !helpOrCall) {
      quotes.follow(line);
    } else if (Quotes.mayOpen(line) || line.endsWith("\\")) {
      quotes.giveUp();
    }
  }

  private static boolean escape(String stripped) {
    return stripped.startsWith("!") || stripped.startsWith("%");
  }

  /**
   * What a line hands to IPython: the line itself, or in {@code files = !ls} and {@code x = %R y}
   * what stands behind the first sign of assignment. Empty if it is plain code.
   */
  static Optional<String> escaped(String line) {
    if (escape(line)) {
      return Optional.of(line);
    }
    int sign = line.indexOf('!') < 0 && line.indexOf('%') < 0 ? -1 : assignment(line);
    String behind = sign < 0 ? "" : line.substring(sign + 1).strip();
    return escape(behind) && !behind.startsWith("!=") ? Optional.of(behind) : Optional.empty();
  }

  /** The first {@code =} outside of quotes and brackets that assigns, or -1. */
  private static int assignment(String line) {
    int depth = 0;
    int i = 0;
    while (i < line.length() && line.charAt(i) != '#') {
      char c = line.charAt(i);
      if (c == '"' || c == '\'') {
        i = Quotes.pastQuote(line, i);
        continue;
      }
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        // What was opened on a line above is closed here.
        depth = Math.max(0, depth - 1);
      } else if (c == '=' && depth == 0 && line.startsWith("==", i)) {
        i++;
      } else if (c == '=' && depth == 0 && !isOperator(line, i)) {
        return i;
      }
      i++;
    }
    return -1;
  }

  /** Whether this sign of equality ends a comparison, or an operator like {@code +=}. */
  private static boolean isOperator(String line, int at) {
    return at > 0 && "<>!+-*/%&|^@:".indexOf(line.charAt(at - 1)) >= 0;
  }
}
