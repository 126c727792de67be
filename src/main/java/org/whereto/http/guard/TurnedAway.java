// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Problems;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;

/**
 * A connection too many: the first bytes that come on it get a bare 503, whatever they say. Vert.x
 * sees nothing of it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's, and nobody waits for them
final class TurnedAway extends ChannelInboundHandlerAdapter {

  private static final Duration TIME = Duration.ofSeconds(1);

  private static final byte[] ANSWER =
      bytes(
          Problems.reply(
              Problem.of(
                  Status.UNAVAILABLE,
                  "http.too-many-connections",
                  "There are too many connections: close some, or try again in a moment."),
              Negotiation.JSON));

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

  private static byte[] bytes(Reply reply) {
    StringBuilder text = new StringBuilder("HTTP/1.1 ");
    text.append(reply.status().code()).append(' ').append(reply.status().phrase());
    text.append("\r\nContent-Type: ").append(reply.type());
    text.append("\r\nContent-Length: ").append(reply.body().length());
    reply
        .headers()
        .forEach(header ->
            text.append("\r\n").append(header.getKey()).append(": ").append(header.getValue()));
    text.append("\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
    return Buffer.buffer(text.toString()).appendBuffer(reply.body()).getBytes();
  }
}
