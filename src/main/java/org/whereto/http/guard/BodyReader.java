// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import org.whereto.http.message.Refusal;

/** Tells which of the bytes that come are the body of one request. */
sealed interface BodyReader permits SizedBody, ChunkedBody {

  /**
   * Takes what belongs to the body, and nothing behind it.
   *
   * @return the body's own bytes, in a buffer that needs no release; may be empty
   */
  ByteBuf read(ByteBuf in) throws Refusal;

  boolean isWhole();
}
