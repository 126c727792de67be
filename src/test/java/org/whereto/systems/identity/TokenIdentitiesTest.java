// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.world.Credential;
import org.whereto.world.CredentialFault;
import org.whereto.world.Identified;

/** Tokens that are taken, and what they make of a caller. */
class TokenIdentitiesTest {

  private final MovedClock clock = new MovedClock();
  private PaperIssuer issuer;
  private TokenIdentities identities;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = PaperIssuer.open();
    issuer.keys = PaperIssuer.FIRST.published() + ", " + PaperIssuer.SECOND.published();
    identities = Trusts.identities(clock, issuer.settings());
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private String token(String more) {
    return PaperIssuer.FIRST.token(issuer.claims(clock.instant(), more));
  }

  @Test
  void whoShowsNothingIsAnonymous() {
    assertThat(identities.identify(Credential.NONE)).isEqualTo(new Identified.As(Caller.ANONYMOUS));
    assertThat(identities.known(Credential.NONE)).contains(new Identified.As(Caller.ANONYMOUS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic YTpi", "Negotiate", "BearerToken abc", "Bearer-x abc", "", "DPoP a.b.c"})
  void anotherSchemeCountsAsNothing(String authorization) {
    assertThat(identities.identify(Credential.of(List.of(authorization))))
        .isEqualTo(new Identified.As(Caller.ANONYMOUS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer =",
        "Bearer a b",
        "Bearer a,b",
        "bearer\ta",
        "Bearer \ta",
        "Bearer a\u0000",
        "Bearer \u00e4",
        "Bearer a=b",
        "BEARER"
      })
  void whatIsNoTokenIsInvalid(String authorization) {
    Credential shown = Credential.of(List.of(authorization));

    assertThat(Trusts.fault(identities.identify(shown))).isEqualTo(CredentialFault.MALFORMED);
    assertThat(identities.known(shown)).contains(new Identified.Invalid(CredentialFault.MALFORMED));
  }

  @Test
  void ofTwoCredentialsNeitherIsTaken() {
    Credential shown = Credential.of(List.of("Bearer " + token(""), "Bearer " + token("")));

    assertThat(Trusts.fault(identities.identify(shown))).isEqualTo(CredentialFault.SEVERAL);
  }

  @Test
  void aTokenTellsWhoItIs() {
    assertThat(Trusts.known(identities, token("")))
        .isEqualTo(new Caller.Known(issuer.url(), "alice", Set.of(), Set.of(), Set.of()));
  }

  @Test
  void anyKeyOfTheIssuerMaySign() {
    String token = PaperIssuer.SECOND.token(issuer.claims(clock.instant(), ""));

    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");
  }

  @Test
  void aTokenThatNamesNoKeyMayBeSignedWithAny() {
    String token =
        PaperIssuer.FIRST.sign("{\"alg\": \"RS256\"}", issuer.claims(clock.instant(), ""));

    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "groups": ["esap", "/wlcg/pilots"]                              | esap /wlcg/pilots
          "groups": "esap"                                                | esap
          "wlcg.groups": ["/wlcg"], "groups": ["esap"]                    | /wlcg esap
          "eduperson_entitlement": ["urn:mace:egi.eu:group:vo:role=m#aai", "urn:mace:dir:common"] | urn:mace:egi.eu:group:vo:role=m#aai
          "entitlements": "urn:geant:example:group:a:b"                   | urn:geant:example:group:a:b
          "realm_access": {"roles": ["admin"]}                            | ''
          "groups": []                                                    | ''
          "groups": [""]                                                  | ''
          """)
  void groupsStandWhereIssuersPutThem(String claims, String groups) {
    assertThat(Trusts.known(identities, token(claims)).groups())
        .containsExactlyInAnyOrder(groups.isEmpty() ? new String[0] : groups.split(" "));
  }

  @Test
  void groupsStandWhereTheOwnerSays() throws BadInput {
    identities =
        Trusts.identities(clock, issuer.settings() + "groups: [realm_access.roles, a.b.c]\n");
    String claims =
        "\"groups\": [\"x\"], \"realm_access\": {\"roles\": [\"admin\"]}, \"a\": {\"b\": {\"c\":"
            + " \"deep\"}}";

    assertThat(Trusts.known(identities, token(claims)).groups()).containsExactly("admin", "deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"groups\": {}",
        "\"groups\": [1]",
        "\"groups\": [[\"a\"]]",
        "\"groups\": null",
        "\"groups\": true"
      })
  void groupsThatCannotBeReadAreNoGroups(String claims) {
    assertThat(Trusts.fault(identities, token(claims))).isEqualTo(CredentialFault.CLAIMS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "scope": "openid  compute.read"        | openid compute.read
          "scope": ["openid", "compute.read"]    | openid compute.read
          "scp": ["a"], "scope": "b"             | a b
          "scope": ""                            | ''
          """)
  void scopesAreATextOrAList(String claims, String scopes) {
    assertThat(Trusts.known(identities, token(claims)).scopes())
        .containsExactlyInAnyOrder(scopes.isEmpty() ? new String[0] : scopes.split(" "));
  }

  @Test
  void assuranceIsWhatTheIssuerCallsIt() {
    String claims = "\"acr\": \"1\", \"eduperson_assurance\": [\"https://refeds.org/assurance\"]";

    assertThat(Trusts.known(identities, token(claims)).assurance())
        .containsExactly("1", "https://refeds.org/assurance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "JWT", "jwt"})
  void usualTypesAreTaken(String type) {
    String header = "{\"alg\": \"RS256\", \"kid\": \"first\", \"typ\": \"" + type + "\"}";
    String token = PaperIssuer.FIRST.sign(header, issuer.claims(clock.instant(), ""));

    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");
  }

  @Test
  void clocksMayDifferByAMinute() {
    String claims =
        issuer
            .claims(clock.instant().plusSeconds(60), "")
            .replace("}", ", \"nbf\": " + clock.instant().plusSeconds(60).getEpochSecond() + "}");
    assertThat(Trusts.known(identities, PaperIssuer.FIRST.token(claims)).subject())
        .isEqualTo("alice");

    String old = token("");
    clock.pass(Duration.ofSeconds(359));
    assertThat(Trusts.known(identities, old).subject()).isEqualTo("alice");
    clock.pass(Duration.ofSeconds(1));
    assertThat(Trusts.fault(identities, old)).isEqualTo(CredentialFault.EXPIRED);
  }

  @Test
  void whatIsKnownIsToldWithoutWaiting() {
    String token = token("");
    assertThat(identities.known(Trusts.bearer(token))).isEmpty();
    Identified identified = Trusts.identify(identities, token);

    assertThat(identities.known(Trusts.bearer(token))).contains(identified);
    clock.pass(Duration.ofMinutes(6));
    assertThat(identities.known(Trusts.bearer(token))).isEmpty();
  }

  @Test
  void nobodyIsAskedAboutATokenThatSaysAll() {
    for (int i = 0; i < 20; i++) {
      var _ = Trusts.known(identities, token("\"jti\": \"" + i + "\""));
    }

    assertThat(issuer.visits()).hasSize(2).allMatch(visit -> visit.shown().isEmpty());
  }

  @Test
  void metadataMayStandWhereOauthHasIt() {
    issuer.isPlainOauth = true;

    assertThat(Trusts.known(identities, token("")).subject()).isEqualTo("alice");
  }

  @Test
  void keysMayStandWhereTheOwnerSays() throws BadInput {
    issuer.named = "https://somebody.else.example.org";
    identities =
        Trusts.identities(clock, issuer.settings() + "keys: " + issuer.origin() + "/jwks\n");

    assertThat(Trusts.known(identities, token("")).subject()).isEqualTo("alice");
    assertThat(issuer.visits()).hasSize(1);
  }

  @Test
  void metadataOfSomebodyElseIsNotTaken() {
    issuer.named = issuer.url() + "/";

    assertThat(Trusts.unchecked(identities, token(""))).contains("names another issuer");
  }

  @Test
  void eachIssuerSpeaksForItsOwn() throws IOException, BadInput {
    try (PaperIssuer other = PaperIssuer.open("127.0.0.2")) {
      other.keys = PaperIssuer.STRANGE.published();
      identities = Trusts.identities(clock, issuer.settings(), other.settings());
      String of = other.claims(clock.instant(), "");

      assertThat(Trusts.known(identities, token("")).issuer()).isEqualTo(issuer.url());
      assertThat(Trusts.known(identities, PaperIssuer.STRANGE.token(of)).issuer())
          .isEqualTo(other.url());
      assertThat(Trusts.fault(identities, PaperIssuer.FIRST.token(of)))
          .isEqualTo(CredentialFault.SIGNATURE);
    }
  }
}
