// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

/** Words of others on one line of ours. */
final class Plain {

  private static final int SHOWN = 200;
  private static final int STAND_IN = '\uFFFD';

  private Plain() {}

  /**
   * The text without what could move a cursor, break the line or turn its direction, and not too
   * long.
   */
  static String of(String text) {
    boolean shown = text.codePointCount(0, text.length()) <= SHOWN;
    return shown ? line(text) : line(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "...";
  }

  /** The same of any length. */
  static String line(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(Plain::shown).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          STAND_IN;
      default -> c;
    };
  }
}
