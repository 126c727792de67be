// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.whereto.tree.BadInput;

/**
 * The part of a URL behind its host, in the normal form of RFC 3986, section 6.2.2: what need not
 * be encoded is not, and what must be is so in capitals. Faults name no more than the reason.
 */
final class UrlText {

  /** Beside letters and digits, what need not be encoded (RFC 3986, section 2.3). */
  private static final String UNRESERVED = "-._~";

  /** What else may stand in a path or a query (RFC 3986, sections 3.3 and 3.4). */
  private static final String MARKS = "!$&'()*+,;=:@/?";

  /** Behind it stand parameters, which some servers take off before they look for dot segments. */
  private static final char PARAMETERS = ';';

  /** A server behind another one may decode what that one decoded before. */
  private static final int DECODED_TIMES = 2;

  private UrlText() {}

  /**
   * A path, which begins with a slash.
   *
   * @throws BadInput for what {@link #characters} refuses, for dot segments in whatever spelling,
   *     and for an encoded backslash
   */
  static String path(String path) throws BadInput {
    String normal = characters(path);
    String seen = normal;
    for (int times = 0; times <= DECODED_TIMES; times++) {
      if (climbs(seen)) {
        throw fault(
            "a part of its path is \".\" or \"..\": write the path as it is without such parts");
      }
      if (seen.indexOf('\\') >= 0) {
        throw fault("it holds an encoded backslash, which programs read differently");
      }
      seen = decoded(seen);
    }
    return normal;
  }

  /**
   * A path or query.
   *
   * @throws BadInput for a character that must be encoded, and for an encoding of what is no text
   */
  static String characters(String text) throws BadInput {
    StringBuilder normal = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '%') {
        append(normal, octet(text, at));
        at += 2;
      } else if (isUnreserved(c) || MARKS.indexOf(c) >= 0) {
        normal.append(c);
      } else {
        throw fault(
            "it holds a blank, a backslash or another character that cannot stand in a URL: encode"
                + " it as %XX");
      }
    }
    requireText(normal.toString());
    return normal.toString();
  }

  /** What two slashes or backslashes enclose, without its parameters, may be no dots alone. */
  private static boolean climbs(String path) {
    int begin = 0;
    for (int at = 0; at <= path.length(); at++) {
      if (at == path.length() || path.charAt(at) == '/' || path.charAt(at) == '\\') {
        String segment = path.substring(begin, at);
        int parameters = segment.indexOf(PARAMETERS);
        String name = parameters < 0 ? segment : segment.substring(0, parameters);
        if (name.equals(".") || name.equals("..")) {
          return true;
        }
        begin = at + 1;
      }
    }
    return false;
  }

  private static void append(StringBuilder normal, int octet) {
    if (octet < 0x80 && isUnreserved((char) octet)) {
      normal.append((char) octet);
    } else {
      normal.append(String.format(Locale.ROOT, "%%%02X", octet));
    }
  }

  private static int octet(String text, int percent) throws BadInput {
    boolean whole = percent + 2 < text.length();
    int high = whole ? hex(text.charAt(percent + 1)) : -1;
    int low = whole ? hex(text.charAt(percent + 2)) : -1;
    if (high < 0 || low < 0) {
      throw fault("it holds a % without two hexadecimal digits behind it: a % itself is %25");
    }
    return high * 16 + low;
  }

  private static void requireText(String encoded) throws BadInput {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets(encoded))).toString();
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw fault("it holds an encoded control character: take it out");
      }
    } catch (CharacterCodingException noText) {
      throw fault("what it holds encoded is not UTF-8");
    }
  }

  /** What an encoded text stands for; octets are taken for characters. */
  private static String decoded(String encoded) {
    return new String(octets(encoded), StandardCharsets.ISO_8859_1);
  }

  private static byte[] octets(String encoded) {
    byte[] octets = new byte[encoded.length()];
    int length = 0;
    for (int at = 0; at < encoded.length(); at++) {
      char c = encoded.charAt(at);
      int high = c == '%' && at + 2 < encoded.length() ? hex(encoded.charAt(at + 1)) : -1;
      int low = high < 0 ? -1 : hex(encoded.charAt(at + 2));
      if (low >= 0) {
        octets[length++] = (byte) (high * 16 + low);
        at += 2;
      } else {
        octets[length++] = (byte) c;
      }
    }
    return Arrays.copyOf(octets, length);
  }

  private static int hex(char c) {
    return c > 'f' ? -1 : Character.digit(c, 16);
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  private static BadInput fault(String why) {
    return new BadInput("url.malformed", why);
  }
}
