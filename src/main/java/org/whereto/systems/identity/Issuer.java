// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.GuardedFetch;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.Caller;
import org.whereto.world.CredentialFault;

/** An issuer that is trusted: whose its tokens are. */
final class Issuer {

  /** Of what each caller may have to be looked up for, to each system. */
  private static final int MOST_PER_MINUTE = 1200;

  private final IssuerSettings settings;
  private final InstantSource clock;
  private final IssuerKeys keys;
  private final Optional<Introspection> introspection;
  private final List<GroupService> groupServices;

  private Issuer(IssuerSettings settings, IssuerDocuments documents, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.keys = new IssuerKeys(settings, documents, clock);
    this.introspection =
        settings
            .introspection()
            .map(it -> new Introspection(settings, it, documents, forCallers(settings, it)));
    this.groupServices =
        settings.groupServices().stream()
            .map(it -> new GroupService(settings, it, often(settings, List.of(it.search()))))
            .toList();
  }

  static Issuer of(IssuerSettings settings, InstantSource clock) {
    List<FetchUrl> own = new ArrayList<>(List.of(settings.url()));
    settings.keys().ifPresent(own::add);
    Fetch fetch = GuardedFetch.of(FetchSettings.toOwn(own, settings.time(), WebKeys.MOST_BYTES));
    return new Issuer(settings, new IssuerDocuments(settings, fetch, clock), clock);
  }

  private static Fetch forCallers(IssuerSettings settings, IntrospectionSettings introspection) {
    return often(settings, List.of(introspection.endpoint().orElse(settings.url())));
  }

  /** Apart from that for keys: what callers make it do takes nothing from those. */
  private static Fetch often(IssuerSettings settings, List<FetchUrl> own) {
    return GuardedFetch.of(
        FetchSettings.toOwn(own, settings.time(), WebKeys.MOST_BYTES).asOftenAs(MOST_PER_MINUTE));
  }

  IssuerSettings settings() {
    return settings;
  }

  /** Whether it can tell whose a token is that says nothing itself. */
  boolean canBeAsked() {
    return introspection.isPresent();
  }

  /** Whether a token that was recognised by this key would be again. */
  boolean has(WebKey key) {
    return keys.has(key);
  }

  /**
   * Whose a token with a signature is.
   *
   * @param raw the same, to be shown to group services
   */
  Recognised recognise(SignedToken token, Claims claims, String raw) throws Untrusted, Unanswered {
    require(settings.tokens().algorithms().contains(token.algorithm()), CredentialFault.ALGORITHM);
    String type = token.type().map(TokenSettings::type).orElse("");
    require(settings.tokens().types().contains(type), CredentialFault.TYPE);
    Instant now = clock.instant();
    CallerClaims said = new CallerClaims(settings, claims);
    said.requireAll();
    Caller.Known caller = said.caller(now);
    // Last, since it costs most: nobody is asked about a token that would not count anyway.
    WebKey key = keys.signer(token, claims.time("iat"));
    Instant end = said.end().orElseThrow();
    Instant usable = groupServices.isEmpty() ? end : until(now, settings.whileDown(), end);
    return new Recognised(
        withGroups(caller, raw), Optional.of(key), until(now, remembered(), end), usable);
  }

  /** Whose a token is that says nothing itself. */
  Recognised ask(String token) throws Untrusted, Unanswered {
    if (introspection.isEmpty() || settings.introspection().isEmpty()) {
      throw new Untrusted(CredentialFault.OPAQUE);
    }
    CallerClaims said = new CallerClaims(settings, introspection.get().claims(token));
    Instant now = clock.instant();
    Caller.Known caller = said.caller(now);
    Instant end = said.end().orElse(Instant.MAX);
    Duration remember = settings.introspection().get().remember();
    return new Recognised(
        withGroups(caller, token),
        Optional.empty(),
        until(now, least(remember, remembered()), end),
        until(now, settings.whileDown(), end));
  }

  private Caller.Known withGroups(Caller.Known caller, String token) throws Unanswered {
    List<String> groups = new ArrayList<>();
    for (GroupService service : groupServices) {
      groups.addAll(service.groups(token));
    }
    return caller.inAlso(groups);
  }

  /** How long what the group services say counts; longer than any token if there are none. */
  private Duration remembered() {
    Duration least = Duration.ofDays(100_000);
    for (GroupServiceSettings service : settings.groupServices()) {
      least = least(least, service.remember());
    }
    return least;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Instant until(Instant now, Duration time, Instant end) {
    return Recognised.earlier(now.plus(time), end);
  }

  private static void require(boolean holds, CredentialFault otherwise) throws Untrusted {
    if (!holds) {
      throw new Untrusted(otherwise);
    }
  }
}
