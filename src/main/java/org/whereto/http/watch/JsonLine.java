// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

/**
 * One JSON object (RFC 8259) on one line, in ASCII: whatever a text holds, no reader of lines and
 * no terminal takes it for more than it is. Made for the log, which is written for every request;
 * documents are written by {@code tree.Formats}.
 */
final class JsonLine {

  private static final String CUT = "...";
  private static final String HEX = "0123456789abcdef";
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out;
  private boolean first = true;

  /** Begins an object behind what stands in {@code out}. */
  JsonLine(StringBuilder out) {
    this.out = out;
    out.append('{');
  }

  /** A text; one of more than {@code longest} UTF-16 units is cut. */
  JsonLine text(String name, String text, int longest) {
    name(name);
    quoted(text, longest);
    return this;
  }

  /** The same, left out where the text is empty. */
  JsonLine textIfAny(String name, String text, int longest) {
    return text.isEmpty() ? this : text(name, text, longest);
  }

  /** A list of texts, left out where it is empty. */
  JsonLine textsIfAny(String name, Iterable<String> texts, int longest) {
    boolean any = false;
    for (String text : texts) {
      if (any) {
        out.append(',');
      } else {
        name(name);
        out.append('[');
      }
      any = true;
      quoted(text, longest);
    }
    if (any) {
      out.append(']');
    }
    return this;
  }

  JsonLine number(String name, long number) {
    name(name);
    out.append(number);
    return this;
  }

  /** Left out where it is false. */
  JsonLine flagIfSet(String name, boolean flag) {
    if (flag) {
      name(name);
      out.append(true);
    }
    return this;
  }

  /** Thousandths as a number with three digits behind the point. */
  JsonLine thousandths(String name, long thousandths) {
    name(name);
    long rest = thousandths % 1000;
    out.append(thousandths / 1000).append(rest < 10 ? ".00" : rest < 100 ? ".0" : ".").append(rest);
    return this;
  }

  void end() {
    out.append("}\n");
  }

  private void name(String name) {
    out.append(first ? "\"" : ",\"").append(name).append("\":");
    first = false;
  }

  private void quoted(String text, int longest) {
    out.append('"');
    int end = Math.min(text.length(), longest);
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        out.append(c);
      } else {
        escaped(isHalf(text, at, end) ? REPLACEMENT : c);
      }
    }
    out.append(end < text.length() ? CUT : "").append('"');
  }

  /** Whether half of a surrogate pair stands here without the other half. */
  private static boolean isHalf(String text, int at, int end) {
    char c = text.charAt(at);
    boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), c);
    boolean whole = at + 1 < end && Character.isSurrogatePair(c, text.charAt(at + 1));
    return Character.isSurrogate(c) && !second && !whole;
  }

  private void escaped(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
      return;
    }
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xF));
    }
  }
}
