// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose tokens are, by their hashes. Those that are not taken have a place of their own: whoever
 * sends many of them drives nobody out.
 */
final class TokenMemory {

  /** Characters of names, groups and so on, and what an entry takes beside them. */
  private static final int MOST_WEIGHT = 32 << 20;

  private static final int ENTRY_WEIGHT = 500;
  private static final int TEXT_WEIGHT = 60;

  private static final int MOST_REFUSED = 10_000;

  /** A token may be used before all of its issuer know it. */
  private static final Duration REFUSED = Duration.ofSeconds(10);

  private final Cache<TokenHash, Recognised> recognised =
      Caffeine.newBuilder()
          .maximumWeight(MOST_WEIGHT)
          .weigher((TokenHash _, Recognised it) -> weight(it))
          .build();
  private final Cache<TokenHash, Instant> refused =
      Caffeine.newBuilder().maximumSize(MOST_REFUSED).build();

  Optional<Recognised> recognised(TokenHash token) {
    return Optional.ofNullable(recognised.getIfPresent(token));
  }

  void keep(TokenHash token, Recognised whose) {
    recognised.put(token, whose);
    refused.invalidate(token);
  }

  /** Whether its issuer said a moment ago that it does not count. */
  boolean isRefused(TokenHash token, Instant now) {
    Instant until = refused.getIfPresent(token);
    return until != null && now.isBefore(until);
  }

  void refuse(TokenHash token, Instant now) {
    refused.put(token, now.plus(REFUSED));
    recognised.invalidate(token);
  }

  void forget(TokenHash token) {
    recognised.invalidate(token);
  }

  private static int weight(Recognised it) {
    int weight = ENTRY_WEIGHT + it.caller().subject().length();
    for (String group : it.caller().groups()) {
      weight += TEXT_WEIGHT + group.length();
    }
    for (String scope : it.caller().scopes()) {
      weight += TEXT_WEIGHT + scope.length();
    }
    return weight;
  }
}
