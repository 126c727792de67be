// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Unanswered;

/**
 * The keys of an issuer as they were heard last. They are read again in the background before they
 * grow old, and count for a set time while it does not answer; only a token whose key is not among
 * them waits for others.
 */
final class IssuerKeys {

  private static final String KEYS = "keys";

  /** Its metadata, where OAuth has them too, and its keys. */
  private static final int DOCUMENTS = 3;

  /**
   * What was heard.
   *
   * @param at when it was asked
   */
  private record Heard(WebKeys keys, Instant at) {}

  /**
   * Keys on their way.
   *
   * @param joined whether they were before
   */
  private record Awaited(CompletableFuture<Heard> keys, boolean joined) {}

  private final IssuerSettings issuer;
  private final IssuerDocuments documents;
  private final InstantSource clock;
  private final Attempts attempts = new Attempts();
  private final Flights<String, Heard> flights = new Flights<>(1);
  private @Nullable CompletableFuture<Heard> flight;
  private volatile @Nullable Heard last;

  IssuerKeys(IssuerSettings issuer, IssuerDocuments documents, InstantSource clock) {
    this.issuer = issuer;
    this.documents = documents;
    this.clock = clock;
  }

  /** Whether it still signs with this key, as far as that is known. Never waits. */
  boolean has(WebKey key) {
    return heard().map(heard -> heard.keys().has(key)).orElse(false);
  }

  /**
   * The key that signed a token.
   *
   * @param issued when it was given, as it says: a key that is not known here must then be newer
   * @throws Unanswered if there may be a key that is not known here, and the issuer cannot be asked
   */
  WebKey signer(SignedToken token, Optional<Instant> issued) throws Untrusted, Unanswered {
    Optional<Heard> heard = heard();
    Heard enough =
        heard.isPresent() && heard.get().keys().fit(token)
            ? heard.get()
            : newer(token, heard, issued);
    return enough.keys().signer(token);
  }

  private Optional<Heard> heard() {
    Heard known = last;
    if (known == null) {
      return Optional.empty();
    }
    Duration age = Duration.between(known.at(), clock.instant());
    if (age.compareTo(issuer.refresh()) >= 0) {
      var _ = ask();
    }
    return age.compareTo(issuer.whileDown()) < 0 ? Optional.of(known) : Optional.empty();
  }

  private Heard newer(SignedToken token, Optional<Heard> known, Optional<Instant> issued)
      throws Unanswered {
    Optional<Awaited> first = ask();
    if (first.isEmpty()) {
      return enough(known, issued);
    }
    Heard heard = landed(first.get());
    if (!first.get().joined() || heard.keys().fit(token)) {
      return heard;
    }
    // What was under way may have been read before the key was published.
    Optional<Awaited> second = ask();
    return second.isPresent() ? landed(second.get()) : enough(Optional.of(heard), issued);
  }

  /** What is known, where a token of that time cannot be signed with a key that is not. */
  private Heard enough(Optional<Heard> known, Optional<Instant> issued) throws Unanswered {
    if (known.isPresent() && (issued.isEmpty() || !issued.get().isAfter(known.get().at()))) {
      return known.get();
    }
    throw Unanswered.down(
        "The keys of the issuer " + issuer.url().host() + " cannot be asked for now.");
  }

  /** The keys that are under way, or begins to get them; nothing if they may not be asked for. */
  private synchronized Optional<Awaited> ask() {
    if (flight != null && !flight.isDone()) {
      return Optional.of(new Awaited(flight, true));
    }
    if (!attempts.take(clock.instant())) {
      return Optional.empty();
    }
    flight = flights.begin(KEYS, this::get);
    return Optional.of(new Awaited(flight, false));
  }

  private Heard get() throws Unanswered {
    boolean well = false;
    try {
      Instant begun = clock.instant();
      Heard heard = new Heard(documents.keys(), begun);
      last = heard;
      well = true;
      return heard;
    } finally {
      attempts.ended(well);
    }
  }

  private Heard landed(Awaited awaited) throws Unanswered {
    return Flights.landed(
        awaited.keys(),
        Deadline.in(issuer.time().multipliedBy(DOCUMENTS)),
        "The issuer " + issuer.url().host() + " does not answer.");
  }
}
