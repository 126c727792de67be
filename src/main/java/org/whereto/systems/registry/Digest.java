// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * A fingerprint of bytes, of a kind that can be verified here (OCI Image Format, descriptors).
 *
 * @param text as registries write it: {@code sha256:} or {@code sha512:} and lower-case digits
 */
record Digest(String text) {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha512", "SHA-512");
  private static final int SHOWN = 80;

  /**
   * Reads a digest.
   *
   * @throws BadInput {@code registry.malformed}, also for kinds that cannot be verified
   */
  static Digest of(String text) throws BadInput {
    if (ImageReference.isDigest(text) && ALGORITHMS.containsKey(algorithm(text))) {
      return new Digest(text);
    }
    throw new BadInput(
        "registry.malformed",
        "\""
            + OneLine.of(text, SHOWN)
            + "\" is no digest that Whereto can verify: it must be of sha256 or sha512.");
  }

  /** The one that everybody uses. */
  static Digest sha256Of(byte[] bytes) {
    return new Digest("sha256:" + hash("SHA-256", bytes));
  }

  boolean isOf(byte[] bytes) {
    String algorithm = algorithm(text);
    return text.equals(algorithm + ":" + hash(ALGORITHMS.getOrDefault(algorithm, ""), bytes));
  }

  private static String algorithm(String text) {
    return text.substring(0, text.indexOf(':'));
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
