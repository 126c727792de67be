// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;

/**
 * What a service says of how to log in (WWW-Authenticate; RFC 9110, section 11.6.1). Only shown to
 * the person: whoever followed it would bring a login to whomever a stranger names.
 *
 * @param headers as they came
 */
record Challenges(List<String> headers) {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final List<String> SCHEMES = List.of("ivoa_bearer", "bearer");
  private static final String PARAMETER = "discovery_url";

  Challenges {
    headers = List.copyOf(headers);
  }

  boolean isAny() {
    return !headers.isEmpty();
  }

  /** The issuer of the first challenge that tells where its discovery document is (AuthVO). */
  Optional<String> issuer() {
    return headers.stream().flatMap(header -> issuers(header).stream()).findFirst();
  }

  private static List<String> issuers(String header) {
    List<String> issuers = new ArrayList<>();
    String scheme = "";
    for (String item : items(header)) {
      int blank = item.indexOf(' ');
      int equals = item.indexOf('=');
      boolean begins = equals < 0 || (blank > 0 && blank < equals);
      if (begins) {
        scheme = (blank < 0 ? item : item.substring(0, blank)).toLowerCase(Locale.ROOT);
      }
      String parameter = begins ? item.substring(blank < 0 ? item.length() : blank) : item;
      if (SCHEMES.contains(scheme)) {
        discovery(parameter.strip()).flatMap(Challenges::issuer).ifPresent(issuers::add);
      }
    }
    return issuers;
  }

  /** The parts between commas, of which those in quotes are none. */
  private static List<String> items(String header) {
    List<String> items = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        items.add(header.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    items.add(header.substring(begin).strip());
    return items;
  }

  private static Optional<String> discovery(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0 || !parameter.substring(0, equals).strip().equalsIgnoreCase(PARAMETER)) {
      return Optional.empty();
    }
    String value = parameter.substring(equals + 1).strip();
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
  }

  /** Plain enough to be typed into a shell: people will. */
  private static Optional<String> issuer(String discovery) {
    if (!discovery.endsWith(DISCOVERY)) {
      return Optional.empty();
    }
    String issuer = discovery.substring(0, discovery.length() - DISCOVERY.length());
    try {
      boolean safe = Origin.of(URI.create(WebUrl.endpoint(issuer))).orElseThrow().keepsSecrets();
      boolean plain = issuer.chars().allMatch(Challenges::isPlain);
      return safe && plain ? Optional.of(issuer) : Optional.empty();
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._:/".indexOf(c) >= 0;
  }
}
