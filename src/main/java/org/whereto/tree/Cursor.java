// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/**
 * Turns offsets in a text into places: columns count characters, not UTF-16 units, and {@code \n},
 * {@code \r\n} and {@code \r} end a line. Cheap when it is asked in rising order.
 */
final class Cursor {

  private final char[] text;
  private int at;
  private int line = 1;
  private int column = 1;

  Cursor(char[] text) {
    this.text = text;
  }

  Place place(long offset) {
    if (offset < at) {
      at = 0;
      line = 1;
      column = 1;
    }
    int end = (int) Math.min(offset, text.length);
    for (; at < end; at++) {
      pass(text[at]);
    }
    return new Place(line, column);
  }

  private void pass(char c) {
    boolean lineEnds = c == '\n' || (c == '\r' && !(at + 1 < text.length && text[at + 1] == '\n'));
    if (lineEnds) {
      line++;
      column = 1;
    } else if (!Character.isLowSurrogate(c)) {
      column++;
    }
  }
}
