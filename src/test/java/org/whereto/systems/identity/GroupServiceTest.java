// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** Groups that an IVOA service knows: it is shown the caller's own token, and nobody else is. */
class GroupServiceTest {

  private final MovedClock clock = new MovedClock();
  private PaperIssuer issuer;
  private PaperIssuer other;
  private PaperIssuer service;
  private TokenIdentities identities;
  private String token;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = PaperIssuer.open();
    other = PaperIssuer.open("127.0.0.3");
    service = PaperIssuer.open("127.0.0.2");
    service.says("groups", "esap\nproject/members\r\n\nivo://example.org/gms?whole\n");
    identities =
        Trusts.identities(
            clock,
            issuer.settings()
                + "while-down: 30m\ngroup-services: [{id: \"ivo://example.org/gms\", search: \""
                + service.origin()
                + "/groups\"}]\n",
            other.settings());
    long end = clock.instant().plus(Duration.ofDays(1)).getEpochSecond();
    token =
        PaperIssuer.FIRST.token(
            issuer
                .claims(clock.instant(), "\"groups\": [\"own\"]")
                .replaceFirst("\"exp\": [0-9]+", "\"exp\": " + end));
  }

  @AfterEach
  void close() {
    issuer.close();
    other.close();
    service.close();
  }

  @Test
  void itsGroupsJoinThoseOfTheToken() {
    assertThat(Trusts.known(identities, token).groups())
        .containsExactlyInAnyOrder(
            "own",
            "ivo://example.org/gms?esap",
            "ivo://example.org/gms?project/members",
            "ivo://example.org/gms?whole");
    assertThat(service.visits())
        .containsExactly(new PaperIssuer.Visit("/groups", "Bearer " + token, ""));
  }

  @Test
  void tokensOfOtherIssuersAreNotShownToIt() {
    String token = PaperIssuer.FIRST.token(other.claims(clock.instant(), ""));

    assertThat(Trusts.known(identities, token).groups()).isEmpty();
    assertThat(service.visits()).isEmpty();
  }

  @Test
  void aTokenThatDoesNotCountIsNotShownToIt() {
    String forged = PaperIssuer.STRANGE.token(issuer.claims(clock.instant(), ""));

    assertThat(Trusts.identify(identities, forged)).isNotNull();
    assertThat(Trusts.identify(identities, token.substring(0, token.length() - 2) + "AA"))
        .isNotNull();
    assertThat(service.visits()).isEmpty();
  }

  @Test
  void whatItSaidCountsForFiveMinutes() {
    var _ = Trusts.known(identities, token);
    service.says("groups", "new");
    clock.pass(Duration.ofSeconds(299));
    assertThat(Trusts.known(identities, token).groups()).contains("ivo://example.org/gms?esap");

    clock.pass(Duration.ofSeconds(1));
    assertThat(Trusts.known(identities, token).groups())
        .containsExactlyInAnyOrder("own", "ivo://example.org/gms?new");
  }

  /** A rule may want that somebody is no member: silence is not enough for that. */
  @ParameterizedTest
  @ValueSource(ints = {0, 302, 401, 403, 404, 500})
  void withoutItsWordNobodyIsKnown(int status) {
    service.status = status;

    assertThat(Trusts.unchecked(identities, token)).contains("127.0.0.2");
    assertThat(service.visits()).noneMatch(visit -> visit.target().equals("/elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ivo://other.example.org/gms?x", "<html>", "a?b", "a\u0000"})
  void whatIsNoNameOfAGroupIsNoWord(String said) {
    service.says("groups", said);

    assertThat(Trusts.unchecked(identities, token)).contains("127.0.0.2");
  }

  @Test
  void groupsStandWhileItIsDownForTheSetTime() {
    var _ = Trusts.known(identities, token);
    service.status = 503;
    clock.pass(Duration.ofMinutes(29));
    assertThat(Trusts.known(identities, token).groups()).contains("ivo://example.org/gms?esap");

    clock.pass(Duration.ofMinutes(1));
    assertThat(Trusts.unchecked(identities, token)).contains("127.0.0.2");
  }
}
