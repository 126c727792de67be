// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import org.whereto.http.message.Refusal;

/**
 * One line of a header or a trailer (RFC 9112, section 5).
 *
 * @param value without the white space around it; may be empty
 */
record FieldLine(String name, String value) {

  /** The characters of a token (RFC 9110, section 5.6.2). */
  private static final AsciiSet TOKEN = AsciiSet.LETTERS_AND_DIGITS.with("!#$%&'*+-.^_`|~");

  static FieldLine of(String line) throws Refusal {
    if (isBlank(line.charAt(0))) {
      throw Malformed.head("A header line begins with a blank: send each header on one line.");
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw Malformed.head("A header line has no colon.");
    }
    String name = line.substring(0, colon);
    if (!isToken(name)) {
      throw Malformed.head(
          "A header's name has to be letters, digits and hyphens, with the colon right behind it.");
    }
    int from = colon + 1;
    int to = line.length();
    while (from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(line.charAt(to - 1))) {
      to--;
    }
    return new FieldLine(name, line.substring(from, to));
  }

  boolean is(CharSequence other) {
    return name.contentEquals(other) || name.equalsIgnoreCase(other.toString());
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isToken(String text) {
    return !text.isEmpty() && TOKEN.hasAllOf(text);
  }

  static boolean isTokenCharacter(char c) {
    return TOKEN.has(c);
  }
}
