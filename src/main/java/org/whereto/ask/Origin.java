// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.whereto.task.HostName;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * Scheme, host and port: what a token is for. Two origins are the same if they are written the same
 * but for the case of letters and a port that the scheme implies; whatever else might lead to the
 * same place (a dot at the end, an address for a name) is another one.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an address of version 6 with its brackets
 */
public record Origin(String scheme, String host, int port) {

  private static final String HTTPS = "https";
  private static final int LONGEST = 300;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int LAST_PORT = 65_535;

  /** Where a request to this URL goes; nothing for what is no URL of http or https. */
  static Optional<Origin> of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals(HTTPS);
    if (!secure && !scheme.equals("http")) {
      return Optional.empty();
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
    return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
  }

  /**
   * The origin that a person names for a token.
   *
   * @throws BadInput {@code origin.malformed}, with the remedy, for whatever is more than an
   *     origin, can be read in two ways, or does not keep a token secret
   */
  public static Origin named(String text) throws BadInput {
    Optional<Origin> origin = text.length() > LONGEST ? Optional.empty() : bare(text);
    if (origin.isEmpty()) {
      throw fault(
          text,
          "name scheme, host and port alone, like https://planner.example.org or"
              + " https://planner.example.org:8443");
    }
    if (!origin.get().keepsSecrets()) {
      throw fault(
          text,
          "a token goes over https only; plain http is for this machine, as http://127.0.0.1:8080");
    }
    return origin.get();
  }

  private static Optional<Origin> bare(String text) {
    try {
      URI uri = new URI(text);
      boolean bare =
          uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (String.valueOf(uri.getRawPath()).isEmpty() || "/".equals(uri.getRawPath()))
              && !text.endsWith(":")
              && !text.endsWith(":/");
      return bare ? of(uri).filter(Origin::isSound) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private boolean isSound() {
    boolean address = host.startsWith("[") && host.indexOf('%') < 0;
    return (address || HostName.isSound(host)) && port > 0 && port <= LAST_PORT;
  }

  /** Whether nobody on the way can read what is sent there: https, or this machine itself. */
  public boolean keepsSecrets() {
    return scheme.equals(HTTPS) || isThisMachine();
  }

  /**
   * By address only: a name is looked up, and whoever answers the look-up decides what it means.
   */
  private boolean isThisMachine() {
    return host.equals("[::1]")
        || (host.startsWith("127.") && HostName.isSound(host) && isNumber());
  }

  private boolean isNumber() {
    return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static BadInput fault(String text, String why) {
    // What stands before an @ may be a password.
    String shown = text.indexOf('@') >= 0 ? "This" : "\"" + OneLine.of(text, LONGEST) + "\"";
    return new BadInput("origin.malformed", shown + " cannot be named for a token: " + why + ".");
  }

  /** As people write it: the port only if the scheme implies another. */
  @Override
  public String toString() {
    boolean usual = port == (scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
