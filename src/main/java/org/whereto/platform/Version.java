// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which state of an owner's file a decision rests on.
 *
 * @param hash the first 12 hexadecimal digits of the SHA-256 of its bytes
 */
public record Version(String hash) {

  private static final int DIGITS = 12;

  public static Version of(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return new Version(HexFormat.of().formatHex(digest).substring(0, DIGITS));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** The version of a platform that was declared in code. */
  public static Version of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
