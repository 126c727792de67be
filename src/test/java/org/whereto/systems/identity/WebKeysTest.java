// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** Which of the keys that an issuer publishes are used, and for what. */
class WebKeysTest {

  private static final MadeKey RSA = PaperIssuer.FIRST;
  private static final MadeKey EC = PaperIssuer.SECOND;

  private static WebKeys read(String... keys) throws BadInput {
    return WebKeys.read(("{\"keys\": [" + String.join(", ", keys) + "]}").getBytes(UTF_8));
  }

  static Stream<String> sound() {
    return Stream.of(
        RSA.published(),
        RSA.published("\"alg\": \"PS512\""),
        RSA.published("\"key_ops\": [\"sign\", \"verify\"]"),
        EC.published("\"alg\": \"ES256\", \"x5c\": [\"passed over\"]"),
        MadeKey.ed25519("third").published("\"alg\": \"EdDSA\""));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void keysThatSignAreUsed(String key) throws BadInput {
    assertThat(read(key).keys()).hasSize(1);
  }

  static Stream<String> unfit() {
    return Stream.of(
        RSA.published("\"use\": \"enc\""),
        RSA.published("\"use\": null"),
        RSA.published("\"use\": \"enc\", \"alg\": \"RSA-OAEP\""),
        RSA.published("\"alg\": \"RSA-OAEP\""),
        RSA.published("\"alg\": \"HS256\""),
        RSA.published("\"alg\": \"none\""),
        RSA.published("\"alg\": \"ES256\""),
        RSA.published("\"key_ops\": [\"encrypt\"]"),
        RSA.published("\"key_ops\": \"verify\""),
        RSA.published("\"d\": \"AQAB\""),
        RSA.published("\"use\": \"sig\"").replace("\"AQAB\"", "\"AQ\""),
        RSA.published("\"use\": \"sig\"").replace("\"AQAB\"", "\"AQAA\""),
        RSA.published("\"use\": \"sig\"").replace("\"AQAB\"", "\"AQAB=\""),
        RSA.published("\"use\": \"sig\"").replaceFirst("\"n\": \".{100}", "\"n\": \""),
        EC.published("\"alg\": \"ES384\""),
        EC.published("\"use\": \"sig\"").replace("P-256", "P-384"),
        EC.published("\"use\": \"sig\"").replace("P-256", "secp256k1"),
        EC.published("\"use\": \"sig\"").replaceFirst("\"x\": \"....", "\"x\": \"AAAA"),
        EC.published("\"use\": \"sig\"").replaceFirst("\"y\": \"....", "\"y\": \""),
        "{\"kty\": \"oct\", \"k\": \"AAAA\", \"alg\": \"HS256\"}",
        "{\"kty\": \"OKP\", \"crv\": \"X25519\", \"x\": \"AAAA\"}",
        "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"AAAA\"}",
        "{\"kty\": \"OKP\"}",
        "{\"kty\": \"rsa\"}",
        "{\"kty\": [\"RSA\"]}",
        "{}",
        "[]",
        "null",
        "\"RSA\"");
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void othersArePassedOver(String key) throws BadInput {
    assertThat(read(key, EC.published()).keys())
        .extracting(WebKey::id)
        .containsExactly(read(EC.published()).keys().getFirst().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"keys\": {}}",
        "{\"keys\": null}",
        "{\"keys\": [}",
        "{\"keys\": [], \"keys\": []}"
      })
  void whatIsNoListOfKeysIsAFault(String document) {
    assertThatThrownBy(() -> WebKeys.read(document.getBytes(UTF_8))).isInstanceOf(BadInput.class);
  }

  @Test
  void aTokenIsTriedOnlyWithKeysThatItCanMean() throws BadInput, Untrusted {
    SignedToken token = SignedToken.read(RSA.token("{}"));

    assertThat(read(RSA.published(), EC.published()).fit(token)).isTrue();
    assertThat(read(EC.published()).fit(token)).isFalse();
    assertThat(read(RSA.published("\"alg\": \"RS384\"")).fit(token)).isFalse();
    assertThat(read(MadeKey.rsa("other").published()).fit(token)).isFalse();
  }

  @Test
  void twoKeysOfOneNameAreBothTried() throws BadInput, Untrusted {
    SignedToken token = SignedToken.read(RSA.token("{}"));
    WebKeys keys = read(PaperIssuer.STRANGE.published(), RSA.published());

    assertThat(keys.signer(token)).isEqualTo(keys.keys().get(1));
  }

  @Test
  void everyKindOfKeySigns() throws BadInput, Untrusted {
    for (MadeKey key : new MadeKey[] {RSA, EC, MadeKey.ed25519("third")}) {
      assertThat(read(key.published()).signer(SignedToken.read(key.token("{}"))).id())
          .contains(key.id());
    }
  }
}
