// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bytes that somebody might send who means no good.
 *
 * @param name of the file, or of what was done to it
 * @param octets each as one character
 */
public record HostileInput(String name, Shape shape, String octets) {

  /** What the bytes would be if they were what they pretend to be. */
  public enum Shape {
    /** A document, in JSON or YAML. */
    DOCUMENT,
    /** A text: a name, a URL, a word. */
    TEXT,
    /** A body of parts, whose boundary stands in its first line. */
    PARTS,
    /** Pairs of names and values, of a query or a form. */
    PAIRS,
    /** A whole HTTP request, or several. */
    REQUEST
  }

  static HostileInput of(String name, Shape shape, byte[] bytes) {
    return new HostileInput(name, shape, new String(bytes, ISO_8859_1));
  }

  /** Of text that is sent in UTF-8; a lone surrogate is sent as its three bytes. */
  static HostileInput of(String name, Shape shape, String text) {
    StringBuilder octets = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            octets.append((char) 0xED);
            octets.append((char) (0x80 | (point >> 6 & 0x3F)));
            octets.append((char) (0x80 | (point & 0x3F)));
          } else {
            octets.append(
                new String(new String(Character.toChars(point)).getBytes(UTF_8), ISO_8859_1));
          }
        });
    return new HostileInput(name, shape, octets.toString());
  }

  public byte[] bytes() {
    return octets.getBytes(ISO_8859_1);
  }

  /** As a text, with a replacement for what is not UTF-8. */
  public String text() {
    return new String(bytes(), UTF_8);
  }
}
