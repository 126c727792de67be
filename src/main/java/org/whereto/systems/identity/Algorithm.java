// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to sign that are known here (RFC 7518, section 3.1; RFC 8037). All have a public key:
 * with the others whoever can check a token can make one.
 */
enum Algorithm {
  RS256("SHA256withRSA"),
  RS384("SHA384withRSA"),
  RS512("SHA512withRSA"),
  PS256("SHA-256", 32),
  PS384("SHA-384", 48),
  PS512("SHA-512", 64),
  ES256(Curve.P256, "SHA256withECDSAinP1363Format"),
  ES384(Curve.P384, "SHA384withECDSAinP1363Format"),
  ES512(Curve.P521, "SHA512withECDSAinP1363Format"),
  EDDSA("EdDSA", "Ed25519", 64);

  private static final String MASK = "MGF1";

  private final String word;
  private final String java;

  /** Empty where there is no salt. */
  private final String hash;

  private final int salt;
  private final @Nullable Curve curve;

  /** Of a signature; 0 where the key decides. */
  private final int bytes;

  Algorithm(String java) {
    this.word = name();
    this.java = java;
    this.hash = "";
    this.salt = 0;
    this.curve = null;
    this.bytes = 0;
  }

  Algorithm(String hash, int salt) {
    this.word = name();
    this.java = "RSASSA-PSS";
    this.hash = hash;
    this.salt = salt;
    this.curve = null;
    this.bytes = 0;
  }

  Algorithm(Curve curve, String java) {
    this.word = name();
    this.java = java;
    this.hash = "";
    this.salt = 0;
    this.curve = curve;
    this.bytes = 2 * curve.bytes();
  }

  Algorithm(String word, String java, int bytes) {
    this.word = word;
    this.java = java;
    this.hash = "";
    this.salt = 0;
    this.curve = null;
    this.bytes = bytes;
  }

  /** Its name in tokens and keys. */
  String word() {
    return word;
  }

  static Optional<Algorithm> of(String word) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.word.equals(word)).findFirst();
  }

  /** All names, for an owner to choose from. */
  static List<String> words() {
    return Arrays.stream(values()).map(Algorithm::word).toList();
  }

  /** Those that sign with RSA. */
  static List<Algorithm> withRsa() {
    return List.of(RS256, RS384, RS512, PS256, PS384, PS512);
  }

  /** Those that sign with this curve. */
  static List<Algorithm> with(Curve curve) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.curve == curve).toList();
  }

  /** Whether the holder of this key has signed this. */
  boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
    if (bytes > 0 && signature.length != bytes) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(java);
      if (salt > 0) {
        verifier.setParameter(
            new PSSParameterSpec(
                hash, MASK, new MGF1ParameterSpec(hash), salt, PSSParameterSpec.TRAILER_FIELD_BC));
      }
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | RuntimeException _) {
      // Bytes that are no signature at all end here.
      return false;
    }
  }
}
