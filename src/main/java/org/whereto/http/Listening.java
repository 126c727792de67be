// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.whereto.http.settings.ListenAt;
import org.whereto.tree.BadInput;

/** Event loops that listen at one address together, each for its part of the connections. */
final class Listening {

  private static final Duration TO_START = Duration.ofSeconds(30);

  /** A number below 0 is to Vert.x "any free port, the same for all who say this number". */
  private static final AtomicInteger ANY_PORT = new AtomicInteger();

  /**
   * Bytes of answers that the system keeps for a client that does not take them. Left to itself it
   * keeps megabytes, and a few hundred such clients would leave no memory for anybody's answers.
   */
  private static final int SEND_BUFFER = 64 * 1024;

  private final ListenAt address;
  private final int port;
  private final List<HttpServer> loops = new CopyOnWriteArrayList<>();

  private Listening(ListenAt address) {
    this.address = address;
    this.port = address.port() == 0 ? ANY_PORT.decrementAndGet() : address.port();
  }

  /**
   * Begins to listen.
   *
   * @throws BadInput where nobody can listen there
   */
  static Listening open(Vertx vertx, ListenAt address, Door door) throws BadInput {
    Listening listening = new Listening(address);
    Future<?> begun =
        vertx.deployVerticle(
            () -> listening.new Loop(door), new DeploymentOptions().setInstances(door.loops()));
    try {
      begun.toCompletionStage().toCompletableFuture().get(TO_START.toSeconds(), TimeUnit.SECONDS);
      return listening;
    } catch (ExecutionException refused) {
      throw cannot(address, refused.getCause());
    } catch (TimeoutException late) {
      throw cannot(address, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cannot(address, interrupted);
    }
  }

  private final class Loop extends VerticleBase {
    private final Door door;

    Loop(Door door) {
      this.door = door;
    }

    @Override
    public Future<?> start() {
      HttpServer server =
          vertx
              .createHttpServer(options())
              .connectionHandler(door.entrance()::take)
              .requestHandler(door.taker()::take)
              .invalidRequestHandler(door.taker()::takeInvalid)
              .exceptionHandler(fault -> {});
      loops.add(server);
      return server.listen(port, address.host());
    }
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(false)
        .setDecompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setTcpNoDelay(true)
        .setSendBufferSize(SEND_BUFFER);
  }

  private static BadInput cannot(ListenAt address, @Nullable Throwable why) {
    String sentence = "Nobody can listen at " + address + ": ";
    if (why instanceof UnknownHostException) {
      return new BadInput("listen.host", sentence + "this machine has no such address.");
    }
    if (why instanceof BindException bind) {
      boolean used = String.valueOf(bind.getMessage()).contains("in use");
      return new BadInput(
          "listen.port",
          sentence
              + (used
                  ? "the port is in use. Stop what uses it, or choose another: by --port, or for"
                      + " the admin pages by admin.port in the server's file."
                  : "the address is not this machine's, or the port is not for you to use."));
    }
    return new BadInput("listen.failed", sentence + "the system does not let it.");
  }

  /** Where it listens, with the port that was free where any was wanted. */
  ListenAt address() {
    return new ListenAt(address.host(), loops.getFirst().actualPort());
  }

  /** Takes no more connections, and closes those there are when their answers are sent. */
  Future<?> shutdown(Duration patience) {
    return Future.all(loops.stream().map(server -> server.shutdown(patience)).toList());
  }
}
