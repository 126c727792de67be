// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;

/**
 * Tokens that registries want from anybody, kept until they end. Each is for one repository of one
 * registry, and is shown to nobody else. No credentials of anyone are ever sent to get one.
 */
final class RegistryTokens {

  private static final int MOST = 1000;
  private static final int MOST_BYTES = 64 * 1024;

  private record Scope(RegistryHost host, String repository) {
    static Scope of(RegistryItem item) {
      return new Scope(item.host(), item.repository());
    }
  }

  private record Kept(RegistryToken token, long until) {}

  private final Fetch fetch;
  private final Ticker ticker;
  private final Cache<Scope, Kept> kept = Caffeine.newBuilder().maximumSize(MOST).build();

  RegistryTokens(Fetch fetch, Ticker ticker) {
    this.fetch = fetch;
    this.ticker = ticker;
  }

  /** The token that lets {@code item} be read, if there is one that has not ended. */
  Optional<RegistryToken> kept(RegistryItem item) {
    Kept found = kept.getIfPresent(Scope.of(item));
    return found != null && found.until() - ticker.read() > 0
        ? Optional.of(found.token())
        : Optional.empty();
  }

  /**
   * Gets a token as a registry told us to.
   *
   * @param header its {@code WWW-Authenticate}
   */
  RegistryToken get(RegistryItem item, String header, Deadline deadline) throws Unanswered {
    kept.invalidate(Scope.of(item));
    long asked = ticker.read();
    try {
      FetchUrl url = challenge(item, header).url();
      Errand errand = new Errand(url, Map.of("Accept", "application/json"), MOST_BYTES, deadline);
      RegistryToken token = RegistryToken.read(answered(item, fetch.fetch(errand)));
      kept.put(Scope.of(item), new Kept(token, asked + token.lives().toNanos()));
      return token;
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  private static Challenge challenge(RegistryItem item, String header) throws BadInput, Unanswered {
    String registry = item.host().name();
    Optional<Challenge> challenge =
        Challenge.read(header, "repository:" + item.repository() + ":pull");
    if (challenge.isEmpty()) {
      throw Unanswered.refused(
          "The registry "
              + registry
              + " wants a name and a password, and Whereto has none: it sees public images only.");
    }
    if (item.host().isSecure() && !challenge.get().realm().isSecure()) {
      throw Unanswered.refused(
          "The registry " + registry + " sends for a token over plain http, which is not done.");
    }
    return challenge.get();
  }

  private static Body answered(RegistryItem item, Fetched fetched) throws Unanswered {
    String about = "No token for the registry " + item.host().name() + ": ";
    return switch (fetched) {
      case Fetched.Got got when got.status() == RegistryStatus.OK -> got.body();
      case Fetched.Got got when RegistryStatus.isDown(got.status()) ->
          throw Unanswered.down(about + "the server for them has trouble.");
      case Fetched.Got _ ->
          throw Unanswered.refused(
              about
                  + "it is not given to just anybody. The image may be private, or not be there.");
      case Fetched.Down(String why) ->
          throw Unanswered.down(about + RegistryStatus.withoutRemedy(why));
      case Fetched.Refused(String why) ->
          throw Unanswered.refused(about + RegistryStatus.withoutRemedy(why));
    };
  }
}
