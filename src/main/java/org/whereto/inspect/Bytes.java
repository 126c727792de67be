// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/** Reads what people hand in: never more than a limit, whatever stands behind the name. */
final class Bytes {

  private static final int MIB = 1 << 20;

  private static final char MARK = '\uFEFF';

  private Bytes() {}

  static byte[] of(Path file, int limit) throws BadInput {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, file.toString(), limit);
    } catch (IOException fault) {
      throw unreadable(file.toString(), fault);
    }
  }

  static byte[] of(InputStream in, String name, int limit) throws BadInput {
    try {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new BadInput(
            "file.too-large", OneLine.of(name) + " is larger than " + limit / MIB + " MiB.");
      }
      return bytes;
    } catch (IOException fault) {
      throw unreadable(name, fault);
    }
  }

  static BadInput unreadable(String name, IOException fault) {
    String why =
        fault instanceof AccessDeniedException
            ? " may not be read by you: see to its permissions."
            : " cannot be read: " + OneLine.of(String.valueOf(fault.getMessage())) + ".";
    return new BadInput("file.unreadable", OneLine.of(name) + why);
  }

  /** The text of bytes in UTF-8, without a byte order mark. */
  static String text(byte[] bytes, String name) throws BadInput {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = decoder.decode(buffer).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException fault) {
      throw new BadInput(
          "file.not-utf-8", OneLine.of(name) + " is no text in UTF-8: save it in that encoding.");
    }
  }
}
