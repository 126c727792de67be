// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * The address of a service, in a strict grammar: whatever two programs might read in two ways is
 * refused.
 *
 * @param name host and path, as people call it
 * @param accepts where its questions go
 */
record ServiceUrl(String name, URI accepts) {

  private static final int LONGEST = 2048;
  private static final int LAST_PORT = 65_535;

  /**
   * The service at a base URL; a URL that ends in {@code /accepts} or {@code /accept} is taken as
   * it is.
   *
   * @throws BadInput with a sentence that names the remedy
   */
  static ServiceUrl of(String text) throws BadInput {
    URI uri = parse(text);
    Optional<String> fault = fault(uri);
    if (fault.isPresent()) {
      throw bad(text, fault.get());
    }
    String path = withoutSlashes(uri.getRawPath());
    boolean whole = path.endsWith("/accepts") || path.endsWith("/accept");
    String origin = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority();
    String base = whole ? path.substring(0, path.lastIndexOf('/')) : path;
    return new ServiceUrl(
        uri.getRawAuthority() + base, URI.create(origin + (whole ? path : path + "/accepts")));
  }

  /** To whom questions go. */
  Origin origin() {
    return Origin.of(accepts).orElseThrow();
  }

  /** Whether a text is meant as a URL at all, be it a good one or not. */
  static boolean isMeant(String text) {
    return text.contains("://");
  }

  private static URI parse(String text) throws BadInput {
    if (text.length() > LONGEST) {
      throw bad(text, "it is longer than " + LONGEST + " characters");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException fault) {
      int at = Math.max(0, fault.getIndex());
      throw bad(text, "it is no URL (character " + (at + 1) + " cannot stand there)");
    }
  }

  private static Optional<String> fault(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("it must begin with http:// or https://");
    }
    if (uri.getRawUserInfo() != null
        || Optional.ofNullable(uri.getRawAuthority()).orElse("").contains("@")) {
      return Optional.of("it must not carry a user name or password");
    }
    if (uri.getHost() == null || uri.getPort() > LAST_PORT || uri.getPort() == 0) {
      return Optional.of(
          "it does not name a host by letters, digits and hyphens, or an IP address");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("it must not have a query (?...) or a fragment (#...)");
    }
    return Optional.empty();
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static BadInput bad(String text, String why) {
    return new BadInput(
        "service.bad-url",
        "\""
            + OneLine.of(text)
            + "\" cannot be asked: "
            + why
            + ". Give a service's base URL, like https://example.org/planner.");
  }
}
