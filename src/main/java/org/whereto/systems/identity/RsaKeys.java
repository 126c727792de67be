// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;

/** RSA keys that can be relied upon. */
final class RsaKeys {

  /** RFC 7518, section 3.3. */
  private static final int LEAST_BITS = 2048;

  /** Longer ones only take time: who sends tokens would choose how much. */
  private static final int MOST_BITS = 8192;

  private static final int MOST_EXPONENT_BITS = 64;

  /** What the primes of a broken generator are powers of, to each of these moduli. */
  private static final int GENERATOR = 65_537;

  private static final List<Integer> MODULI =
      List.of(
          3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
          97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167);

  private RsaKeys() {}

  /** The key with this modulus and exponent; nothing if it is weak. */
  static Optional<PublicKey> key(byte[] modulus, byte[] exponent) throws GeneralSecurityException {
    BigInteger n = new BigInteger(1, modulus);
    BigInteger e = new BigInteger(1, exponent);
    boolean isSound =
        n.bitLength() >= LEAST_BITS
            && n.bitLength() <= MOST_BITS
            && n.testBit(0)
            && e.bitLength() <= MOST_EXPONENT_BITS
            && e.bitLength() > 1
            && e.testBit(0)
            && !isOfTheBrokenGenerator(n);
    return isSound
        ? Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e)))
        : Optional.empty();
  }

  /**
   * Whether the private key can be computed: CVE-2017-15361, by the fingerprint of Nemec and others
   * (The Return of Coppersmith's Attack, CCS 2017). Of sound keys one in 2^27 looks like it.
   */
  private static boolean isOfTheBrokenGenerator(BigInteger n) {
    for (int modulus : MODULI) {
      if (!isPower(n.mod(BigInteger.valueOf(modulus)).intValue(), modulus)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPower(int rest, int modulus) {
    int power = 1;
    do {
      if (power == rest) {
        return true;
      }
      power = power * (GENERATOR % modulus) % modulus;
    } while (power != 1);
    return false;
  }
}
