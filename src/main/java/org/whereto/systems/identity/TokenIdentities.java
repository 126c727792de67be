// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.Caller;
import org.whereto.world.Credential;
import org.whereto.world.CredentialFault;
import org.whereto.world.Identified;
import org.whereto.world.Identities;

/**
 * Callers by their bearer tokens: those that an issuer has signed, and those about which one is
 * asked. What was found out is remembered by the hash of the token; the token itself lives no
 * longer than the question.
 */
public final class TokenIdentities implements Identities {

  /** More than there may be questions. */
  private static final int MOST_AT_ONCE = 100_000;

  /** What one question may have to wait for: three documents of an issuer, and its word. */
  private static final int ANSWERS = 4;

  private final Map<String, Issuer> issuers = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Duration patience;
  private final TokenMemory memory = new TokenMemory();
  private final Flights<TokenHash, Identified> flights = new Flights<>(MOST_AT_ONCE);

  TokenIdentities(IdentitySettings settings, InstantSource clock) {
    this.clock = clock;
    Duration longest = Duration.ZERO;
    for (IssuerSettings issuer : settings.issuers().values()) {
      issuers.put(issuer.issuer(), Issuer.of(issuer, clock));
      Duration time = issuer.time().multipliedBy(ANSWERS + issuer.groupServices().size());
      longest = longest.compareTo(time) > 0 ? longest : time;
    }
    this.patience = longest;
  }

  /** Those whom these issuers know. Nobody is asked before the first token comes. */
  public static TokenIdentities of(IdentitySettings settings) {
    return new TokenIdentities(settings, InstantSource.system());
  }

  @Override
  public Optional<Identified> known(Credential shown) {
    try {
      Optional<String> token = BearerToken.of(shown);
      return token.isEmpty()
          ? Optional.of(new Identified.As(Caller.ANONYMOUS))
          : known(TokenHash.of(token.get()));
    } catch (Untrusted fault) {
      return Optional.of(new Identified.Invalid(fault.fault()));
    }
  }

  @Override
  public Identified identify(Credential shown) {
    try {
      Optional<String> token = BearerToken.of(shown);
      return token.isEmpty() ? new Identified.As(Caller.ANONYMOUS) : identify(token.get());
    } catch (Untrusted fault) {
      return new Identified.Invalid(fault.fault());
    }
  }

  private Identified identify(String token) {
    TokenHash hash = TokenHash.of(token);
    return known(hash).orElseGet(() -> landed(flights.begin(hash, () -> look(token, hash))));
  }

  private Optional<Identified> known(TokenHash hash) {
    Instant now = clock.instant();
    if (memory.isRefused(hash, now)) {
      return Optional.of(new Identified.Invalid(CredentialFault.INACTIVE));
    }
    return memory
        .recognised(hash)
        .filter(it -> now.isBefore(it.fresh()) && isStillSigned(it))
        .map(it -> new Identified.As(it.caller()));
  }

  private boolean isStillSigned(Recognised it) {
    Issuer issuer = issuers.get(it.caller().issuer());
    return issuer != null && it.key().map(issuer::has).orElse(true);
  }

  private Identified landed(CompletableFuture<Identified> flight) {
    try {
      return Flights.landed(flight, Deadline.in(patience), "The issuer does not answer.");
    } catch (Unanswered silence) {
      return unchecked(silence);
    }
  }

  private Identified look(String token, TokenHash hash) {
    try {
      Recognised whose = recognise(token);
      memory.keep(hash, whose);
      return new Identified.As(whose.caller());
    } catch (Untrusted fault) {
      memory.forget(hash);
      if (fault.fault() == CredentialFault.INACTIVE) {
        memory.refuse(hash, clock.instant());
      }
      return new Identified.Invalid(fault.fault());
    } catch (Unanswered silence) {
      return last(hash).orElseGet(() -> unchecked(silence));
    }
  }

  /** Who it was when somebody could be asked, if that is not too long ago. */
  private Optional<Identified> last(TokenHash hash) {
    Instant now = clock.instant();
    Optional<Recognised> last =
        memory.recognised(hash).filter(it -> now.isBefore(it.usable()) && isStillSigned(it));
    last.ifPresent(it -> memory.keep(hash, it.forAMoment(now)));
    return last.map(it -> new Identified.As(it.caller()));
  }

  private static Identified unchecked(Unanswered silence) {
    return new Identified.As(
        new Caller.Unchecked(
            switch (silence.miss()) {
              case Miss.Absent _ -> "The issuer does not answer.";
              case Miss.Down(String why) -> why;
              case Miss.Refused(String why) -> why;
            }));
  }

  private Recognised recognise(String token) throws Untrusted, Unanswered {
    if (!SignedToken.isMeant(token)) {
      return askable().ask(token);
    }
    SignedToken signed = SignedToken.read(token);
    Claims claims = Claims.read(signed.claims());
    Optional<String> named = claims.text("iss");
    Issuer issuer = named.isPresent() ? issuers.get(named.get()) : null;
    if (issuer == null) {
      throw new Untrusted(CredentialFault.ISSUER);
    }
    return issuer.recognise(signed, claims, token);
  }

  private Issuer askable() throws Untrusted {
    return issuers.values().stream()
        .filter(Issuer::canBeAsked)
        .findFirst()
        .orElseThrow(() -> new Untrusted(CredentialFault.OPAQUE));
  }
}
