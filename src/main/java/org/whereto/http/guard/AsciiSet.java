// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import java.util.BitSet;

/** Some characters of ASCII. To ask costs little enough for every character of every request. */
final class AsciiSet {

  static final AsciiSet DIGITS = new AsciiSet().with('0', '9');
  static final AsciiSet HEX_DIGITS = DIGITS.with('a', 'f').with('A', 'F');
  static final AsciiSet LETTERS_AND_DIGITS = DIGITS.with('a', 'z').with('A', 'Z');

  private final BitSet known = new BitSet(128);

  private AsciiSet() {}

  /** The same with all from one character to another. */
  AsciiSet with(char first, char last) {
    AsciiSet more = new AsciiSet();
    more.known.or(known);
    more.known.set(first, last + 1);
    return more;
  }

  /** The same with these. */
  AsciiSet with(String characters) {
    AsciiSet more = this;
    for (int at = 0; at < characters.length(); at++) {
      more = more.with(characters.charAt(at), characters.charAt(at));
    }
    return more;
  }

  boolean has(char c) {
    return known.get(c);
  }

  /** Whether nothing else stands in the text, which may be empty. */
  boolean hasAllOf(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!has(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }
}
