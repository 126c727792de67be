// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Octets of a request as text: strictly UTF-8, never with a replacement. */
final class Octets {

  private static final String MARK = "\uFEFF";

  private Octets() {}

  /** The text that they say; nothing if they are not UTF-8. */
  static Optional<String> text(byte[] octets) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException noUtf8) {
      return Optional.empty();
    }
  }

  /** The same without the byte order mark that a document may begin with. */
  static Optional<String> document(byte[] octets) {
    return text(octets).map(text -> text.startsWith(MARK) ? text.substring(1) : text);
  }
}
