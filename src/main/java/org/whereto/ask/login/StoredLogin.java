// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.ask.Origin;

/**
 * A login that is kept: at most one for each issuer. Shows no secret.
 *
 * @param wanted what the issuer was asked for
 * @param services the origins that a person named for it: those alone get its token
 */
public record StoredLogin(
    Issuer issuer,
    Wanted wanted,
    URI tokenEndpoint,
    Optional<URI> revocation,
    Grant grant,
    List<Origin> services) {

  /** A token that ends so soon is got anew: it has to last for the question. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  public StoredLogin {
    services = List.copyOf(services);
  }

  /** When its token ends, if that is known. */
  public Optional<Instant> expires() {
    return grant.expires();
  }

  /** Whether it gets a new token by itself. */
  public boolean isRefreshed() {
    return grant.refresh().isPresent();
  }

  boolean isFresh(Instant now) {
    return grant.expires().map(end -> end.isAfter(now.plus(AHEAD))).orElse(true);
  }

  /** Whether its token can be used at all any more. */
  boolean isAlive(Instant now) {
    return grant.expires().map(end -> end.isAfter(now)).orElse(true);
  }

  StoredLogin with(Grant next) {
    return new StoredLogin(issuer, wanted, tokenEndpoint, revocation, next, services);
  }

  StoredLogin with(Set<Origin> more) {
    Set<Origin> all = new LinkedHashSet<>(services);
    all.addAll(more);
    return new StoredLogin(issuer, wanted, tokenEndpoint, revocation, grant, List.copyOf(all));
  }

  StoredLogin without(Set<Origin> some) {
    List<Origin> rest = new ArrayList<>(services);
    rest.removeAll(some);
    return new StoredLogin(issuer, wanted, tokenEndpoint, revocation, grant, rest);
  }

  @Override
  public String toString() {
    return "a login at " + issuer;
  }
}
