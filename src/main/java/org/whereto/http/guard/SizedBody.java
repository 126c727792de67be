// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A body of as many bytes as the head says; none is one of 0. */
final class SizedBody implements BodyReader {

  private long missing;

  SizedBody(long size) {
    this.missing = size;
  }

  @Override
  public ByteBuf read(ByteBuf in) {
    int now = (int) Math.min(missing, in.readableBytes());
    missing -= now;
    return now == 0 ? Unpooled.EMPTY_BUFFER : Unpooled.buffer(now, now).writeBytes(in, now);
  }

  @Override
  public boolean isWhole() {
    return missing == 0;
  }
}
