// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

/**
 * How many columns of a terminal a text takes: two for the wide characters of East Asia (Unicode
 * Standard Annex 11) and for emoji, none for marks that combine with what stands before them.
 */
final class Columns {

  /** First and last of each block of wide characters, in order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
    0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x20000, 0x3FFFD
  };

  /** Vowels and final consonants of Korean join the syllable before them. */
  private static final int FIRST_JOINING_JAMO = 0x1160;

  private static final int LAST_JOINING_JAMO = 0x11FF;

  private Columns() {}

  static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      columns += of(point);
      i += Character.charCount(point);
    }
    return columns;
  }

  static int of(int point) {
    if (point < WIDE[0]) {
      return point < 0x300 || !combines(point) ? 1 : 0;
    }
    if (combines(point)) {
      return 0;
    }
    return isWide(point) || Character.isEmojiPresentation(point) ? 2 : 1;
  }

  /** As much of the text as fits. */
  static String cut(String text, int columns) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      used += of(point);
      if (used > columns) {
        return text.substring(0, i);
      }
      i += Character.charCount(point);
    }
    return text;
  }

  private static boolean combines(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (point >= FIRST_JOINING_JAMO && point <= LAST_JOINING_JAMO);
  }

  private static boolean isWide(int point) {
    for (int i = 0; i < WIDE.length && point >= WIDE[i]; i += 2) {
      if (point <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
