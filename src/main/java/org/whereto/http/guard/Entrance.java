// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.whereto.http.settings.Limits;

/**
 * Where every connection of a server comes in, before anything is read from it: as the {@code
 * connectionHandler} of Vert.x, with HTTP/2 off.
 */
public record Entrance(Limits limits, Connections connections) {

  /** The names that Vert.x gives to Netty's codec. */
  private static final String DECODER = "httpDecoder";

  private static final String ENCODER = "httpEncoder";

  /** Counts a connection and sets its guard, or turns it away. None goes on without a guard. */
  public void take(HttpConnection connection) {
    try {
      enter(connection);
    } catch (RuntimeException another) {
      connection.close();
      throw new IllegalStateException("A connection of this Vert.x is not made as ours", another);
    }
  }

  private void enter(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    InetAddress address =
        channel.remoteAddress() instanceof InetSocketAddress internet
            ? internet.getAddress()
            : InetAddress.getLoopbackAddress();
    Connections.Entry entry = connections.enter(address);
    channel.closeFuture().addListener(done -> connections.leave(address, entry));
    ChannelPipeline pipeline = channel.pipeline();
    switch (entry) {
      case TAKEN -> {
        pipeline.remove(DECODER);
        pipeline.addAfter(ENCODER, DECODER, new RequestGuard(channel, limits));
      }
      case TURNED_AWAY -> pipeline.replace(DECODER, DECODER, new TurnedAway());
      case DROPPED -> connection.close();
    }
  }
}
