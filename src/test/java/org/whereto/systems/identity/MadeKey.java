// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key of an issuer, and the tokens that are signed with it: also those that no library makes. */
record MadeKey(String id, KeyPair pair, String signing) {

  static MadeKey rsa(String id) {
    return of(id, "RSA", "SHA256withRSA");
  }

  static MadeKey ec(String id) {
    return of(id, "EC", "SHA256withECDSAinP1363Format");
  }

  static MadeKey ed25519(String id) {
    return of(id, "Ed25519", "Ed25519");
  }

  private static MadeKey of(String id, String type, String signing) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      switch (type) {
        case "RSA" -> generator.initialize(2048);
        case "EC" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        default -> {}
      }
      return new MadeKey(id, generator.generateKeyPair(), signing);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The name that the same key has in a header. */
  String algorithm() {
    return switch (signing) {
      case "SHA256withRSA" -> "RS256";
      case "Ed25519" -> "EdDSA";
      default -> "ES256";
    };
  }

  /** The public key, as its issuer publishes it. */
  String published() {
    return published("\"use\": \"sig\"");
  }

  /** The same with these members beside the key itself. */
  String published(String more) {
    String named = id.isEmpty() ? "" : "\"kid\": \"" + id + "\", ";
    return "{" + named + more + ", " + material() + "}";
  }

  private String material() {
    return switch (pair.getPublic()) {
      case RSAPublicKey rsa ->
          "\"kty\": \"RSA\", \"n\": \""
              + base64(unsigned(rsa.getModulus(), 256))
              + "\", \"e\": \""
              + base64(unsigned(rsa.getPublicExponent(), 3))
              + "\"";
      case ECPublicKey ec ->
          "\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \""
              + base64(unsigned(ec.getW().getAffineX(), 32))
              + "\", \"y\": \""
              + base64(unsigned(ec.getW().getAffineY(), 32))
              + "\"";
      default -> {
        byte[] encoded = pair.getPublic().getEncoded();
        yield "\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \""
            + base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
            + "\"";
      }
    };
  }

  private static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int size = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - size, fixed, length - size, size);
    return fixed;
  }

  /** A token with this header and these claims, signed. */
  String sign(String header, String claims) {
    String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    return signed + "." + base64(signature(signed));
  }

  /** A token as its issuer makes them. */
  String token(String claims) {
    return sign(header(), claims);
  }

  /** The header of such a token. */
  String header() {
    return "{\"typ\": \"at+jwt\", \"alg\": \"" + algorithm() + "\", \"kid\": \"" + id + "\"}";
  }

  private byte[] signature(String signed) {
    try {
      Signature signer = Signature.getInstance(signing);
      signer.initSign(pair.getPrivate());
      signer.update(signed.getBytes(US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
