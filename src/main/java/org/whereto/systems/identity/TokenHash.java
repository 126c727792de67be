// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A token as it is remembered: its SHA-256, from which nobody finds the token. */
record TokenHash(long first, long second, long third, long fourth) {

  static TokenHash of(String token) {
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(token.getBytes(ISO_8859_1)));
    return new TokenHash(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
