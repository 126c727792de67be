// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

/**
 * The value of a {@code Host} header: {@code host[:port]} (RFC 9110, section 7.2), without what no
 * client sends: user names, percent-encoding, an empty port.
 */
final class HostField {

  private static final AsciiSet IN_NAME = AsciiSet.LETTERS_AND_DIGITS.with("-._~");
  private static final AsciiSet IN_ADDRESS = AsciiSet.HEX_DIGITS.with(":.");
  private static final int LONGEST = 255;
  private static final int HIGHEST_PORT = 65_535;

  private HostField() {}

  static boolean isSound(String value) {
    int end = value.startsWith("[") ? value.indexOf(']') + 1 : colon(value);
    if (end <= 0 || end > LONGEST) {
      return false;
    }
    String host = value.substring(0, end);
    boolean sound = host.startsWith("[") ? isAddress(host) : isName(host);
    return sound && (end == value.length() || isPort(value.substring(end)));
  }

  private static int colon(String value) {
    int at = value.indexOf(':');
    return at < 0 ? value.length() : at;
  }

  private static boolean isName(String host) {
    return IN_NAME.hasAllOf(host);
  }

  /**
   * The brackets and what may stand in them; whether there is such an address matters to nobody.
   */
  private static boolean isAddress(String host) {
    String inner = host.substring(1, host.length() - 1);
    return inner.indexOf(':') >= 0 && IN_ADDRESS.hasAllOf(inner);
  }

  private static boolean isPort(String text) {
    String digits = text.substring(1);
    return text.startsWith(":")
        && !digits.isEmpty()
        && digits.length() <= 5
        && AsciiSet.DIGITS.hasAllOf(digits)
        && Integer.parseInt(digits) <= HIGHEST_PORT;
  }
}
