// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;

/**
 * Vert.x with our entrance and next to nothing behind it. It says back method, target and body; by
 * the beginning of the target it does so at once ({@code /early}), after a while ({@code /slow}),
 * with a great deal of text ({@code /large}), or after it paused before reading ({@code /paused}),
 * or not at all ({@code /never}), or pauses and answers without ever reading ({@code /full}).
 */
final class BareServer implements AutoCloseable {

  private static final int LARGE = 20_000_000;
  private static final long WHILE_MS = 100;
  private static final long PAUSE_MS = 500;

  private static final int ROUNDS = 500;
  private static final long ROUND_MS = 20;

  private final Vertx vertx;
  private final HttpServer server;
  private final Connections connections;
  private final AtomicInteger broken = new AtomicInteger();

  private BareServer(Limits limits, Optional<Supplier<SSLEngine>> tls) throws Exception {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    connections = new Connections(limits);
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(new Entrance(limits, connections, tls)::take)
            .requestHandler(this::take)
            .invalidRequestHandler(request -> refuse(request, request.decoderResult().cause()))
            .exceptionHandler(fault -> {});
    server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  static BareServer start(Limits limits) throws Exception {
    return new BareServer(limits, Optional.empty());
  }

  /** The same over TLS. */
  static BareServer start(Limits limits, Supplier<SSLEngine> tls) throws Exception {
    return new BareServer(limits, Optional.of(tls));
  }

  int port() {
    return server.actualPort();
  }

  RawClient connect() throws IOException {
    return RawClient.to(server.actualPort());
  }

  SocketChannel channel() throws IOException {
    return SocketChannel.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
  }

  RawClient connectFrom(String address) throws IOException {
    return RawClient.to(server.actualPort(), address);
  }

  /** Waits until so many connections are open, or a bound is passed. */
  void waitForOpen(int count) throws InterruptedException {
    for (int i = 0; i < ROUNDS && connections.open() != count; i++) {
      Thread.sleep(ROUND_MS);
    }
  }

  Connections connections() {
    return connections;
  }

  /** How many bodies ended in a fault that the application was told of. */
  int brokenBodies() {
    return broken.get();
  }

  private void take(HttpServerRequest request) {
    String target = request.uri();
    if (target.startsWith("/early")) {
      request.response().end("early");
      return;
    }
    if (target.startsWith("/never")) {
      return;
    }
    if (target.startsWith("/full")) {
      request.pause();
      vertx.setTimer(WHILE_MS, timer -> request.response().end("full"));
      return;
    }
    Buffer body = Buffer.buffer();
    request.exceptionHandler(fault -> {
      broken.incrementAndGet();
      refuse(request, fault);
    });
    request.handler(body::appendBuffer);
    request.endHandler(end -> answer(request, body));
    if (target.startsWith("/paused")) {
      request.pause();
      vertx.setTimer(PAUSE_MS, timer -> request.resume());
    }
  }

  private void answer(HttpServerRequest request, Buffer body) {
    Buffer text = Buffer.buffer(request.method() + " " + request.uri() + " [").appendBuffer(body);
    if (request.uri().startsWith("/large")) {
      text.appendBytes(new byte[LARGE]);
    }
    text.appendString("]");
    if (request.uri().startsWith("/slow")) {
      vertx.setTimer(WHILE_MS, timer -> request.response().end(text));
    } else {
      request.response().end(text);
    }
  }

  private static void refuse(HttpServerRequest request, Throwable fault) {
    if (fault instanceof Refusal refusal && !request.response().ended()) {
      Problem why = refusal.problem();
      request.response().setStatusCode(why.status().code()).end(why.code());
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
