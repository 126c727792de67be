// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The private key in a PEM file, in any of the forms that programs write today. */
final class PrivateKeys {

  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte[] VERSION = {2, 1, 0};

  /** The algorithm rsaEncryption with its parameter, null (RFC 8017, appendix A.1). */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /** The name of the algorithm id-ecPublicKey (RFC 5480, section 2.1.1). */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  /** The tag under which a key of SEC 1 names its curve (RFC 5915, section 3). */
  private static final int CURVE = 0xA0;

  private PrivateKeys() {}

  /**
   * The one key of a file.
   *
   * @throws TlsFaults where there is none, more than one, or one that cannot be used
   */
  static PrivateKey read(Path path, List<PemBlock> blocks) throws TlsFaults {
    List<PemBlock> keys = blocks.stream().filter(PemBlock::isKey).toList();
    if (keys.isEmpty()) {
      throw new TlsFaults(
          path,
          0,
          "There is no private key in this file, only "
              + blocks.getFirst().label()
              + ": name the file that has it.");
    }
    if (keys.size() > 1) {
      throw new TlsFaults(
          path,
          keys.get(1).line(),
          "This is a second private key: leave the one that belongs to the certificate.");
    }
    return read(path, keys.getFirst());
  }

  private static PrivateKey read(Path path, PemBlock block) throws TlsFaults {
    if (block.isEncrypted() || block.label().equals("ENCRYPTED PRIVATE KEY")) {
      throw new TlsFaults(
          path,
          block.line(),
          "This key is encrypted, and nobody could type its password: write it without one by"
              + " \"openssl pkey -in OLD -out NEW\", readable by the service's user alone.");
    }
    return switch (block.label()) {
      case "PRIVATE KEY" -> key(path, block, block.content());
      case "RSA PRIVATE KEY" ->
          key(path, block, der(SEQUENCE, VERSION, RSA, der(OCTETS, block.content())));
      case "EC PRIVATE KEY" -> key(path, block, ofCurve(path, block));
      default ->
          throw new TlsFaults(
              path,
              block.line(),
              "A key in the form \"" + block.label() + "\" is not for TLS: make one by openssl.");
    };
  }

  /** The same key as PKCS#8 has it, where the curve stands outside. */
  private static byte[] ofCurve(Path path, PemBlock block) throws TlsFaults {
    byte[] key = block.content();
    try {
      int at = Der.content(key, 0);
      at = Der.next(key, at);
      at = Der.next(key, at);
      if ((key[at] & 0xFF) == CURVE) {
        int from = Der.content(key, at);
        byte[] curve = Arrays.copyOfRange(key, from, Der.next(key, at));
        return der(SEQUENCE, VERSION, der(SEQUENCE, EC, curve), der(OCTETS, key));
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      throw damaged(path, block);
    }
    throw new TlsFaults(
        path,
        block.line(),
        "This key does not say its curve: write it anew by \"openssl pkey -in OLD -out NEW\".");
  }

  private static PrivateKey key(Path path, PemBlock block, byte[] pkcs8) throws TlsFaults {
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException _) {
        // It may be one of the next kind.
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException(absent);
      }
    }
    throw damaged(path, block);
  }

  private static TlsFaults damaged(Path path, PemBlock block) {
    return new TlsFaults(
        path,
        block.line(),
        "This key is damaged, or of a kind that is not taken: take RSA, Ed25519, or EC with the"
            + " curve P-256, P-384 or P-521.");
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    all.writeBytes(Der.length(content.size()));
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
