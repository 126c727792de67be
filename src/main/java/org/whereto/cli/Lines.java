// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks one line of text into lines that fit: at blanks, and within words that are too long. */
final class Lines {

  private final int width;
  private final List<String> done = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int used;

  private Lines(int width) {
    this.width = Math.max(1, width);
  }

  /** At least one line; none is wider than {@code width} columns, unless one character is. */
  static List<String> of(String text, int width) {
    Lines lines = new Lines(width);
    for (int begin = 0; begin < text.length(); ) {
      int blank = text.indexOf(' ', begin);
      int end = blank < 0 ? text.length() : blank;
      if (end > begin) {
        lines.word(text.substring(begin, end));
      }
      begin = end + 1;
    }
    lines.flush();
    return lines.done.isEmpty() ? List.of("") : lines.done;
  }

  private void word(String word) {
    int columns = Columns.of(word);
    if (used > 0 && used + 1 + columns > width) {
      flush();
    }
    if (used > 0) {
      line.append(' ');
      used++;
    }
    if (columns > width) {
      pieces(word);
    } else {
      line.append(word);
      used += columns;
    }
  }

  private void pieces(String word) {
    for (int i = 0; i < word.length(); ) {
      int point = word.codePointAt(i);
      int columns = Columns.of(point);
      if (used > 0 && used + columns > width) {
        flush();
      }
      line.appendCodePoint(point);
      used += columns;
      i += Character.charCount(point);
    }
  }

  private void flush() {
    if (!line.isEmpty()) {
      done.add(line.toString());
    }
    line.setLength(0);
    used = 0;
  }
}
