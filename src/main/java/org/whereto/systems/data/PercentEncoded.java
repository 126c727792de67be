// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names as parts of a URL. */
final class PercentEncoded {

  private static final String UNRESERVED = "-._~";

  private PercentEncoded() {}

  /** All but the unreserved characters of RFC 3986, section 2.3, is encoded. */
  static String segment(String name) {
    return encoded(name, UNRESERVED);
  }

  /** The same, but slashes stay: those between segments, and those that a name holds. */
  static String path(String name) {
    return encoded(name, UNRESERVED + "/");
  }

  private static String encoded(String text, String kept) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isAlphanumeric(c) || kept.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
