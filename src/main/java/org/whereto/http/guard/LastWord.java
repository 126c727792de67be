// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client may still be sending (RFC 9112, section 9.6): our side first, so
 * that the last answer is read and not lost in a reset, then all of it, when the client has closed
 * too or the time is over. What comes meanwhile has to be thrown away by who calls this.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's, and nobody waits for them
final class LastWord {

  private LastWord() {}

  static void close(ChannelHandlerContext ctx, Duration most, ChannelPromise closed) {
    Channel channel = ctx.channel();
    if (!(channel instanceof DuplexChannel duplex) || !channel.isActive()) {
      ctx.close(closed);
      return;
    }
    var end = ctx.executor().schedule(() -> ctx.close(), most.toNanos(), TimeUnit.NANOSECONDS);
    channel
        .closeFuture()
        .addListener(done -> {
          end.cancel(false);
          closed.trySuccess();
        });
    channel.config().setAutoRead(true);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    var said = ctx.writeAndFlush(Unpooled.EMPTY_BUFFER);
    if (tls == null) {
      said.addListener(done -> duplex.shutdownOutput());
    } else {
      // TLS has an end of its own, without which clients take the answer for cut.
      tls.closeOutbound().addListener(done -> duplex.shutdownOutput());
    }
  }
}
