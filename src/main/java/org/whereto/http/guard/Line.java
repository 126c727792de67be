// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.whereto.http.message.Refusal;

/**
 * One line while it comes in. Only CRLF ends it, and in it stand printable ASCII, blanks and tabs:
 * whatever two programs could read in two ways is refused (RFC 9112, section 2.2).
 */
final class Line {

  /** How much of the line is there. */
  enum Came {
    PART,
    WHOLE,
    /** More than was allowed, without an end. */
    TOO_LONG
  }

  private static final int FIRST = 128;
  private static final byte DELETE = 127;

  private byte[] bytes = new byte[FIRST];
  private int size;

  /**
   * Takes what belongs to the line, and nothing behind it.
   *
   * @param most bytes that the line may have, its end included
   */
  Came read(ByteBuf in, int most) {
    int look = Math.min(in.readableBytes(), most - size);
    int from = in.readerIndex();
    int end = in.indexOf(from, from + look, (byte) '\n');
    append(in, end < 0 ? look : end + 1 - from);
    if (end >= 0) {
      return Came.WHOLE;
    }
    return size >= most ? Came.TOO_LONG : Came.PART;
  }

  private void append(ByteBuf in, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    in.readBytes(bytes, size, length);
    size += length;
  }

  /** Bytes that are there, the end included. */
  int size() {
    return size;
  }

  /** The whole line without its end; the next one begins empty. */
  String take() throws Refusal {
    int length = size - 2;
    if (length < 0 || bytes[length] != '\r') {
      throw Malformed.head("A line ends in a bare line feed: lines end in CR LF.");
    }
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b < ' ' || b == DELETE) {
        check(b);
      }
    }
    size = 0;
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Says what is wrong with a byte that is not printable: nothing with a tab. */
  private static void check(byte b) throws Refusal {
    if (b < 0) {
      throw Malformed.head("A byte above 127 stands in the request's head: percent-encode it.");
    }
    if (b == '\r') {
      throw Malformed.head("A carriage return stands in a line: lines end in CR LF.");
    }
    if (b != '\t') {
      throw Malformed.head("A control character stands in the request's head: percent-encode it.");
    }
  }
}
