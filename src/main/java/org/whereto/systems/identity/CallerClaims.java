// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Caller;
import org.whereto.world.CredentialFault;

/** Makes a caller of what an issuer says, if it says it to us and it counts now. */
final class CallerClaims {

  /** Clocks differ. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** Claims that hold more than groups (AARC-G069): only what is a group of AARC-G002 is taken. */
  private static final Set<String> ENTITLEMENTS = Set.of("eduperson_entitlement", "entitlements");

  private static final String GROUP = ":group:";

  private final IssuerSettings issuer;
  private final Claims claims;

  CallerClaims(IssuerSettings issuer, Claims claims) {
    this.issuer = issuer;
    this.claims = claims;
  }

  /** What a token has to say (RFC 9068, section 4). */
  void requireAll() throws Untrusted {
    require(claims.text("iss").isPresent(), CredentialFault.ISSUER);
    require(!claims.texts("aud").isEmpty(), CredentialFault.AUDIENCE);
    require(claims.time("exp").isPresent(), CredentialFault.NO_EXPIRY);
  }

  /** Who it is. What is said at all has to be right. */
  Caller.Known caller(Instant now) throws Untrusted {
    Optional<String> from = claims.text("iss");
    require(from.isEmpty() || from.get().equals(issuer.issuer()), CredentialFault.ISSUER);
    Set<String> audience = claims.texts("aud");
    require(
        audience.isEmpty() || !Collections.disjoint(audience, issuer.tokens().audiences()),
        CredentialFault.AUDIENCE);
    requireItIsTime(now);
    String subject = claims.text("sub").orElseThrow(() -> new Untrusted(CredentialFault.SUBJECT));
    return new Caller.Known(issuer.issuer(), subject, groups(), scopes(), assurance());
  }

  /** When it ends, a little later than it says. */
  Optional<Instant> end() throws Untrusted {
    return claims
        .time("exp")
        .map(end -> end.isAfter(Instant.MAX.minus(SKEW)) ? end : end.plus(SKEW));
  }

  private void requireItIsTime(Instant now) throws Untrusted {
    Optional<Instant> end = end();
    require(end.isEmpty() || now.isBefore(end.get()), CredentialFault.EXPIRED);
    require(isPast("nbf", now), CredentialFault.NOT_YET);
    require(isPast("iat", now), CredentialFault.FROM_FUTURE);
  }

  private boolean isPast(String name, Instant now) throws Untrusted {
    return claims.time(name).map(time -> !time.isAfter(now.plus(SKEW))).orElse(true);
  }

  private Set<String> groups() throws Untrusted {
    Set<String> groups = new HashSet<>();
    for (String path : issuer.tokens().groups()) {
      Set<String> found = claims.textsAt(path);
      found.stream()
          .filter(text -> !ENTITLEMENTS.contains(path) || isGroup(text))
          .forEach(groups::add);
    }
    return groups;
  }

  private static boolean isGroup(String entitlement) {
    return entitlement.startsWith("urn:") && entitlement.contains(GROUP);
  }

  private Set<String> scopes() throws Untrusted {
    Set<String> scopes = new HashSet<>(claims.words("scope"));
    scopes.addAll(claims.words("scp"));
    return scopes;
  }

  private Set<String> assurance() throws Untrusted {
    Set<String> assurance = new HashSet<>(claims.texts("eduperson_assurance"));
    assurance.addAll(claims.texts("acr"));
    return assurance;
  }

  private static void require(boolean holds, CredentialFault otherwise) throws Untrusted {
    if (!holds) {
      throw new Untrusted(otherwise);
    }
  }
}
