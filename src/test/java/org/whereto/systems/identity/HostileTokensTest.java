// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.whereto.tree.BadInput;
import org.whereto.world.CredentialFault;
import org.whereto.world.Identified;

/**
 * Tokens that somebody would like to be taken: each is refused for the reason that it is meant to
 * show.
 */
class HostileTokensTest {

  private static final MadeKey OURS = PaperIssuer.FIRST;

  private final MovedClock clock = new MovedClock();
  private final Map<String, CredentialFault> expected = new LinkedHashMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private PaperIssuer issuer;
  private TokenIdentities identities;
  private String claims;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = PaperIssuer.open();
    issuer.keys = OURS.published() + ", " + PaperIssuer.SECOND.published();
    identities = Trusts.identities(clock, issuer.settings());
    claims = issuer.claims(clock.instant(), "");
  }

  @AfterEach
  void close() {
    issuer.close();
  }

  private void refused(CredentialFault fault, String what, String token) {
    tokens.put(what, token);
    expected.put(what, fault);
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedForItsOwnReason() throws GeneralSecurityException {
    algorithms();
    headers();
    keys();
    spellings();
    documents();
    claims();
    times();
    assertThat(tokens).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Trusts.known(identities, OURS.token(claims)).subject()).isEqualTo("alice");
    return tokens.entrySet().stream()
        .map(token ->
            dynamicTest(
                token.getKey(),
                () ->
                    assertThat(Trusts.fault(identities, token.getValue()))
                        .isEqualTo(expected.get(token.getKey()))));
  }

  /** Nothing that is refused is remembered, and nobody goes where it points to. */
  @Test
  void nobodyIsAskedBecauseOfThem() throws GeneralSecurityException {
    algorithms();
    headers();
    keys();
    spellings();
    documents();
    claims();
    times();
    tokens
        .values()
        .forEach(token -> {
          assertThat(Trusts.fault(identities, token)).isEqualTo(Trusts.fault(identities, token));
          identities
              .known(Trusts.bearer(token))
              .ifPresent(
                  identified -> assertThat(identified).isInstanceOf(Identified.Invalid.class));
        });

    assertThat(issuer.visits())
        .extracting(PaperIssuer.Visit::target)
        .containsOnly("/realms/esap/.well-known/openid-configuration", "/jwks");
    assertThat(issuer.timesAskedForKeys()).isEqualTo(2);
  }

  private void algorithms() throws GeneralSecurityException {
    for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
      String header = "{\"alg\": \"" + none + "\", \"kid\": \"first\"}";
      refused(CredentialFault.ALGORITHM, "alg " + none, unsigned(header));
      refused(CredentialFault.ALGORITHM, "alg " + none + ", signed", OURS.sign(header, claims));
    }
    refused(CredentialFault.ALGORITHM, "no alg", OURS.sign("{\"kid\": \"first\"}", claims));
    refused(CredentialFault.ALGORITHM, "alg unknown", with("\"alg\": \"RS257\""));
    refused(CredentialFault.ALGORITHM, "alg in other letters", with("\"alg\": \"rs256\""));
    refused(CredentialFault.ALGORITHM, "alg RSA1_5", with("\"alg\": \"RSA1_5\""));
    refused(CredentialFault.ALGORITHM, "an alg that it does not use", with("\"alg\": \"RS512\""));
    refused(CredentialFault.HEADER, "alg is no text", with("\"alg\": 256"));
    refused(CredentialFault.HEADER, "alg is a list", with("\"alg\": [\"RS256\"]"));
    PublicKey key = OURS.pair().getPublic();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    for (String alg : new String[] {"HS256", "HS384", "HS512"}) {
      String mac = "HmacSHA" + alg.substring(2);
      refused(
          CredentialFault.ALGORITHM,
          alg + " with the public key",
          hashed(alg, mac, pem.getBytes(UTF_8)));
      refused(
          CredentialFault.ALGORITHM, alg + " with its bytes", hashed(alg, mac, key.getEncoded()));
    }
    refused(
        CredentialFault.KEY_UNKNOWN,
        "an alg that is not for this key",
        with("\"alg\": \"ES256\", \"kid\": \"first\""));
  }

  private void headers() {
    String own = "\"alg\": \"RS256\", \"kid\": \"first\", ";
    refused(
        CredentialFault.KEY_BROUGHT,
        "jwk",
        strange(own + "\"jwk\": " + PaperIssuer.STRANGE.published()));
    refused(
        CredentialFault.KEY_BROUGHT,
        "jku",
        strange(own + "\"jku\": \"" + issuer.origin() + "/evil\""));
    refused(
        CredentialFault.KEY_BROUGHT,
        "x5u",
        strange(own + "\"x5u\": \"" + issuer.origin() + "/evil\""));
    refused(CredentialFault.KEY_BROUGHT, "x5c", strange(own + "\"x5c\": [\"MIIB\"]"));
    refused(
        CredentialFault.KEY_BROUGHT,
        "jku, well signed",
        with(own + "\"jku\": \"" + issuer.origin() + "/evil\""));
    refused(CredentialFault.CRITICAL, "crit", with(own + "\"crit\": [\"exp\"], \"exp\": 1"));
    refused(CredentialFault.CRITICAL, "crit that is empty", with(own + "\"crit\": []"));
    refused(
        CredentialFault.UNENCODED, "b64 false", with(own + "\"crit\": [\"b64\"], \"b64\": false"));
    refused(CredentialFault.UNENCODED, "b64 false, not crit", with(own + "\"b64\": false"));
    refused(CredentialFault.ENCRYPTED, "five parts", "e30.e30.e30.e30.e30");
    refused(
        CredentialFault.ENCRYPTED,
        "encrypted in three parts",
        with("\"alg\": \"dir\", \"enc\": \"A128GCM\""));
    refused(CredentialFault.TYPE, "typ of another purpose", with(own + "\"typ\": \"logout+jwt\""));
    refused(CredentialFault.TYPE, "typ of a proof", with(own + "\"typ\": \"dpop+jwt\""));
    refused(CredentialFault.HEADER, "typ is no text", with(own + "\"typ\": null"));
    refused(CredentialFault.HEADER, "a member twice", with(own + "\"alg\": \"none\""));
    refused(CredentialFault.HEADER, "header is a list", OURS.sign("[\"RS256\"]", claims));
    refused(CredentialFault.HEADER, "header is no JSON", OURS.sign("{alg: RS256}", claims));
    refused(CredentialFault.HEADER, "header with a rest", OURS.sign(OURS.header() + "{}", claims));
    refused(
        CredentialFault.HEADER,
        "header nested deeply",
        with(own + "\"x\": " + "[".repeat(1000) + "]".repeat(1000)));
    refused(CredentialFault.HEADER, "header is empty", OURS.sign("", claims));
  }

  private void keys() {
    refused(CredentialFault.KEY_UNKNOWN, "kid unknown", kid("\"third\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid is a path", kid("\"../../../../dev/null\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid is SQL", kid("\"first' UNION SELECT 'secret' --\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid is a command", kid("\"first|whoami\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid is a URL", kid("\"" + issuer.origin() + "/jwks\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid with an end in it", kid("\"first\\u0000\""));
    refused(CredentialFault.KEY_UNKNOWN, "kid is empty", kid("\"\""));
    refused(CredentialFault.HEADER, "kid is a number", kid("1"));
    refused(CredentialFault.HEADER, "kid is a mapping", kid("{\"$ne\": null}"));
    refused(
        CredentialFault.SIGNATURE, "signed by somebody else", PaperIssuer.STRANGE.token(claims));
    refused(
        CredentialFault.SIGNATURE,
        "signed by somebody else, no kid",
        PaperIssuer.STRANGE.sign("{\"alg\": \"RS256\"}", claims));
    refused(CredentialFault.SIGNATURE, "no signature", unsigned(OURS.header()));
    String zero = MadeKey.base64(new byte[64]);
    refused(
        CredentialFault.SIGNATURE,
        "a signature of zeros",
        body(PaperIssuer.SECOND.token(claims)) + "." + zero);
    refused(
        CredentialFault.SIGNATURE,
        "the signature of another token",
        body(OURS.token(claims)) + "." + last(OURS.token(claims + " ")));
  }

  private void spellings() {
    String good = OURS.token(claims);
    refused(CredentialFault.MALFORMED, "padded", good + "=");
    refused(CredentialFault.MALFORMED, "four parts", good + ".e30");
    refused(CredentialFault.MALFORMED, "an empty part more", good + ".");
    refused(CredentialFault.MALFORMED, "a dot in front", "." + good);
    refused(CredentialFault.MALFORMED, "nothing but dots", "..........");
    refused(CredentialFault.HEADER, "nothing between dots", "..");
    refused(CredentialFault.MALFORMED, "other bits behind the end", otherBits(good));
    refused(
        CredentialFault.MALFORMED,
        "letters of other base64",
        good.substring(0, good.lastIndexOf('.') + 1) + "+/" + last(good).substring(2));
    refused(CredentialFault.MALFORMED, "a blank in it", good.replaceFirst("\\.", " ."));
    refused(CredentialFault.MALFORMED, "a line break in it", good.replaceFirst("\\.", ".\n"));
    refused(CredentialFault.MALFORMED, "a blank at the end", good + " ");
    refused(CredentialFault.TOO_LONG, "1 MB", good + "A".repeat(1 << 20));
    refused(CredentialFault.TOO_LONG, "a byte too long", good + "A".repeat(8193 - good.length()));
    refused(CredentialFault.OPAQUE, "the one of the note", "SlAV32hkKG");
    refused(CredentialFault.OPAQUE, "two parts", good.substring(0, good.lastIndexOf('.')));
  }

  private void documents() {
    refused(CredentialFault.CLAIMS, "no claims", OURS.token(""));
    refused(CredentialFault.CLAIMS, "claims are a text", OURS.token("\"alice\""));
    refused(
        CredentialFault.CLAIMS,
        "claims are no UTF-8",
        OURS.token(claims).replaceFirst("\\.[^.]*", ".gICA"));
    refused(
        CredentialFault.CLAIMS,
        "iss twice",
        OURS.token("{\"iss\": \"" + issuer.url() + "\", " + claims.substring(1)));
    refused(
        CredentialFault.CLAIMS,
        "iss is a list",
        changed("\"iss\": \"" + issuer.url() + "\"", "\"iss\": [\"" + issuer.url() + "\"]"));
    refused(
        CredentialFault.CLAIMS,
        "aud holds a number",
        changed("\"aud\": ", "\"aud\": [1, \"https://ep.example.org\"], \"x\": "));
    refused(CredentialFault.CLAIMS, "sub is a number", changed("\"alice\"", "7"));
    refused(CredentialFault.CLAIMS, "exp is a text", exp("\"4102444800\""));
    refused(CredentialFault.CLAIMS, "exp is beyond all time", exp("1e999999999"));
    refused(CredentialFault.CLAIMS, "exp is null", exp("null"));
    refused(CredentialFault.CLAIMS, "exp is negative", exp("-1"));
  }

  private void claims() {
    refused(CredentialFault.ISSUER, "no iss", changed("\"iss\"", "\"iss_\""));
    refused(CredentialFault.ISSUER, "another iss", changed("/realms/esap", "/realms/other"));
    refused(
        CredentialFault.ISSUER, "iss with a slash more", changed("/realms/esap", "/realms/esap/"));
    refused(
        CredentialFault.ISSUER, "iss in other letters", changed("/realms/esap", "/realms/ESAP"));
    refused(
        CredentialFault.ISSUER,
        "iss with a way back",
        changed("/realms/esap", "/realms/x/../esap"));
    refused(CredentialFault.ISSUER, "iss is empty", changed(issuer.url(), ""));
    refused(CredentialFault.AUDIENCE, "no aud", changed("\"aud\"", "\"aud_\""));
    refused(CredentialFault.AUDIENCE, "another aud", changed("ep.example.org", "ep.example.com"));
    refused(
        CredentialFault.AUDIENCE,
        "aud that begins alike",
        changed("ep.example.org", "ep.example.org.evil.com"));
    refused(CredentialFault.AUDIENCE, "aud is empty", changed("\"https://ep.example.org\"", "[]"));
    refused(
        CredentialFault.AUDIENCE,
        "aud holds only others",
        changed("\"https://ep.example.org\"", "[\"a\", \"b\"]"));
    refused(CredentialFault.SUBJECT, "no sub", changed("\"sub\"", "\"sub_\""));
    refused(CredentialFault.SUBJECT, "sub is empty", changed("\"alice\"", "\"\""));
  }

  private void times() {
    long now = clock.instant().getEpochSecond();
    refused(CredentialFault.NO_EXPIRY, "no exp", changed("\"exp\"", "\"exp_\""));
    refused(CredentialFault.EXPIRED, "over", exp("" + (now - 60)));
    refused(CredentialFault.EXPIRED, "over for long", exp("0"));
    refused(CredentialFault.EXPIRED, "over, in parts of a second", exp((now - 60) + ".999"));
    refused(
        CredentialFault.NOT_YET,
        "counts only later",
        changed("\"sub\"", "\"nbf\": " + (now + 61) + ", \"sub\""));
    refused(
        CredentialFault.FROM_FUTURE,
        "given in the future",
        changed("\"iat\": " + now, "\"iat\": " + (now + 61)));
  }

  private String changed(String from, String to) {
    assertThat(claims).contains(from);
    return OURS.token(claims.replace(from, to));
  }

  private String exp(String value) {
    return OURS.token(claims.replaceFirst("\"exp\": [0-9]+", "\"exp\": " + value));
  }

  private String with(String header) {
    return OURS.sign("{" + header + "}", claims);
  }

  private String strange(String header) {
    return PaperIssuer.STRANGE.sign("{" + header + "}", claims);
  }

  private String kid(String value) {
    return with("\"alg\": \"RS256\", \"kid\": " + value);
  }

  private String unsigned(String header) {
    return MadeKey.base64(header.getBytes(UTF_8))
        + "."
        + MadeKey.base64(claims.getBytes(UTF_8))
        + ".";
  }

  private String hashed(String alg, String mac, byte[] key) throws GeneralSecurityException {
    String signed = unsigned("{\"alg\": \"" + alg + "\", \"kid\": \"first\"}");
    String input = signed.substring(0, signed.length() - 1);
    Mac hash = Mac.getInstance(mac);
    hash.init(new SecretKeySpec(key, mac));
    return input + "." + MadeKey.base64(hash.doFinal(input.getBytes(UTF_8)));
  }

  private static String body(String token) {
    return token.substring(0, token.lastIndexOf('.'));
  }

  private static String last(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  /** 256 bytes end with two letters of which the last has four bits that mean nothing. */
  private static String otherBits(String token) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int end = token.length() - 1;
    char other = letters.charAt(letters.indexOf(token.charAt(end)) + 1);
    return token.substring(0, end) + other;
  }
}
