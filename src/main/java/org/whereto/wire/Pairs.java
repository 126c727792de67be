// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The pairs of a query or a form. They are split at {@code &} and the first {@code =} before
 * anything is decoded, so that no fault of one hides another; {@code ;} separates nothing.
 *
 * @param raw each character is one octet of the wire
 */
record Pairs(String raw) implements Iterable<Pairs.Pair> {

  /**
   * A name and a value as they stand on the wire; the value is empty where there is no {@code =}.
   */
  record Pair(String name, String value) {}

  /**
   * The text that octets of the wire say; nothing for a bad escape or octets that are not UTF-8.
   */
  static Optional<String> decode(String raw) {
    if (isPlain(raw)) {
      return Optional.of(raw);
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      int octet = c == '+' ? ' ' : c;
      if (c == '%') {
        octet = at + 2 < raw.length() ? hex(raw.charAt(at + 1)) * 16 + hex(raw.charAt(at + 2)) : -1;
        at += 2;
      }
      if (octet < 0 || octet > 0xFF) {
        return Optional.empty();
      }
      octets.write(octet);
    }
    return Octets.text(octets.toByteArray());
  }

  /** Most names and values stand for themselves, and a form may have very many of them. */
  private static boolean isPlain(String raw) {
    for (int at = 0; at < raw.length(); at++) {
      char c = raw.charAt(at);
      if (c == '%' || c == '+' || c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The value of a hexadecimal digit; so low that two of them stay below zero if it is none. */
  private static int hex(char c) {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    return digit < 0 ? -0x1000 : digit;
  }

  /** Pairs in their order; what is empty between two {@code &} is none. */
  @Override
  public Iterator<Pair> iterator() {
    return new Iterator<>() {
      private int at = begin(0);

      @Override
      public boolean hasNext() {
        return at < raw.length();
      }

      @Override
      public Pair next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int amp = raw.indexOf('&', at);
        int end = amp < 0 ? raw.length() : amp;
        int equals = raw.indexOf('=', at, end);
        Pair pair =
            equals < 0
                ? new Pair(raw.substring(at, end), "")
                : new Pair(raw.substring(at, equals), raw.substring(equals + 1, end));
        at = begin(end);
        return pair;
      }

      private int begin(int from) {
        int begin = from;
        while (begin < raw.length() && raw.charAt(begin) == '&') {
          begin++;
        }
        return begin;
      }
    };
  }
}
