// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Locale;
import java.util.Optional;
import org.whereto.tree.BadInput;

/**
 * A URL in a strict grammar: whatever two programs might read in two ways is refused. What is left
 * is the plain part of RFC 3986 with the schemes http and https.
 */
public final class FetchUrl {

  /** The longest URL, in characters. */
  public static final int LONGEST = 2048;

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LAST_PORT = 65_535;

  /** Beside letters and digits, what may stand behind the host (RFC 3986, appendix A). */
  private static final String MARKS = "-._~!$&'()*+,;=:@/?%";

  private final boolean secure;
  private final HostName host;
  private final int port;
  private final String target;

  private FetchUrl(boolean secure, HostName host, int port, String target) {
    this.secure = secure;
    this.host = host;
    this.port = port;
    this.target = target;
  }

  /**
   * Reads a URL. Its fragment is left out, since it is nothing to a server.
   *
   * @throws BadInput {@code fetch.bad-url}: one sentence that names the remedy and repeats nothing
   *     of the URL but its host
   */
  public static FetchUrl of(String text) throws BadInput {
    requirePlausible(text);
    boolean secure = text.regionMatches(true, 0, "https://", 0, 8);
    if (!secure && !text.regionMatches(true, 0, "http://", 0, 7)) {
      throw fault("The URL must begin with http:// or https://.");
    }
    int begin = secure ? 8 : 7;
    int end = endOfAuthority(text, begin);
    String authority = text.substring(begin, end);
    if (authority.indexOf('@') >= 0) {
      throw fault("The URL must not carry a user name or a password: take out what ends in @.");
    }
    int colon = portColon(authority);
    HostName host = HostName.of(colon < 0 ? authority : authority.substring(0, colon));
    int port = colon < 0 ? defaultPort(secure) : port(authority.substring(colon + 1));
    return new FetchUrl(secure, host, port, target(text.substring(end)));
  }

  /**
   * Where a redirect from here leads, by the rules of RFC 3986, section 5.2.
   *
   * @param location absolute, or relative to this URL
   * @throws BadInput as {@link #of}
   */
  public FetchUrl resolve(String location) throws BadInput {
    requirePlausible(location);
    if (hasScheme(location)) {
      return of(location);
    }
    if (location.startsWith("//")) {
      return of(scheme() + ":" + location);
    }
    requirePlain(location);
    return of(origin() + Relative.to(target, location));
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return secure ? "https" : "http";
  }

  public boolean isSecure() {
    return secure;
  }

  /** A name in lower case, or an IP address; one of version 6 without its brackets. */
  public String host() {
    return host.text();
  }

  /** The address, where the host is one. */
  Optional<IpAddress> address() {
    return host.address();
  }

  /** As written, or what the scheme implies. */
  public int port() {
    return port;
  }

  /** Path and query, as they go to the server; begins with a slash. */
  public String target() {
    return target;
  }

  /** Scheme, host and port; the port only if it is not what the scheme implies. */
  public String origin() {
    return scheme() + "://" + authority();
  }

  /** Host and port; the port only if it is not what the scheme implies. */
  String authority() {
    return host.inUrl() + (port == defaultPort(secure) ? "" : ":" + port);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FetchUrl url && url.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The URL in its normal form. */
  @Override
  public String toString() {
    return origin() + target;
  }

  static BadInput fault(String sentence) {
    return new BadInput("fetch.bad-url", sentence);
  }

  private static void requirePlausible(String text) throws BadInput {
    if (text.length() > LONGEST) {
      throw fault("The URL is longer than " + LONGEST + " characters: shorten it.");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '\\') {
        throw fault(
            "The URL holds a blank, a backslash, a control character or a letter beyond ASCII at"
                + " character "
                + (i + 1)
                + ": take it out, or encode it as %XX (a host as xn--...).");
      }
    }
  }

  private static boolean hasScheme(String location) {
    int colon = location.indexOf(':');
    return colon >= 0 && colon < endOfAuthority(location, 0);
  }

  private static int endOfAuthority(String text, int begin) {
    int end = begin;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int portColon(String authority) {
    return authority.indexOf(':', Math.max(0, authority.indexOf(']')));
  }

  private static int port(String digits) throws BadInput {
    boolean plausible =
        !digits.isEmpty()
            && digits.length() <= 5
            && digits.charAt(0) != '0'
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = plausible ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw fault("The port of the URL must be a number from 1 to " + LAST_PORT + ".");
    }
    return port;
  }

  private static int defaultPort(boolean secure) {
    return secure ? HTTPS_PORT : HTTP_PORT;
  }

  /** The part of a URL behind its host, without the fragment. */
  private static String target(String rest) throws BadInput {
    requirePlain(rest);
    int hash = rest.indexOf('#');
    String target = hash < 0 ? rest : rest.substring(0, hash);
    return target.startsWith("/") ? target : "/" + target;
  }

  private static void requirePlain(String rest) throws BadInput {
    int hash = rest.indexOf('#');
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean allowed = isAlphanumeric(c) || MARKS.indexOf(c) >= 0 || i == hash;
      if (!allowed || (c == '%' && !isEncoded(rest, i))) {
        throw fault(
            "The URL holds a \""
                + c
                + "\" where none can stand: write it as "
                + String.format(Locale.ROOT, "%%%02X", (int) c)
                + ".");
      }
    }
  }

  private static boolean isEncoded(String text, int percent) {
    return percent + 2 < text.length()
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
