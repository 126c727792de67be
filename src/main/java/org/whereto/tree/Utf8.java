// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Strict decoding: a byte that is not UTF-8 is a fault with a place, never a replacement. */
final class Utf8 {

  private Utf8() {}

  /** The characters of a document, without its byte order mark if it has one. */
  static char[] decode(byte[] document, Meter meter) throws BadInput {
    Characters characters = characters(document, meter);
    if (characters.fault().isPresent()) {
      throw characters.fault().get();
    }
    return characters.text();
  }

  /** The same up to the first byte that is not UTF-8. */
  static Characters characters(byte[] document, Meter meter) throws BadInput {
    meter.bytes(document.length);
    int start = hasMark(document) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(document, start, document.length - start);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    char[] text = Arrays.copyOf(out.array(), out.position());
    return new Characters(
        text, result.isError() ? Optional.of(fault(document, text, meter)) : Optional.empty());
  }

  private static BadInput fault(byte[] document, char[] before, Meter meter) {
    String remedy =
        looksLikeUtf16(document)
            ? "This looks like UTF-16; save it as UTF-8."
            : "A byte here is not UTF-8; save the document as UTF-8.";
    return meter.broken("encoding", new Cursor(before).place(before.length), remedy);
  }

  /** Half a surrogate pair, which only escapes can bring in: no UTF-8 can ever say it. */
  static boolean hasLoneSurrogate(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        boolean pair =
            at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  /** The text in UTF-8; half surrogate pairs become U+FFFD. */
  static byte[] encode(String text) {
    String sound = hasLoneSurrogate(text) ? repaired(text) : text;
    return sound.getBytes(StandardCharsets.UTF_8);
  }

  private static String repaired(String text) {
    StringBuilder sound = new StringBuilder(text.length());
    text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).forEach(sound::appendCodePoint);
    return sound.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Whether it begins with a byte order mark, of three bytes. */
  static boolean hasMark(byte[] document) {
    return document.length >= 3
        && document[0] == (byte) 0xEF
        && document[1] == (byte) 0xBB
        && document[2] == (byte) 0xBF;
  }

  private static boolean looksLikeUtf16(byte[] document) {
    return document.length >= 2
        && ((document[0] == (byte) 0xFE && document[1] == (byte) 0xFF)
            || (document[0] == (byte) 0xFF && document[1] == (byte) 0xFE));
  }
}
