// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.Settings;

/**
 * The key {@code identity} of an owner's file: who is trusted to know callers.
 *
 * @param issuers by the owner's names, in the order of the file
 */
public record IdentitySettings(Map<String, IssuerSettings> issuers) {

  private static final String ISSUERS = "issuers";

  public IdentitySettings {
    issuers = Collections.unmodifiableMap(new LinkedHashMap<>(issuers));
  }

  /** Reads the key; every fault goes to the problems of the file. */
  public static IdentitySettings read(Settings in) {
    in.require(ISSUERS);
    Map<String, Optional<IssuerSettings>> read =
        in.named(
            ISSUERS,
            "The issuers of tokens that are trusted, by names of your choice.",
            (_, inner) -> IssuerSettings.read(inner));
    if (in.has(ISSUERS) && read.isEmpty()) {
      in.problem(ISSUERS, "There is no issuer here: name one, or leave \"identity\" out.");
    }
    Map<String, IssuerSettings> issuers = new LinkedHashMap<>();
    read.forEach((name, issuer) -> issuer.ifPresent(it -> issuers.put(name, it)));
    Set<String> urls = new HashSet<>();
    issuers.forEach((name, issuer) -> {
      if (!urls.add(issuer.issuer())) {
        in.problem(ISSUERS, "\"" + name + "\" is an issuer that stands here already.");
      }
    });
    if (issuers.values().stream().filter(it -> it.introspection().isPresent()).count() > 1) {
      in.problem(
          ISSUERS,
          "Only one issuer can have \"introspection\": who is asked about a token gets to see it,"
              + " and a token that is no JWT does not say whose it is.");
    }
    return new IdentitySettings(issuers);
  }

  /** The URLs of the issuers, by the owner's names: what a caller's issuer is compared with. */
  public Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    issuers.forEach((name, issuer) -> urls.put(name, issuer.issuer()));
    return urls;
  }
}
