// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pieces of HTML that are also well-formed XML. Whatever text comes in comes out as that text, and
 * never as markup.
 */
public final class Html {

  private static final String HEX = "0123456789ABCDEF";

  private Html() {}

  /** A text as content or as a value in double quotes; what HTML cannot hold becomes U+FFFD. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
          }
        });
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    boolean blank = c == '\t' || c == '\n';
    boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return blank || (!Character.isISOControl(c) && !none && !surrogate);
  }

  static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /**
   * @param markup what the link shows
   */
  static String link(String address, String markup) {
    return "<a href=\"" + text(address) + "\">" + markup + "</a>";
  }

  /** A list of pieces; nothing if there are none. */
  static String list(List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .map(item -> "<li>" + item + "</li>\n")
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  /**
   * A text as part of an address: safe in a path, in a query and between the quotes of a shell.
   * What need not be encoded stays readable.
   */
  public static String address(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~:/".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }
}
