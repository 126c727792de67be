// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** The elliptic curves of keys (RFC 7518, section 6.2.1.1). */
enum Curve {
  P256("P-256", "secp256r1", 32),
  P384("P-384", "secp384r1", 48),
  P521("P-521", "secp521r1", 66);

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String word;
  private final String named;
  private final int bytes;

  Curve(String word, String named, int bytes) {
    this.word = word;
    this.named = named;
    this.bytes = bytes;
  }

  /** The curve that a key names as {@code crv}. */
  static Optional<Curve> of(String word) {
    return Arrays.stream(values()).filter(curve -> curve.word.equals(word)).findFirst();
  }

  /** Length of a coordinate, and of each half of a signature. */
  int bytes() {
    return bytes;
  }

  /** The key that is the point with these coordinates; nothing if the point is not on the curve. */
  Optional<PublicKey> key(byte[] x, byte[] y) throws GeneralSecurityException {
    if (x.length != bytes || y.length != bytes) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(named));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
    return isOn(curve, point)
        ? Optional.of(
            KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)))
        : Optional.empty();
  }

  /** Whether y² = x³ + ax + b: with points beside the curve signatures can be forged. */
  private static boolean isOn(ECParameterSpec curve, ECPoint point) {
    BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right =
        x.modPow(THREE, prime)
            .add(curve.getCurve().getA().multiply(x))
            .add(curve.getCurve().getB())
            .mod(prime);
    return x.compareTo(prime) < 0
        && y.compareTo(prime) < 0
        && y.multiply(y).mod(prime).equals(right);
  }
}
