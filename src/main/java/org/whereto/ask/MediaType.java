// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.Locale;
import java.util.Optional;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Xml;

/**
 * What a Content-Type says.
 *
 * @param type in lower case, without parameters; empty if there is none
 * @param charset in lower case; empty if there is none
 */
record MediaType(String type, String charset) {

  static MediaType of(String header) {
    String[] parts = header.split(";", -1);
    String charset = "";
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("charset=")) {
        charset = parameter.substring("charset=".length()).replace("\"", "").strip();
      }
    }
    return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
  }

  /** Problem details have a root and a namespace of their own in XML (RFC 9457, appendix B). */
  private static final Format XML_PROBLEM = new Xml("problem", "urn:ietf:rfc:7807");

  /** How to read it. Plain text and what is not labelled is read as YAML, which JSON is too. */
  Optional<Format> format() {
    Optional<Format> known = Formats.byMediaType(type);
    if (known.isPresent()) {
      return known;
    }
    if (type.isEmpty() || isPlainText()) {
      return Optional.of(Formats.YAML);
    }
    if (type.equals("application/problem+xml")) {
      return Optional.of(XML_PROBLEM);
    }
    return Formats.byName(type.substring(type.lastIndexOf('+') + 1));
  }

  boolean isPlainText() {
    return type.equals("text/plain");
  }

  /**
   * Nothing else is read, and nothing is converted: a wrong guess could turn one word into another.
   */
  boolean isUtf8() {
    return switch (charset) {
      case "", "utf-8", "utf8", "us-ascii" -> true;
      default -> false;
    };
  }
}
