// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Locale;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * A plain absolute http or https URL in the normal form of RFC 3986, section 6.2: two that are
 * written differently and lead to the same place are equal, as far as the URL alone can tell. What
 * two programs might read in two ways is refused, so that one prefix of it is one place.
 *
 * @param origin scheme, host and port, in lower case; the port only if the scheme implies another
 * @param path begins with a slash
 * @param query begins with a question mark; empty if there is none
 */
public record WebUrl(String origin, String path, String query) {

  private static final int LONGEST = 2048;
  private static final int SHOWN = 100;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads a URL.
   *
   * @throws BadInput {@code url.malformed}, with the remedy; a user or a query, which may be
   *     secret, is not repeated
   */
  public static WebUrl of(String text) throws BadInput {
    boolean secure = text.regionMatches(true, 0, "https://", 0, 8);
    if (!secure && !text.regionMatches(true, 0, "http://", 0, 7)) {
      throw fault(text, "it must begin with http:// or https://");
    }
    if (text.length() > LONGEST) {
      throw fault(text, "it is longer than " + LONGEST + " characters");
    }
    int begin = secure ? 8 : 7;
    int end = endOfAuthority(text, begin);
    String authority = text.substring(begin, end);
    if (authority.indexOf('@') >= 0) {
      throw fault(text, "it carries a user name or a password: take out what ends in @");
    }
    if (text.indexOf('#') >= 0) {
      throw fault(text, "it has a fragment: take out the # and what follows it");
    }
    int question = text.indexOf('?', end);
    String path = text.substring(end, question < 0 ? text.length() : question);
    String query = question < 0 ? "" : text.substring(question);
    String origin = (secure ? "https://" : "http://") + host(text, authority, secure ? 443 : 80);
    try {
      return new WebUrl(
          origin, path.isEmpty() ? "/" : UrlText.path(path), UrlText.characters(query));
    } catch (BadInput why) {
      throw fault(text, why.sentence());
    }
  }

  /**
   * Reads the URL of a service: one without a query.
   *
   * @return without a slash at its end
   * @throws BadInput {@code url.malformed}, with the remedy
   */
  public static String endpoint(String text) throws BadInput {
    WebUrl url = of(text);
    if (!url.query.isEmpty()) {
      throw fault(text, "it has a query: take out the ? and what follows it");
    }
    String path = url.path;
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return url.origin + path.substring(0, end);
  }

  /** The URL in its normal form. */
  @Override
  public String toString() {
    return origin + path + query;
  }

  private static int endOfAuthority(String text, int begin) {
    int end = begin;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String host(String text, String authority, int usualPort) throws BadInput {
    if (authority.startsWith("[")) {
      throw fault(text, "its host is an address in brackets: write the name of the host");
    }
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (!HostName.isSound(host)) {
      throw fault(
          text,
          "its host must be a name of letters, digits and hyphens between dots, or an address like"
              + " 192.0.2.1");
    }
    int port = colon < 0 ? usualPort : port(text, authority.substring(colon + 1));
    return host.toLowerCase(Locale.ROOT) + (port == usualPort ? "" : ":" + port);
  }

  private static int port(String text, String digits) throws BadInput {
    boolean plausible =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.charAt(0) != '0'
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = plausible ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw fault(text, "its port must be a number from 1 to " + LAST_PORT);
    }
    return port;
  }

  private static BadInput fault(String text, String why) {
    int query = text.indexOf('?');
    String plain = query < 0 ? text : text.substring(0, query) + "?...";
    String shown = text.indexOf('@') >= 0 ? "This" : "\"" + OneLine.of(plain, SHOWN) + "\"";
    return new BadInput("url.malformed", shown + " is no plain URL: " + why + ".");
  }
}
