// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Optional;
import org.whereto.tree.BadInput;

/**
 * One line of the owner's list of hosts: {@code example.org}, {@code *.example.org}, {@code
 * example.org:5000} mean https; {@code http://example.org} allows plain http.
 *
 * @param origin scheme, host and port as {@link FetchUrl#origin()} gives them, without the {@code
 *     *.} of one that means all names below
 * @param below whether it means all names below the host, and not the host itself
 */
record HostRule(String origin, boolean below) {

  private static final String ANY = "*.";

  /**
   * Reads a line of the list.
   *
   * @throws BadInput with the remedy
   */
  static HostRule of(String text) throws BadInput {
    String scheme = text.startsWith("http://") ? "http://" : "https://";
    String named = text.startsWith(scheme) ? text.substring(scheme.length()) : text;
    boolean below = named.startsWith(ANY);
    String host = below ? named.substring(ANY.length()) : named;
    Optional<FetchUrl> url = url(scheme + host);
    boolean bare = url.isPresent() && !host.contains("/") && !host.contains("?");
    if (!bare || host.contains("#") || (below && url.get().address().isPresent())) {
      throw new BadInput(
          "fetch.bad-host",
          "\""
              + text
              + "\" is no host: write example.org, *.example.org or example.org:5000 for https, or"
              + " http://example.org for plain http.");
    }
    return new HostRule(url.get().origin(), below);
  }

  private static Optional<FetchUrl> url(String text) {
    try {
      return Optional.of(FetchUrl.of(text));
    } catch (BadInput noUrl) {
      return Optional.empty();
    }
  }
}
