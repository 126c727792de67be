// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/** Words of strangers, fit for a terminal: one line, no control characters, not endless. */
public final class OneLine {

  /** The longest line, in UTF-16 units. */
  static final int LONGEST = 500;

  private static final String CUT = "...";

  private OneLine() {}

  /**
   * The text on one line. Control and format characters (escape sequences, changes of writing
   * direction) become blanks, white space is folded, and what is too long is cut.
   */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /** The same, for lines that may be longer or must be shorter: at most {@code longest} units. */
  public static String of(String text, int longest) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < text.length() && line.length() <= longest; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (isBlank(point)) {
        blank = !line.isEmpty();
        continue;
      }
      line.append(blank ? " " : "").appendCodePoint(point);
      blank = false;
    }
    return cut(line.toString(), longest);
  }

  /** The text as it is, but for the end of one that is longer than {@code longest} units. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - CUT.length();
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + CUT;
  }

  private static boolean isBlank(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
