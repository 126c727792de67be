// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/** What XML 1.0 can hold, and how it is spelt so that no reader changes it. */
final class XmlText {

  /** Parsers take no longer names of elements than some 1,000; few people take longer ones. */
  private static final int LONGEST_NAME = 256;

  private XmlText() {}

  /**
   * Whether a name can be that of an element: ASCII only, where all editions of XML agree, without
   * colons, and not of those that XML reserves.
   */
  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.')) {
        return false;
      }
    }
    return !name.regionMatches(true, 0, "xml", 0, 3);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** The text with U+FFFD for each character that XML forbids. */
  static String allowed(String text) {
    if (isAllowed(text)) {
      return text;
    }
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(String text) {
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (!isAllowed(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20
        ? c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
        : c == '\t' || c == '\n' || c == '\r';
  }

  /** A carriage return would be read as a line feed, so it goes by its number. */
  static String content(String text) {
    return allowed(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /** All white space in an attribute would be read as blanks. */
  static String attribute(String text) {
    return content(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }
}
