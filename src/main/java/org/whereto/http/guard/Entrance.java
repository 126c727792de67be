// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.whereto.http.settings.Limits;

/**
 * Where every connection of a server comes in, before anything is read from it: as the {@code
 * connectionHandler} of Vert.x, with HTTP/2 and its own TLS off.
 *
 * <p>TLS is taken off here, before the guard: so a handshake is counted like any connection, and
 * has to be over, with the first head, by the one deadline.
 *
 * @param tls makes the server's side of TLS for each connection; nothing where it is not spoken
 */
public record Entrance(Limits limits, Connections connections, Optional<Supplier<SSLEngine>> tls) {

  /** The names that Vert.x gives to Netty's codec. */
  private static final String DECODER = "httpDecoder";

  private static final String ENCODER = "httpEncoder";

  private static final String TLS = "tls";

  /** In which a client has to take the farewell of TLS. */
  private static final long FAREWELL_MILLIS = 1000;

  /** Without TLS. */
  public Entrance(Limits limits, Connections connections) {
    this(limits, connections, Optional.empty());
  }

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
        beginTls(pipeline);
        pipeline.remove(DECODER);
        pipeline.addAfter(ENCODER, DECODER, new RequestGuard(channel, limits));
      }
      case TURNED_AWAY -> {
        beginTls(pipeline);
        pipeline.replace(DECODER, DECODER, new TurnedAway());
      }
      case DROPPED -> connection.close();
    }
  }

  private void beginTls(ChannelPipeline pipeline) {
    tls.ifPresent(engines -> {
      SslHandler handler = new SslHandler(engines.get());
      // Whoever waits for the head waits for the handshake too.
      handler.setHandshakeTimeoutMillis(0);
      handler.setCloseNotifyFlushTimeoutMillis(FAREWELL_MILLIS);
      pipeline.addFirst(TLS, handler);
    });
  }
}
