// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;

/**
 * The requests in the bytes of one connection, strictly after RFC 9112: what could be read in two
 * ways is refused. However the bytes are cut into pieces, the same comes out. A refusal comes out
 * as an object whose {@link DecoderResult} carries it; after that nothing is read any more.
 */
final class RequestReader {

  private enum At {
    HEAD,
    BODY,
    BROKEN
  }

  private final Limits limits;
  private final Line line = new Line();
  private At at = At.HEAD;
  private Head head;
  private BodyReader body = new SizedBody(0);
  private int headBytes;
  private boolean isEmptyLinePassed;
  private long bodyBytes;
  private long heads;

  RequestReader(Limits limits) {
    this.limits = limits;
    this.head = new Head(limits);
  }

  /** Reads on, at most to the end of one request. */
  void read(ByteBuf in, List<HttpObject> out) {
    try {
      if (at == At.HEAD) {
        readHead(in, out);
      }
      if (at == At.BODY) {
        readBody(in, out);
      }
    } catch (Refusal why) {
      refuse(why, out);
    }
    if (at == At.BROKEN) {
      in.skipBytes(in.readableBytes());
    }
  }

  private void readHead(ByteBuf in, List<HttpObject> out) throws Refusal {
    while (at == At.HEAD) {
      switch (line.read(in, limits.headBytes() - headBytes)) {
        case PART -> {
          return;
        }
        case TOO_LONG ->
            throw head.hasBegun()
                ? Malformed.headersTooLarge(limits)
                : Malformed.uriTooLong(limits.headBytes());
        case WHOLE -> {
          headBytes += line.size();
          take(line.take(), out);
        }
      }
    }
  }

  private void take(String text, List<HttpObject> out) throws Refusal {
    if (!text.isEmpty()) {
      head.add(text);
    } else if (head.hasBegun()) {
      BodyReader framing = head.body();
      out.add(head.whole());
      heads++;
      body = framing;
      bodyBytes = 0;
      at = At.BODY;
    } else if (isEmptyLinePassed) {
      throw Malformed.head("Empty lines stand before the request.");
    } else {
      isEmptyLinePassed = true;
    }
  }

  private void readBody(ByteBuf in, List<HttpObject> out) throws Refusal {
    ByteBuf data = body.read(in);
    if (data.isReadable()) {
      bodyBytes += data.readableBytes();
      out.add(new DefaultHttpContent(data));
    }
    if (body.isWhole()) {
      out.add(LastHttpContent.EMPTY_LAST_CONTENT);
      head = new Head(limits);
      headBytes = 0;
      isEmptyLinePassed = false;
      at = At.HEAD;
    }
  }

  /** Gives up the request that is being read, or the one that was to come. */
  void refuse(Refusal why, List<HttpObject> out) {
    if (at == At.BODY) {
      HttpContent end = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
      end.setDecoderResult(DecoderResult.failure(why));
      out.add(end);
    } else {
      out.add(head.refused(why));
    }
    at = At.BROKEN;
  }

  boolean isInBody() {
    return at == At.BODY;
  }

  /** Whether a part of a head is there. */
  boolean isInHead() {
    return at == At.HEAD && (line.size() > 0 || head.hasBegun());
  }

  boolean isBroken() {
    return at == At.BROKEN;
  }

  /** Bytes of the present body so far, without what frames it. */
  long bodyBytes() {
    return bodyBytes;
  }

  /** How many whole heads came so far. */
  long heads() {
    return heads;
  }
}
