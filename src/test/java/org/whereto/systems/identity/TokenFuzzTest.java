// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.world.Credential;

/** Tokens, claims and keys of any bytes: they are read, or refused for a reason. */
class TokenFuzzTest {

  private static final IssuerSettings ISSUER = issuer();

  private static IssuerSettings issuer() {
    try {
      return Trusts.settings("issuer: https://iam.example.org\naudience: whereto\n")
          .issuers()
          .get("number-0");
    } catch (BadInput impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is read has one spelling, which is the one that came. */
  @FuzzTest
  void token(byte[] raw) {
    String text = new String(raw, ISO_8859_1);
    try {
      SignedToken token = SignedToken.read(text);
      List<String> parts = List.of(text.split("\\.", -1));
      assertThat(parts).hasSize(3);
      assertThat(MadeKey.base64(token.claims())).isEqualTo(parts.get(1));
      caller(token.claims());
    } catch (Untrusted fault) {
      assertThat(fault).hasMessage(fault.fault().word());
    }
  }

  @FuzzTest
  void claims(byte[] raw) {
    try {
      caller(raw);
    } catch (Untrusted fault) {
      assertThat(fault).hasMessage(fault.fault().word());
    }
  }

  private static void caller(byte[] document) throws Untrusted {
    CallerClaims said = new CallerClaims(ISSUER, Claims.read(document));
    said.requireAll();
    Caller.Known caller = said.caller(MovedClock.BEGIN);
    assertThat(caller.subject()).isNotEmpty();
    assertThat(said.end()).isPresent();
  }

  @FuzzTest
  void keys(byte[] raw) {
    try {
      assertThat(WebKeys.read(raw).keys())
          .allSatisfy(key -> assertThat(key.algorithms()).isNotEmpty());
    } catch (BadInput fault) {
      assertThat(fault.sentence()).isNotEmpty();
    }
  }

  @FuzzTest
  void authorization(byte[] raw) {
    String value = new String(raw, ISO_8859_1);
    try {
      BearerToken.of(Credential.of(List.of(value)))
          .ifPresent(token -> assertThat(value.getBytes(UTF_8)).endsWith(token.getBytes(UTF_8)));
    } catch (Untrusted fault) {
      assertThat(fault).hasMessage(fault.fault().word());
    }
  }
}
