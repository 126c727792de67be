// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.CredentialFault;

/**
 * A token in the compact form of RFC 7515, whose signature has not been checked yet. It has one
 * spelling only, so that its hash stands for it. Lives as long as a question: it is no value, and
 * never shows itself.
 */
final class SignedToken {

  /** Of the whole token. */
  static final int LONGEST = 8 * 1024;

  private static final Budget HEADER = new Budget(LONGEST, 8, 200, LONGEST, 256, 0);

  private static final int PARTS = 3;
  private static final int PARTS_OF_ENCRYPTED = 5;

  /** Keys, or ways to keys, of whoever made the token. */
  private static final List<String> KEYS_BROUGHT = List.of("jku", "jwk", "x5u", "x5c");

  private final Algorithm algorithm;
  private final Optional<String> keyId;
  private final Optional<String> type;
  private final byte[] claims;
  private final byte[] signed;
  private final byte[] signature;

  private SignedToken(Mapping header, List<byte[]> parts, byte[] signed) throws Untrusted {
    this.algorithm = algorithm(header);
    this.keyId = text(header, "kid");
    this.type = text(header, "typ");
    this.claims = parts.get(1);
    this.signature = parts.get(2);
    this.signed = signed;
  }

  /** Whether a token is meant to be of this form: two dots are in no other that issuers use. */
  static boolean isMeant(String token) {
    return token.indexOf('.') != token.lastIndexOf('.');
  }

  /** Reads a token. Nothing of its header is obeyed that does not have to be. */
  static SignedToken read(String token) throws Untrusted {
    if (token.length() > LONGEST) {
      throw new Untrusted(CredentialFault.TOO_LONG);
    }
    List<String> texts = List.of(token.split("\\.", -1));
    if (texts.size() != PARTS) {
      throw new Untrusted(
          texts.size() == PARTS_OF_ENCRYPTED
              ? CredentialFault.ENCRYPTED
              : CredentialFault.MALFORMED);
    }
    List<byte[]> parts = texts.stream().flatMap(text -> Base64Url.decode(text).stream()).toList();
    if (parts.size() != PARTS) {
      throw new Untrusted(CredentialFault.MALFORMED);
    }
    Mapping header = header(parts.getFirst());
    return new SignedToken(
        header, parts, token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII));
  }

  private static Mapping header(byte[] document) throws Untrusted {
    Tree tree;
    try {
      tree = Formats.JSON.read(document, HEADER, Keep.ALL);
    } catch (BadInput _) {
      throw new Untrusted(CredentialFault.HEADER);
    }
    if (!(tree instanceof Mapping header)) {
      throw new Untrusted(CredentialFault.HEADER);
    }
    if (header.get("enc").isPresent()) {
      throw new Untrusted(CredentialFault.ENCRYPTED);
    }
    if (KEYS_BROUGHT.stream().anyMatch(name -> header.get(name).isPresent())) {
      throw new Untrusted(CredentialFault.KEY_BROUGHT);
    }
    if (header.get("b64").isPresent()) {
      throw new Untrusted(CredentialFault.UNENCODED);
    }
    if (header.get("crit").isPresent()) {
      throw new Untrusted(CredentialFault.CRITICAL);
    }
    return header;
  }

  private static Algorithm algorithm(Mapping header) throws Untrusted {
    return text(header, "alg")
        .flatMap(Algorithm::of)
        .orElseThrow(() -> new Untrusted(CredentialFault.ALGORITHM));
  }

  private static Optional<String> text(Mapping header, String name) throws Untrusted {
    Optional<Tree> value = header.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Scalar scalar && !scalar.plain()) {
      return Optional.of(scalar.text());
    }
    throw new Untrusted(CredentialFault.HEADER);
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** The name of the key that signed it, as it says. */
  Optional<String> keyId() {
    return keyId;
  }

  /** What sort of token it is, as it says: {@code at+jwt}. */
  Optional<String> type() {
    return type;
  }

  /** The JSON of its claims. Not a copy: only to be read. */
  byte[] claims() {
    return claims;
  }

  boolean isSignedWith(PublicKey key) {
    return algorithm.verifies(key, signed, signature);
  }

  @Override
  public String toString() {
    return "a token";
  }
}
