// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.util.Base64;
import java.util.Optional;

/** The base64 of tokens and keys (RFC 7515, section 2), in the one spelling that each value has. */
final class Base64Url {

  private Base64Url() {}

  /**
   * The bytes that a text stands for; nothing if it could be spelt differently: with padding, white
   * space, other letters for the same bits. Whoever takes those takes several tokens for one.
   */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean isCanonical =
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
      return isCanonical ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
