// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

/** The bytes of an answer. */
public final class Body {

  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  /**
   * @param bytes taken over, not copied
   */
  public Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Not a copy: only to be read. */
  public byte[] bytes() {
    return bytes;
  }
}
