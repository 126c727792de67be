// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Pulse;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;

/** Asks registries for one thing at a time (OCI Distribution), as anybody may. */
final class RegistryClient {

  private static final int MOST_REGISTRIES = 1000;
  private static final int LONGEST_PAUSE = 60;

  private final Fetch fetch;
  private final RegistryTokens tokens;
  private final Ticker ticker;
  private final Cache<RegistryHost, Pulse> pulses =
      Caffeine.newBuilder().maximumSize(MOST_REGISTRIES).build();

  RegistryClient(Fetch fetch, Ticker ticker) {
    this.fetch = fetch;
    this.tokens = new RegistryTokens(fetch, ticker);
    this.ticker = ticker;
  }

  /**
   * What stands at an address, as it was sent: nothing of it was verified.
   *
   * @param mostBytes it may have
   */
  Fetched.Got get(RegistryItem item, int mostBytes, Deadline deadline) throws Unanswered {
    Pulse pulse = pulses.get(item.host(), _ -> new Pulse(ticker::read));
    requireAlive(item, pulse);
    if (!pulse.takeTurn(deadline)) {
      throw Unanswered.down("The registry " + item.host().name() + " is asked too much at once.");
    }
    try {
      // Others may have waited in vain while this one waited for its turn.
      requireAlive(item, pulse);
      return judged(pulse, () -> withToken(item, mostBytes, deadline));
    } finally {
      pulse.giveBackTurn();
    }
  }

  private static void requireAlive(RegistryItem item, Pulse pulse) throws Unanswered {
    if (pulse.isPaused()) {
      throw Unanswered.down("The registry " + item.host().name() + " did not answer a moment ago.");
    }
  }

  private static Fetched.Got judged(Pulse pulse, Flights.Work<Fetched.Got> asking)
      throws Unanswered {
    try {
      Fetched.Got got = asking.done();
      pulse.answered();
      return got;
    } catch (Unanswered unanswered) {
      switch (unanswered.miss()) {
        case Miss.Down _ -> pulse.wasSilent();
        case Miss.Absent _ -> pulse.answered();
        case Miss.Refused _ -> {}
      }
      throw unanswered;
    }
  }

  private Fetched.Got withToken(RegistryItem item, int mostBytes, Deadline deadline)
      throws Unanswered {
    Optional<RegistryToken> kept = tokens.kept(item);
    Fetched.Got got = sent(errand(item, kept, mostBytes, deadline));
    boolean itself = got.from().origin().equals(item.host().origin());
    if (got.status() == RegistryStatus.UNAUTHORIZED && itself) {
      String header = got.header("www-authenticate").orElse("");
      RegistryToken token = tokens.get(item, header, deadline);
      got = sent(errand(item, Optional.of(token), mostBytes, deadline));
    }
    if (got.status() == RegistryStatus.OK) {
      return got;
    }
    pauseIfAsked(item, got);
    throw RegistryStatus.unanswered(item, got);
  }

  private static Errand errand(
      RegistryItem item, Optional<RegistryToken> token, int mostBytes, Deadline deadline)
      throws Unanswered {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", item.isManifest() ? RegistryMedia.ACCEPT : "*/*");
    token.ifPresent(shown -> headers.put("Authorization", "Bearer " + shown.text()));
    try {
      return new Errand(item.url(), headers, mostBytes, deadline);
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  private Fetched.Got sent(Errand errand) throws Unanswered {
    return switch (fetch.fetch(errand)) {
      case Fetched.Got got -> got;
      case Fetched.Down(String why) -> throw Unanswered.down(RegistryStatus.withoutRemedy(why));
      case Fetched.Refused(String why) ->
          throw Unanswered.refused(RegistryStatus.withoutRemedy(why));
    };
  }

  /** One that has had enough of us says for how long. */
  private void pauseIfAsked(RegistryItem item, Fetched.Got got) {
    if (got.status() == RegistryStatus.TOO_MANY) {
      String seconds = got.header("retry-after").orElse("").strip();
      boolean sound = seconds.length() <= 2 && seconds.matches("[0-9]+");
      int asked = sound ? Math.min(Integer.parseInt(seconds), LONGEST_PAUSE) : 0;
      Duration pause = Duration.ofSeconds(asked);
      pulses
          .get(item.host(), _ -> new Pulse(ticker::read))
          .pause(pause.compareTo(Pulse.PAUSE) > 0 ? pause : Pulse.PAUSE);
    }
  }
}
