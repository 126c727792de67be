// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/** What JSON reads a bare word as. */
enum Literal {
  NUMBER,
  BOOLEAN,
  NULL,
  /** No JSON at all: only text can say it. */
  NONE;

  static Literal of(String text) {
    return switch (text) {
      case "true", "false" -> BOOLEAN;
      case "null" -> NULL;
      default -> isNumber(text) ? NUMBER : NONE;
    };
  }

  /** Whether this is a number, a boolean or null as JSON writes them, without quotes. */
  static boolean isPlain(Tree.Scalar scalar) {
    return scalar.plain() && of(scalar.text()) != NONE;
  }

  /** The grammar of RFC 8259, by hand: a regex would be most of the time a small document takes. */
  private static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
      return false;
    }
    at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    return at == text.length() || isExponent(text, at);
  }

  private static boolean isExponent(String text, int start) {
    if ((text.charAt(start) | 0x20) != 'e') {
      return false;
    }
    int at = start + 1;
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int end = digits(text, at);
    return end > at && end == text.length();
  }

  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
