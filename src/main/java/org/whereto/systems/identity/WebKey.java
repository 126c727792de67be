// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * A key with which an issuer signs (RFC 7517).
 *
 * @param id as tokens name it; empty if it has no name
 * @param algorithms it may be used with
 */
record WebKey(Optional<String> id, List<Algorithm> algorithms, PublicKey key) {

  /** What stands before the 32 bytes of a key of Ed25519 (RFC 8410). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ED25519_BYTES = 32;

  WebKey {
    algorithms = List.copyOf(algorithms);
  }

  /**
   * Reads a key; nothing if it is no public key to check signatures with, or not a sound one. A
   * private key that is shown to everybody is none either.
   */
  static Optional<WebKey> read(Tree tree) {
    if (!isForSignatures(tree) || tree.get("d").isPresent() || tree.get("k").isPresent()) {
      return Optional.empty();
    }
    Optional<Scalar> alg = tree.get("alg").map(WebKey::scalar);
    List<Algorithm> algorithms =
        fitting(tree).stream()
            .filter(it -> alg.isEmpty() || alg.get().equals(Tree.text(it.word())))
            .toList();
    return algorithms.isEmpty()
        ? Optional.empty()
        : key(tree).map(key -> new WebKey(text(tree, "kid"), algorithms, key));
  }

  private static boolean isForSignatures(Tree tree) {
    boolean use = tree.get("use").map(Tree.text("sig")::equals).orElse(true);
    boolean operations =
        tree.get("key_ops")
            .map(it -> it instanceof Sequence many && many.items().contains(Tree.text("verify")))
            .orElse(true);
    return use && operations;
  }

  /** The algorithms that a key of this type could be used with. */
  private static List<Algorithm> fitting(Tree tree) {
    return switch (text(tree, "kty").orElse("")) {
      case "RSA" -> Algorithm.withRsa();
      case "EC" -> text(tree, "crv").flatMap(Curve::of).map(Algorithm::with).orElse(List.of());
      case "OKP" ->
          text(tree, "crv").equals(Optional.of("Ed25519")) ? List.of(Algorithm.EDDSA) : List.of();
      default -> List.of();
    };
  }

  private static Optional<PublicKey> key(Tree tree) {
    try {
      return switch (text(tree, "kty").orElse("")) {
        case "RSA" -> RsaKeys.key(bytes(tree, "n"), bytes(tree, "e"));
        case "EC" ->
            Curve.of(text(tree, "crv").orElse(""))
                .orElseThrow()
                .key(bytes(tree, "x"), bytes(tree, "y"));
        default -> ed25519(bytes(tree, "x"));
      };
    } catch (GeneralSecurityException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> ed25519(byte[] x) throws GeneralSecurityException {
    if (x.length != ED25519_BYTES) {
      return Optional.empty();
    }
    byte[] encoded = new byte[ED25519.length + x.length];
    System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
    System.arraycopy(x, 0, encoded, ED25519.length, x.length);
    return Optional.of(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
  }

  private static byte[] bytes(Tree tree, String name) {
    return text(tree, name).flatMap(Base64Url::decode).orElse(new byte[0]);
  }

  private static Optional<String> text(Tree tree, String name) {
    return tree.get(name).map(WebKey::scalar).filter(it -> !it.plain()).map(Scalar::text);
  }

  /** Null for what is no scalar, which is equal to no text. */
  private static Scalar scalar(Tree tree) {
    return tree instanceof Scalar scalar ? scalar : Tree.literal("null");
  }
}
