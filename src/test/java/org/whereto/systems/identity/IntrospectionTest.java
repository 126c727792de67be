// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.world.CredentialFault;

/** Tokens that say nothing themselves: their issuer is asked. */
class IntrospectionTest {

  /** The one of the note. */
  private static final String TOKEN = "SlAV32hkKG";

  @TempDir private Path folder;

  private final MovedClock clock = new MovedClock();
  private PaperIssuer issuer;
  private TokenIdentities identities;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = PaperIssuer.open();
    Files.writeString(folder.resolve("secret"), "s3cret:+/%\n");
    identities = Trusts.identities(clock, issuer.settings() + introspection(""));
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private String introspection(String more) {
    return "introspection: {client: where to, secret-file: "
        + folder.resolve("secret")
        + more
        + "}\n";
  }

  private long timesAsked() {
    return issuer.visits().stream().filter(visit -> visit.target().equals("/introspect")).count();
  }

  @Test
  void theIssuerTellsWhoItIs() {
    issuer.says(
        TOKEN,
        "{\"active\": true, \"sub\": \"bob\", \"groups\": [\"esap\"], \"scope\": \"a b\", \"acr\":"
            + " \"2\"}");

    assertThat(Trusts.known(identities, TOKEN))
        .isEqualTo(
            new Caller.Known(issuer.url(), "bob", Set.of("esap"), Set.of("a", "b"), Set.of("2")));
    assertThat(issuer.visits().getLast())
        .isEqualTo(
            new PaperIssuer.Visit(
                "/introspect",
                // where+to:s3cret%3A%2B%2F%25
                "Basic d2hlcmUrdG86czNjcmV0JTNBJTJCJTJGJTI1",
                "token=SlAV32hkKG&token_type_hint=access_token"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"active": false}                                                          | INACTIVE
          {"active": false, "sub": "bob"}                                            | INACTIVE
          {"active": "true", "sub": "bob"}                                           | INACTIVE
          {"active": 1, "sub": "bob"}                                                | INACTIVE
          {"active": null, "sub": "bob"}                                             | INACTIVE
          {"active": true}                                                           | SUBJECT
          {"active": true, "username": "bob"}                                        | SUBJECT
          {"active": true, "sub": "bob", "iss": "https://other.example.org"}         | ISSUER
          {"active": true, "sub": "bob", "aud": "other.example.org"}                 | AUDIENCE
          {"active": true, "sub": "bob", "aud": ["x", "y"]}                          | AUDIENCE
          {"active": true, "sub": "bob", "exp": 1}                                   | EXPIRED
          {"active": true, "sub": "bob", "nbf": 4102444800}                          | NOT_YET
          {"active": true, "sub": "bob", "iat": 4102444800}                          | FROM_FUTURE
          {"active": true, "sub": "bob", "exp": "soon"}                              | CLAIMS
          {"active": true, "sub": "bob", "groups": [{}]}                             | CLAIMS
          """)
  void whatItDoesNotVouchForIsRefused(String said, CredentialFault fault) {
    issuer.says(TOKEN, said);

    assertThat(Trusts.fault(identities, TOKEN)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "true",
        "{\"active\": true",
        "active",
        "{\"active\": true, \"active\": true}"
      })
  void whatCannotBeReadIsNoWordAboutTheToken(String said) {
    issuer.says(TOKEN, said);

    assertThat(Trusts.unchecked(identities, TOKEN)).contains("nothing that can be read");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 302, 401, 403, 500, 503})
  void anIssuerThatDoesNotAnswerLeavesTheCallerUnchecked(int status) {
    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
    identities.identify(Trusts.bearer("first"));
    issuer.status = status;

    assertThat(Trusts.unchecked(identities, TOKEN)).contains("127.0.0.1").doesNotContain(TOKEN);
    assertThat(issuer.visits()).noneMatch(visit -> visit.target().equals("/elsewhere"));
  }

  @Test
  void withoutItsSecretNobodyIsAsked() throws IOException {
    Files.delete(folder.resolve("secret"));

    assertThat(Trusts.unchecked(identities, TOKEN)).doesNotContain(folder.toString());
    assertThat(timesAsked()).isZero();
    Files.writeString(folder.resolve("secret"), "again");
    assertThat(Trusts.fault(identities, TOKEN)).isEqualTo(CredentialFault.INACTIVE);
  }

  @Test
  void whatItSaidCountsForAMinute() {
    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
    for (int i = 0; i < 10; i++) {
      assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
    }
    assertThat(timesAsked()).isEqualTo(1);

    issuer.says(TOKEN, "{\"active\": false}");
    clock.pass(Duration.ofSeconds(59));
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
    clock.pass(Duration.ofSeconds(1));
    assertThat(Trusts.fault(identities, TOKEN)).isEqualTo(CredentialFault.INACTIVE);
  }

  @Test
  void aTokenThatEndsSoonerIsNotRememberedLonger() {
    long end = clock.instant().plusSeconds(-50).getEpochSecond();
    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\", \"exp\": " + end + "}");
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");

    clock.pass(Duration.ofSeconds(10));
    assertThat(Trusts.fault(identities, TOKEN)).isEqualTo(CredentialFault.EXPIRED);
  }

  @Test
  void aRefusalCountsForTenSeconds() {
    for (int i = 0; i < 10; i++) {
      assertThat(Trusts.fault(identities, TOKEN)).isEqualTo(CredentialFault.INACTIVE);
    }
    assertThat(timesAsked()).isEqualTo(1);

    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
    clock.pass(Duration.ofSeconds(10));
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
  }

  @Test
  void knownCallersStandWhileItIsDownForTheSetTime() throws BadInput {
    identities =
        Trusts.identities(clock, issuer.settings() + "while-down: 10m\n" + introspection(""));
    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
    var _ = Trusts.known(identities, TOKEN);
    issuer.status = 503;

    clock.pass(Duration.ofMinutes(9));
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
    long asked = timesAsked();
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
    assertThat(timesAsked()).isEqualTo(asked);
    assertThat(Trusts.unchecked(identities, "another")).contains("127.0.0.1");
    clock.pass(Duration.ofMinutes(1));
    assertThat(Trusts.unchecked(identities, TOKEN)).contains("127.0.0.1");

    issuer.status = 200;
    assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
  }

  @Test
  void aSignedTokenIsNeverShownToWhoCanBeAsked() throws IOException, BadInput {
    try (PaperIssuer other = PaperIssuer.open("127.0.0.2")) {
      identities =
          Trusts.identities(clock, issuer.settings() + introspection(""), other.settings());
      String token = PaperIssuer.FIRST.token(other.claims(clock.instant(), ""));

      assertThat(Trusts.known(identities, token).issuer()).isEqualTo(other.url());
      assertThat(Trusts.fault(identities, token + ".x")).isEqualTo(CredentialFault.MALFORMED);
      assertThat(issuer.visits()).isEmpty();
    }
  }

  @Test
  void theEndpointMayStandElsewhere() throws IOException, BadInput {
    try (PaperIssuer elsewhere = PaperIssuer.open("127.0.0.2")) {
      elsewhere.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
      String endpoint = ", endpoint: \"" + elsewhere.origin() + "/introspect\"";
      identities = Trusts.identities(clock, issuer.settings() + introspection(endpoint));

      assertThat(Trusts.known(identities, TOKEN).subject()).isEqualTo("bob");
      assertThat(issuer.visits()).isEmpty();
    }
  }

  @Test
  void manyWhoShowTheSameAtOnceAskOnce() throws InterruptedException {
    issuer.says(TOKEN, "{\"active\": true, \"sub\": \"bob\"}");
    List<Thread> askers =
        List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
            .map(_ -> Thread.ofVirtual().start(() -> Trusts.known(identities, TOKEN)))
            .toList();
    for (Thread asker : askers) {
      asker.join();
    }

    assertThat(timesAsked()).isEqualTo(1);
  }
}
