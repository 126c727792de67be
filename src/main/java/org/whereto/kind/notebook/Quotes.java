// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

/**
 * Follows the quotes and comments of Python from line to line. It gives up, and then sees no text
 * at all any more, where a text goes on behind the end of its line without triple quotes, or where
 * a formatted text seems to end within its braces: new Pythons know quotes within those.
 */
final class Quotes {

  private static final String SINGLE = "'''";
  private static final String DOUBLE = "\"\"\"";

  private String open = "";
  private boolean formatted;
  private int braces;
  private boolean lost;

  /** Whether a text in triple quotes is open. */
  boolean areOpen() {
    return !open.isEmpty();
  }

  /** From here on no text is seen. */
  void giveUp() {
    lost = true;
    open = "";
  }

  /** Whether a line holds what may open a text of several lines. */
  static boolean mayOpen(String line) {
    return line.contains(SINGLE) || line.contains(DOUBLE);
  }

  /**
   * Reads one line.
   *
   * @return where the text ends that was open before; 0 if none was, or it did not end
   */
  int follow(String line) {
    int begin = areOpen() ? close(line, 0) : 0;
    int i = begin;
    while (!lost && !areOpen() && i < line.length() && line.charAt(i) != '#') {
      char c = line.charAt(i);
      i = c == '"' || c == '\'' ? text(line, i) : i + 1;
    }
    return lost || areOpen() ? 0 : begin;
  }

  /** Reads a text from its opening quotes. */
  private int text(String line, int from) {
    boolean triple = line.startsWith(SINGLE, from) || line.startsWith(DOUBLE, from);
    open = line.substring(from, from + (triple ? 3 : 1));
    formatted = isFormatted(line, from);
    braces = 0;
    int end = close(line, from + open.length());
    if (!triple && areOpen()) {
      giveUp();
    }
    return end;
  }

  /** Whether the letters before the quotes have an f or t among them. */
  private static boolean isFormatted(String line, int quote) {
    for (int i = quote - 1; i >= 0 && i >= quote - 3 && Character.isLetter(line.charAt(i)); i--) {
      if ("fFtT".indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The index behind the closing quotes, or the end of the line. */
  private int close(String line, int from) {
    int i = from;
    while (i < line.length()) {
      if (line.startsWith(open, i)) {
        int end = i + open.length();
        open = "";
        lost = lost || braces > 0;
        return end;
      }
      i += line.charAt(i) == '\\' ? 2 : formatted ? brace(line, i) : 1;
    }
    return line.length();
  }

  /** Counts the braces of a formatted text; a doubled one outside of all others is a letter. */
  private int brace(String line, int at) {
    char c = line.charAt(at);
    boolean doubled = line.startsWith(c == '{' ? "{{" : "}}", at);
    if (braces == 0 && doubled) {
      return 2;
    }
    braces = c == '{' ? braces + 1 : c == '}' ? Math.max(0, braces - 1) : braces;
    return 1;
  }

  /** The index behind a text that begins and ends on one line. */
  static int pastQuote(String line, int from) {
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
}
