// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

/**
 * Lengths in DER (ITU-T X.690), as far as the forms of keys need them. What is no DER leads out of
 * the array or to an {@link IllegalArgumentException}.
 */
final class Der {

  private static final int LONG = 0x80;
  private static final int MOST_LENGTH_BYTES = 3;

  private Der() {}

  /** Where the content begins of what stands here. */
  static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < LONG ? 0 : first - LONG);
  }

  /** Where the next begins behind what stands here. */
  static int next(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    int length = first;
    if (first >= LONG) {
      if (first - LONG > MOST_LENGTH_BYTES || first == LONG) {
        throw new IllegalArgumentException("no length of a key");
      }
      length = 0;
      for (int i = 0; i < first - LONG; i++) {
        length = (length << 8) | (der[at + 2 + i] & 0xFF);
      }
    }
    return content(der, at) + length;
  }

  /** A length as it is written. */
  static byte[] length(int length) {
    if (length < LONG) {
      return new byte[] {(byte) length};
    }
    return length < 1 << 16
        ? new byte[] {(byte) (LONG + 2), (byte) (length >> 8), (byte) length}
        : new byte[] {
          (byte) (LONG + 3), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
  }
}
