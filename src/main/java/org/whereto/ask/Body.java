// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

/** The bytes of a message. */
final class Body {

  static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  /**
   * @param bytes taken over, not copied
   */
  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Not a copy: only to be read. */
  byte[] bytes() {
    return bytes;
  }
}
