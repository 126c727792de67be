// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a percent-encoded text says in the end, however many times it was encoded. */
final class Unescaped {

  /** Nobody encodes a text more often by mistake. */
  private static final int MOST_ROUNDS = 8;

  private static final char REPLACEMENT = '\uFFFD';

  private Unescaped() {}

  /**
   * The text; nothing where it stays unclear what it says: bad or endless escapes, octets that are
   * not UTF-8, control and invisible characters, backslashes.
   */
  static Optional<String> of(String raw) {
    String text = raw;
    for (int round = 0; round < MOST_ROUNDS && isEscaped(text); round++) {
      text = once(text);
    }
    return isEscaped(text) || isUnclear(text) ? Optional.empty() : Optional.of(text);
  }

  private static boolean isEscaped(String text) {
    return text.indexOf('%') >= 0 || text.indexOf('+') >= 0;
  }

  private static String once(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int octet = c == '%' ? octet(text, at) : -1;
      if (octet >= 0) {
        octets.write(octet);
        at += 2;
      } else if (c < 0x80) {
        octets.write(c == '+' ? ' ' : c);
      } else {
        at += beyondAscii(text, at, octets);
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  /** How many more units of the text the character took. */
  private static int beyondAscii(String text, int at, ByteArrayOutputStream octets) {
    int units = Character.charCount(text.codePointAt(at));
    octets.writeBytes(text.substring(at, at + units).getBytes(StandardCharsets.UTF_8));
    return units - 1;
  }

  /** The octet that an escape says; below zero where there is no escape. */
  private static int octet(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = digit(text.charAt(at + 1));
    int low = digit(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnclear(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c >= ' ' && c < 0x7F && c != '\\';
      if (!plain && isUnclear(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnclear(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> c == '\\' || c == REPLACEMENT;
    };
  }
}
