// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import org.whereto.http.message.Refusal;

/**
 * The line before a chunk: its size, and extensions that mean nothing to us (RFC 9112, section
 * 7.1). Those have to be words too, since such lines have served to smuggle requests.
 */
final class ChunkLine {

  /** Hexadecimal digits of a size: more than any body may have. */
  private static final int LONGEST_SIZE = 8;

  private ChunkLine() {}

  /** The size that it tells. */
  static long size(String line) throws Refusal {
    int semicolon = line.indexOf(';');
    String digits = semicolon < 0 ? line : line.substring(0, semicolon);
    if (digits.isEmpty()
        || digits.length() > LONGEST_SIZE
        || !AsciiSet.HEX_DIGITS.hasAllOf(digits)) {
      throw Malformed.framing("The size of a chunk is no hexadecimal number of bytes.");
    }
    if (!areExtensions(line, digits.length())) {
      throw Malformed.framing("The extension of a chunk is no word, or no word=word.");
    }
    return Long.parseLong(digits, 16);
  }

  private static boolean areExtensions(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int name = at + 1;
      at = endOfWord(line, name);
      if (line.charAt(name - 1) != ';' || at == name) {
        return false;
      }
      if (at < line.length() && line.charAt(at) == '=') {
        int value = at + 1;
        at = endOfValue(line, value);
        if (at == value) {
          return false;
        }
      }
    }
    return true;
  }

  private static int endOfWord(String line, int from) {
    int at = from;
    while (at < line.length() && FieldLine.isTokenCharacter(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind a word, or a text in quotes; where it begins if it is neither. */
  private static int endOfValue(String line, int from) {
    if (from == line.length() || line.charAt(from) != '"') {
      return endOfWord(line, from);
    }
    for (int at = from + 1; at < line.length(); at++) {
      if (line.charAt(at) == '"') {
        return at + 1;
      }
      if (line.charAt(at) == '\\') {
        at++;
      }
    }
    return from;
  }
}
