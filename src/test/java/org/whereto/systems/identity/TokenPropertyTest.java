// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.whereto.tree.BadInput;
import org.whereto.world.Identified;

/** A token stands for itself alone. */
class TokenPropertyTest {

  private static PaperIssuer issuer;
  private static TokenIdentities identities;
  private static String token;

  @BeforeContainer
  static void open() throws IOException, BadInput {
    MovedClock clock = new MovedClock();
    issuer = PaperIssuer.open();
    identities = Trusts.identities(clock, issuer.settings());
    token = PaperIssuer.FIRST.token(issuer.claims(clock.instant(), "\"groups\": [\"esap\"]"));
    assertThat(Trusts.known(identities, token).subject()).isEqualTo("alice");
  }

  @AfterContainer
  static void close() {
    issuer.close();
  }

  private static void isRefused(String changed) {
    if (!changed.equals(token)) {
      assertThat(Trusts.identify(identities, changed)).isInstanceOf(Identified.Invalid.class);
    }
  }

  @Example
  void noLetterCanBeAnother() {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    for (int at = 0; at < token.length(); at++) {
      char next = letters.charAt((letters.indexOf(token.charAt(at)) + 1) % letters.length());
      isRefused(token.substring(0, at) + next + token.substring(at + 1));
    }
  }

  @Property
  void noByteCanBeAnother(
      @ForAll @IntRange(max = 1000) int at, @ForAll @CharRange(to = '\u00ff') char other) {
    int where = at % token.length();
    isRefused(token.substring(0, where) + other + token.substring(where + 1));
  }

  @Property
  void noneCanBeLeftOutOrJoinIt(
      @ForAll @IntRange(max = 1000) int at, @ForAll @CharRange(to = '\u00ff') char more) {
    int where = at % token.length();
    isRefused(token.substring(0, where) + token.substring(where + 1));
    if (more != ' ') {
      isRefused(token.substring(0, where) + more + token.substring(where));
    }
    isRefused(token.substring(0, where));
    isRefused(token.substring(where));
  }

  /** Whatever we take a well known library takes too. */
  @Property
  void nobodyElseIsStricter(
      @ForAll @IntRange(max = 1000) int at, @ForAll @CharRange(from = '+', to = 'z') char other) {
    int where = at % token.length();
    String changed = token.substring(0, where) + other + token.substring(where + 1);
    boolean taken = Trusts.identify(identities, changed) instanceof Identified.As;

    assertThat(taken).isEqualTo(changed.equals(token));
    if (taken) {
      assertThat(isTakenByOthers(changed)).isTrue();
    }
  }

  private static boolean isTakenByOthers(String token) {
    try {
      RSAPublicKey key = (RSAPublicKey) PaperIssuer.FIRST.pair().getPublic();
      return SignedJWT.parse(token).verify(new RSASSAVerifier(key));
    } catch (ParseException | JOSEException _) {
      return false;
    }
  }
}
