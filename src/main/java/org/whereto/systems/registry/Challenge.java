// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.tree.BadInput;

/**
 * Where a registry wants a token from (Docker Registry v2, token authentication).
 *
 * @param realm who gives it out: a URL that a stranger chose
 * @param service the registry's name to it; may be empty
 * @param scopes what the token is for
 */
record Challenge(FetchUrl realm, String service, List<String> scopes) {

  private static final int MOST_SCOPES = 5;
  private static final int LONGEST_SCOPE = 300;

  /**
   * The challenge for a bearer token in a header, if there is one.
   *
   * @param header the value of {@code WWW-Authenticate}
   * @param otherwise the scope to ask for where the registry names none
   * @throws BadInput {@code registry.malformed}, or {@code fetch.bad-url} for the realm
   */
  static Optional<Challenge> read(String header, String otherwise) throws BadInput {
    Optional<Map<String, String>> parameters = ChallengeReader.bearer(header);
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    String scope = parameters.get().getOrDefault("scope", otherwise);
    List<String> scopes = Stream.of(scope.split(" ", -1)).filter(one -> !one.isEmpty()).toList();
    if (scopes.size() > MOST_SCOPES || scope.length() > LONGEST_SCOPE) {
      throw ChallengeReader.malformed();
    }
    FetchUrl realm = FetchUrl.of(parameters.get().getOrDefault("realm", ""));
    String service = parameters.get().getOrDefault("service", "");
    return Optional.of(new Challenge(realm, service, scopes));
  }

  /**
   * What is asked for a token.
   *
   * @throws BadInput {@code fetch.bad-url} where it would be too long
   */
  FetchUrl url() throws BadInput {
    StringBuilder url = new StringBuilder(realm.toString());
    char before = realm.target().indexOf('?') < 0 ? '?' : '&';
    if (!service.isEmpty()) {
      url.append(before).append("service=").append(encoded(service));
      before = '&';
    }
    for (String scope : scopes) {
      url.append(before).append("scope=").append(encoded(scope));
      before = '&';
    }
    return FetchUrl.of(url.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
