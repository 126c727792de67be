// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.whereto.systems.data.RucioSettings.Access;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;

/**
 * Tokens that Rucio gives for a name and a password ({@code GET /auth/userpass}), each kept until
 * it ends. Several who need one at once wait for the same.
 */
final class RucioLogin {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int LONGEST = 8 * 1024;
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  /** What counts where the server says nothing that can be read. */
  private static final Duration USUAL_LIFE = Duration.ofMinutes(1);

  /** It is given up this much before its end: clocks differ, and requests take time. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final RucioSettings settings;
  private final Access.Login access;
  private final Contact contact;
  private final Ticker ticker;
  private final AtomicReference<Optional<Kept>> kept = new AtomicReference<>(Optional.empty());
  private final Flights<Access.Login, Kept> flights = new Flights<>(1);

  private record Kept(String token, long until) {
    @Override
    public String toString() {
      return "a token";
    }
  }

  RucioLogin(RucioSettings settings, Access.Login access, Fetch fetch, Ticker ticker) {
    this.settings = settings;
    this.access = access;
    this.contact = new Contact("The Rucio server for logins", fetch, ticker::read);
    this.ticker = ticker;
  }

  /** A token that has not ended. */
  String token(Deadline deadline) throws Unanswered {
    Optional<Kept> found = kept.get().filter(one -> one.until() - ticker.read() > 0);
    if (found.isPresent()) {
      return found.get().token();
    }
    return Flights.landed(
            flights.begin(access, () -> given(deadline)),
            deadline,
            "The Rucio server for logins did not answer in time.")
        .token();
  }

  /** Forgets a token that was not accepted, if it is still the one that is kept. */
  void forget(String token) {
    kept.updateAndGet(found -> found.filter(one -> !one.token().equals(token)));
  }

  private Kept given(Deadline deadline) throws Unanswered {
    long asked = ticker.read();
    Fetched.Got got = contact.send(errand(deadline));
    if (got.status() == 401 || got.status() == 403) {
      throw contact.refused(
          " does not accept the credentials of this platform: its owner has to look at them.");
    }
    String token = got.header("x-rucio-auth-token").orElse("").strip();
    if (got.status() != RucioClient.OK || token.length() > LONGEST || !Headers.isSendable(token)) {
      throw contact.refused(" gave no token.");
    }
    Duration life = life(got.header("x-rucio-auth-token-expires").orElse(""), Instant.now());
    Kept given = new Kept(token, asked + life.toNanos());
    kept.set(Optional.of(given));
    return given;
  }

  private Errand errand(Deadline deadline) throws Unanswered {
    Map<String, String> headers = new HashMap<>(RucioClient.named(settings));
    headers.put("X-Rucio-Username", access.user());
    headers.put("X-Rucio-Password", access.password().secret());
    headers.put("Accept", "application/octet-stream");
    return new Errand(url(), headers, MOST_BYTES, deadline);
  }

  private FetchUrl url() throws Unanswered {
    try {
      return access.at().orElse(settings.endpoint()).at("/auth/userpass");
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  /**
   * How long a token may be used.
   *
   * @param expires like {@code Mon, 23 Nov 2026 04:00:00 UTC}
   */
  static Duration life(String expires, Instant now) {
    try {
      String usual = expires.strip().replaceFirst(" UTC$", " GMT");
      Instant end = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(usual));
      Duration left = Duration.between(now, end).minus(MARGIN);
      Duration bounded = left.isNegative() ? Duration.ZERO : left;
      return bounded.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : bounded;
    } catch (DateTimeException | ArithmeticException _) {
      return USUAL_LIFE;
    }
  }
}
