// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.function.IntPredicate;

/** The characters of a TOML document, from first to last: blanks, comments, words and texts. */
final class TomlText {

  private static final char END = '\0';

  private final String source;
  private int at;
  private int line = 1;
  private int lineStart;

  TomlText(String source) {
    this.source = source;
  }

  static BadInput fault(Place place, String sentence) {
    return new BadInput("toml.syntax", Path.ROOT, place, sentence);
  }

  Place place() {
    return new Place(line, at - lineStart + 1);
  }

  boolean atEnd() {
    return at >= source.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : END;
  }

  boolean take(char wanted) {
    if (atEnd() || peek() != wanted) {
      return false;
    }
    next();
    return true;
  }

  void expect(char wanted) throws BadInput {
    if (!take(wanted)) {
      throw fault(place(), "\"" + wanted + "\" is missing here.");
    }
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      next();
    }
  }

  /** Blanks, line breaks and comments. */
  void skipLines() {
    while (true) {
      skipBlanks();
      if (peek() == '#') {
        skipComment();
      } else if (peek() == '\n' || (peek() == '\r' && peek(1) == '\n')) {
        next();
      } else {
        return;
      }
    }
  }

  void endOfLine() throws BadInput {
    skipBlanks();
    if (peek() == '#') {
      skipComment();
    }
    if (!atEnd() && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n')) {
      throw fault(place(), "Nothing more may stand on this line.");
    }
  }

  String word(IntPredicate belongs) {
    int start = at;
    while (!atEnd() && belongs.test(peek())) {
      next();
    }
    return source.substring(start, at);
  }

  /** A text in any of the four kinds of quotes. */
  String string() throws BadInput {
    char quote = peek();
    if (peek(1) != quote || peek(2) != quote) {
      return quoted();
    }
    Place start = place();
    skip(3);
    take('\r');
    take('\n');
    StringBuilder text = new StringBuilder();
    while (!closes(quote)) {
      if (atEnd()) {
        throw fault(start, "The quotes that begin here are never closed.");
      }
      longCharacter(quote, text);
    }
    skip(3);
    // Up to two quotes more belong to the text.
    for (int more = 0; more < 2 && peek() == quote; more++) {
      text.append(next());
    }
    return text.toString();
  }

  /** A text on one line, in single or double quotes. */
  String quoted() throws BadInput {
    Place start = place();
    char quote = next();
    StringBuilder text = new StringBuilder();
    while (peek() != quote || atEnd()) {
      if (atEnd() || peek() == '\n') {
        throw fault(start, "The quotes that begin here are not closed on this line.");
      }
      if (quote == '"' && peek() == '\\') {
        escape(text);
      } else {
        text.append(next());
      }
    }
    next();
    return text.toString();
  }

  private boolean closes(char quote) {
    return peek() == quote && peek(1) == quote && peek(2) == quote;
  }

  private void longCharacter(char quote, StringBuilder text) throws BadInput {
    boolean escaped = quote == '"' && peek() == '\\';
    if (escaped && (peek(1) == '\n' || peek(1) == '\r' || peek(1) == ' ' || peek(1) == '\t')) {
      next();
      word(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    } else if (escaped) {
      escape(text);
    } else {
      text.append(next());
    }
  }

  private void escape(StringBuilder text) throws BadInput {
    Place place = place();
    next();
    switch (next()) {
      case 'b' -> text.append('\b');
      case 't' -> text.append('\t');
      case 'n' -> text.append('\n');
      case 'f' -> text.append('\f');
      case 'r' -> text.append('\r');
      case '"' -> text.append('"');
      case '\\' -> text.append('\\');
      case 'u' -> text.appendCodePoint(codePoint(4, place));
      case 'U' -> text.appendCodePoint(codePoint(8, place));
      default -> throw fault(place, "This is no escape that TOML knows; a backslash is \"\\\\\".");
    }
  }

  private int codePoint(int digits, Place place) throws BadInput {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw fault(place, "After this escape " + digits + " hexadecimal digits are wanted.");
      }
      value = value * 16 + digit;
    }
    boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (half || value > Character.MAX_CODE_POINT) {
      throw fault(place, "There is no such character.");
    }
    return (int) value;
  }

  private void skipComment() {
    while (!atEnd() && peek() != '\n') {
      next();
    }
  }

  private void skip(int count) {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private char next() {
    char c = peek();
    if (at < source.length()) {
      at++;
    }
    if (c == '\n') {
      line++;
      lineStart = at;
    }
    return c;
  }
}
