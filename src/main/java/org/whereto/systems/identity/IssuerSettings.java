// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * An issuer of tokens that an owner trusts.
 *
 * @param issuer its URL to the letter: what its tokens say as {@code iss}
 * @param url the same, to go there
 * @param keys where its keys are; if empty, where it says
 * @param refresh the age at which its keys are read again
 * @param whileDown how long what it said counts while it does not answer
 * @param time for one answer of it
 */
record IssuerSettings(
    String issuer,
    FetchUrl url,
    TokenSettings tokens,
    Optional<FetchUrl> keys,
    Duration refresh,
    Duration whileDown,
    Duration time,
    Optional<IntrospectionSettings> introspection,
    List<GroupServiceSettings> groupServices) {

  private static final String ISSUER = "issuer";
  private static final AmountSetting REFRESH =
      AmountSetting.time("refresh", "The age at which its keys are read again", "10s", "1d");
  private static final AmountSetting WHILE_DOWN =
      AmountSetting.time(
          "while-down",
          "How long its keys, and what it said of somebody, count while it does not answer",
          "10s",
          "7d");
  private static final AmountSetting TIME =
      AmountSetting.time("time", "How long one answer of it may take", "0.1s", "10s");

  IssuerSettings {
    groupServices = List.copyOf(groupServices);
  }

  /** Nothing after a fault. */
  static Optional<IssuerSettings> read(Settings in) {
    in.require(ISSUER);
    String issuer =
        in.textIfAny(
                ISSUER,
                "The URL of the issuer, to the letter as its tokens say it as \"iss\": its metadata"
                    + " is found from there.")
            .orElse("");
    Optional<FetchUrl> url = issuer.isEmpty() ? Optional.empty() : OwnUrl.of(in, ISSUER, issuer);
    if (issuer.contains("?") || issuer.contains("#")) {
      in.problem(ISSUER, "The URL of an issuer has no \"?\" and no \"#\".");
    }
    TokenSettings tokens = TokenSettings.read(in);
    Optional<FetchUrl> keys =
        OwnUrl.read(
            in,
            "keys",
            "Where its keys are (a JWK Set), if it is not at the origin of the issuer or the issuer"
                + " has no metadata.");
    Duration refresh = REFRESH.readOr(in, "5m").time();
    Duration whileDown = whileDown(in, refresh);
    Duration time = TIME.readOr(in, "2s").time();
    Optional<IntrospectionSettings> introspection = introspection(in);
    List<GroupServiceSettings> services = groupServices(in);
    return url.map(at ->
        new IssuerSettings(
            issuer, at, tokens, keys, refresh, whileDown, time, introspection, services));
  }

  private static Duration whileDown(Settings in, Duration refresh) {
    Duration whileDown = WHILE_DOWN.readOr(in, "1h").time();
    if (whileDown.compareTo(refresh) < 0) {
      in.problem(
          WHILE_DOWN.key(),
          "\"while-down\" is shorter than \"refresh\": nobody would be known at most times.");
    }
    return whileDown;
  }

  private static Optional<IntrospectionSettings> introspection(Settings in) {
    return in.part(
            "introspection",
            "How it is asked about tokens that are no JWT (RFC 7662); such tokens are refused if"
                + " left out. One issuer at most can have it.",
            IntrospectionSettings::read)
        .flatMap(it -> it);
  }

  private static List<GroupServiceSettings> groupServices(Settings in) {
    return in
        .list(
            "group-services",
            "Services that tell groups of its users (IVOA GMS); each is shown the caller's own"
                + " token.",
            GroupServiceSettings::read)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
