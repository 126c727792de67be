// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.world.CredentialFault;

/** Several issuers as somebody else has built them. */
class MockIssuersTest {

  private final MockOAuth2Server server = new MockOAuth2Server();
  private TokenIdentities identities;

  @BeforeEach
  void start() throws IOException, BadInput {
    server.start(InetAddress.getLoopbackAddress(), 0);
    identities = Trusts.identities(InstantSource.system(), settings("esap"), settings("srcnet"));
  }

  @AfterEach
  void stop() {
    server.shutdown();
  }

  private String settings(String issuer) {
    return "issuer: " + url(issuer) + "\naudience: whereto\n";
  }

  private String url(String issuer) {
    return server.issuerUrl(issuer).toString();
  }

  private String token(String issuer, String audience, Map<String, Object> claims) {
    return server.issueToken(issuer, "alice", audience, claims).serialize();
  }

  @Test
  void eachKnowsItsOwn() {
    Caller.Known here = Trusts.known(identities, token("esap", "whereto", Map.of()));
    Caller.Known there = Trusts.known(identities, token("srcnet", "whereto", Map.of()));

    assertThat(here.subject()).isEqualTo(there.subject()).isEqualTo("alice");
    assertThat(here.issuer()).isEqualTo(url("esap"));
    assertThat(there.issuer()).isEqualTo(url("srcnet"));
  }

  @Test
  void groupsAndScopesAreThoseOfTheToken() {
    Map<String, Object> claims =
        Map.of("groups", List.of("/esap", "/esap/staff"), "scope", "openid compute");

    Caller.Known caller = Trusts.known(identities, token("esap", "whereto", claims));

    assertThat(caller.groups()).containsExactly("/esap", "/esap/staff");
    assertThat(caller.scopes()).containsExactly("compute", "openid");
  }

  @Test
  void nobodyElseIsTrusted() {
    assertThat(Trusts.fault(identities, token("stranger", "whereto", Map.of())))
        .isEqualTo(CredentialFault.ISSUER);
    assertThat(Trusts.fault(identities, token("esap", "somebody", Map.of())))
        .isEqualTo(CredentialFault.AUDIENCE);
    SignedJWT old =
        server.anyToken(
            server.issuerUrl("esap"),
            Map.of("sub", "alice", "aud", "whereto"),
            Duration.ofSeconds(-61));
    assertThat(Trusts.fault(identities, old.serialize())).isEqualTo(CredentialFault.EXPIRED);
  }

  /** Its keys are all in one place, and each issuer has its own. */
  @Test
  void oneCannotSpeakForTheOther() {
    String here = token("esap", "whereto", Map.of());
    String there = token("srcnet", "whereto", Map.of());
    String mixed =
        here.substring(0, here.lastIndexOf('.')) + there.substring(there.lastIndexOf('.'));

    assertThat(Trusts.fault(identities, mixed)).isEqualTo(CredentialFault.SIGNATURE);
  }
}
