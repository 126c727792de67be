// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;

/**
 * A body in chunks (RFC 9112, section 7.1). Extensions are passed over as the RFC wants it, but
 * have to be sound and are bounded; trailers have to be sound headers, count as a head of their
 * own, and are passed over too.
 */
final class ChunkedBody implements BodyReader {

  private enum At {
    SIZE,
    DATA,
    DATA_END,
    TRAILERS,
    END
  }

  /** A size, its extensions, CR and LF. */
  private static final int LONGEST_LINE = 256;

  /** Room for data to begin with. */
  private static final int FIRST = 1024;

  private final Limits limits;
  private final Line line = new Line();
  private At at = At.SIZE;
  private long missing;
  private int trailerBytes;
  private int trailerLines;

  ChunkedBody(Limits limits) {
    this.limits = limits;
  }

  /** Small chunks come out as one: a client that sends many of them costs little more. */
  @Override
  public ByteBuf read(ByteBuf in) throws Refusal {
    ByteBuf data = Unpooled.buffer(Math.min(in.readableBytes(), FIRST));
    boolean more = true;
    while (more) {
      more =
          switch (at) {
            case SIZE -> readSize(in);
            case DATA -> readData(in, data);
            case DATA_END -> readDataEnd(in);
            case TRAILERS -> readTrailer(in);
            case END -> false;
          };
    }
    return data;
  }

  @Override
  public boolean isWhole() {
    return at == At.END;
  }

  private boolean readSize(ByteBuf in) throws Refusal {
    Line.Came came = line.read(in, LONGEST_LINE);
    if (came == Line.Came.TOO_LONG) {
      throw Malformed.framing("The line of a chunk's size is too long.");
    }
    if (came == Line.Came.WHOLE) {
      missing = ChunkLine.size(line.take());
      at = missing == 0 ? At.TRAILERS : At.DATA;
    }
    return came == Line.Came.WHOLE;
  }

  private boolean readData(ByteBuf in, ByteBuf data) {
    int now = (int) Math.min(missing, in.readableBytes());
    data.writeBytes(in, now);
    missing -= now;
    if (missing == 0) {
      at = At.DATA_END;
    }
    return missing == 0;
  }

  private boolean readDataEnd(ByteBuf in) throws Refusal {
    Line.Came came = line.read(in, 2);
    if (came == Line.Came.PART) {
      return false;
    }
    if (came == Line.Came.TOO_LONG || !line.take().isEmpty()) {
      throw Malformed.framing("A chunk has more bytes than it says.");
    }
    at = At.SIZE;
    return true;
  }

  private boolean readTrailer(ByteBuf in) throws Refusal {
    Line.Came came = line.read(in, limits.headBytes() - trailerBytes);
    if (came == Line.Came.PART) {
      return false;
    }
    if (came == Line.Came.TOO_LONG) {
      throw Malformed.headersTooLarge(limits);
    }
    trailerBytes += line.size();
    String text = line.take();
    if (text.isEmpty()) {
      at = At.END;
    } else {
      check(FieldLine.of(text));
    }
    return true;
  }

  private void check(FieldLine trailer) throws Refusal {
    trailerLines++;
    if (trailerLines > limits.headLines()) {
      throw Malformed.headersTooLarge(limits);
    }
    if (trailer.is(HttpHeaderNames.CONTENT_LENGTH)
        || trailer.is(HttpHeaderNames.TRANSFER_ENCODING)
        || trailer.is(HttpHeaderNames.HOST)) {
      throw Malformed.framing("A header that belongs before the body stands behind it.");
    }
  }
}
