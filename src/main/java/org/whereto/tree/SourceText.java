// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.nio.charset.StandardCharsets;
import org.whereto.tree.Tree.Scalar;

/**
 * The text of an owner's file, to find in it the characters of a value. A value may be folded over
 * lines, indented and quoted; but all its characters other than white space stand there in their
 * order, and that is how they are followed.
 */
final class SourceText {

  private final String text;
  private int at;

  SourceText(byte[] utf8) {
    String decoded = new String(utf8, StandardCharsets.UTF_8);
    this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  /**
   * Where a character of a value stands; where the value begins if it cannot be followed.
   *
   * @param offset characters of the value that stand before it
   */
  Place place(Scalar value, int offset) {
    at = offset(value.place());
    char quote = enter();
    String before = value.text().substring(0, utf16(value.text(), offset));
    for (int i = 0; i < before.length(); i++) {
      if (!Character.isWhitespace(before.charAt(i)) && !pass(before.charAt(i), quote)) {
        return value.place();
      }
    }
    boolean inside = before.length() < value.text().length();
    if (inside && !Character.isWhitespace(value.text().charAt(before.length()))) {
      skipBlanks();
    }
    return new Cursor(text.toCharArray()).place(at);
  }

  private static int utf16(String value, int codePoints) {
    int all = value.codePointCount(0, value.length());
    return value.offsetByCodePoints(0, Math.min(codePoints, all));
  }

  private int offset(Place place) {
    int offset = 0;
    for (int line = 1; line < place.line(); line++) {
      int end = text.indexOf('\n', offset);
      if (end < 0) {
        return text.length();
      }
      offset = end + 1;
    }
    int rest = text.codePointCount(offset, text.length());
    return text.offsetByCodePoints(offset, Math.min(Math.max(0, place.column() - 1), rest));
  }

  /**
   * Steps over what stands before a value: an anchor, a quote, the sign of a block.
   *
   * @return the quote; a blank if there is none
   */
  private char enter() {
    while (is('&') || is('!')) {
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      skipBlanks();
    }
    if (is('|') || is('>')) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
      return ' ';
    }
    boolean quoted = is('"') || is('\'');
    return quoted ? text.charAt(at++) : ' ';
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Steps over a character of the value; whether it was there, as it is written in quotes. */
  private boolean pass(char c, char quote) {
    skipBlanks();
    boolean escaped = (quote == '"' && is('\\')) || (quote == '\'' && c == '\'' && is('\''));
    at += escaped ? 1 : 0;
    if (!is(c)) {
      return false;
    }
    at++;
    return true;
  }
}
