// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A connection too many: the first bytes that come on it get a bare 503, whatever they say. Vert.x
 * sees nothing of it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's, and nobody waits for them
final class TurnedAway extends ChannelInboundHandlerAdapter {

  private static final Duration TIME = Duration.ofSeconds(1);

  private static final String DETAILS =
      "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
          + "\"detail\":\"There are too many connections: close some, or try again in a moment.\","
          + "\"code\":\"http.too-many-connections\"}";

  private static final byte[] ANSWER =
      ("HTTP/1.1 503 Service Unavailable\r\n"
              + "Content-Type: application/problem+json\r\n"
              + "Content-Length: "
              + DETAILS.length()
              + "\r\nRetry-After: 1\r\nCache-Control: no-store\r\n"
              + "Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n"
              + DETAILS)
          .getBytes(StandardCharsets.US_ASCII);

  private boolean isTold;

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    var end = ctx.executor().schedule(() -> ctx.close(), TIME.toNanos(), TimeUnit.NANOSECONDS);
    ctx.channel().closeFuture().addListener(done -> end.cancel(false));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
    if (!isTold) {
      isTold = true;
      ctx.write(Unpooled.wrappedBuffer(ANSWER));
      LastWord.close(ctx, TIME, ctx.newPromise());
    }
  }
}
