// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The origin of a web page, as browsers send it (Fetch standard; RFC 6454, section 6.2). */
final class Origin {

  private static final Pattern FORM =
      Pattern.compile("https?://(?:[a-z0-9.-]++|\\[[0-9a-f:.]++])(?::\\d{1,5}+)?+");

  private Origin() {}

  /** Why no browser would ever send this, if none would. */
  static Optional<String> fault(String text) {
    String sent = asSent(text);
    if (!FORM.matcher(sent).matches()) {
      return Optional.of(
          "\""
              + text
              + "\" is no origin: write scheme and host, like https://portal.example.org; or \"*\""
              + " alone, for all.");
    }
    return sent.equals(text)
        ? Optional.empty()
        : Optional.of("Browsers send \"" + sent + "\" for \"" + text + "\": write that.");
  }

  private static String asSent(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    String bare = small.endsWith("/") ? small.substring(0, small.length() - 1) : small;
    String port = bare.startsWith("https:") ? ":443" : ":80";
    return bare.endsWith(port) ? bare.substring(0, bare.length() - port.length()) : bare;
  }
}
