// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whereto.platform.Mounts;
import org.whereto.tree.BadInput;

/** The service on a socket: it answers from {@link #open} until {@link #close}. */
public final class Server implements AutoCloseable {

  /** Names under which no platform can stand: the server needs these paths itself. */
  public static final Set<String> RESERVED = Routes.RESERVED;

  private static final Duration TO_START = Duration.ofSeconds(30);
  private static final Duration TO_STOP = Duration.ofSeconds(5);

  /** What Vert.x takes for "any free port, the same for all event loops". */
  private static final int ANY_PORT = -1;

  private final Vertx vertx;
  private final Service service;
  private final ExecutorService deciders;
  private final List<HttpServer> loops = new CopyOnWriteArrayList<>();

  private Server(Supplier<Mounts> mounts, ServerSettings settings) {
    vertx = Vertx.vertx(options());
    deciders = Executors.newVirtualThreadPerTaskExecutor();
    service = new Service(mounts, settings, deciders, List.of());
  }

  /** Nothing is read from files, and no thread is kept that has nothing to do. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  /**
   * Begins to answer.
   *
   * @param mounts asked once for each request
   * @param address where to listen
   * @throws BadInput where nobody can listen there
   */
  public static Server open(Supplier<Mounts> mounts, ListenAt address, ServerSettings settings)
      throws BadInput {
    Server server = new Server(mounts, settings);
    try {
      server.listen(address);
      return server;
    } catch (BadInput | RuntimeException fault) {
      server.closeNow();
      throw fault;
    }
  }

  private void listen(ListenAt address) throws BadInput {
    Future<?> listening =
        vertx.deployVerticle(
            () -> new Loop(address),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
    try {
      listening.toCompletionStage().toCompletableFuture().get(seconds(TO_START), TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      throw cannotListen(address, refused.getCause());
    } catch (TimeoutException late) {
      throw cannotListen(address, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cannotListen(address, interrupted);
    }
  }

  /** One event loop that takes its part of the connections. */
  private final class Loop extends VerticleBase {
    private final ListenAt address;

    Loop(ListenAt address) {
      this.address = address;
    }

    @Override
    public Future<?> start() {
      Requests requests = new Requests(service);
      HttpServer server =
          vertx
              .createHttpServer(httpOptions())
              .connectionHandler(new Entrance(service.limits(), service.connections())::take)
              .requestHandler(requests::take)
              .invalidRequestHandler(requests::takeInvalid)
              .exceptionHandler(fault -> {});
      loops.add(server);
      return server.listen(address.port() == 0 ? ANY_PORT : address.port(), address.host());
    }
  }

  private static HttpServerOptions httpOptions() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(false)
        .setDecompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setTcpNoDelay(true);
  }

  private static BadInput cannotListen(ListenAt address, @Nullable Throwable why) {
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
                  ? "the port is in use. Stop what uses it, or choose another with --port."
                  : "the address is not this machine's, or the port is not for you to use."));
    }
    return new BadInput("listen.failed", sentence + "the system does not let it.");
  }

  /** The port that it listens on. */
  public int port() {
    return loops.getFirst().actualPort();
  }

  /**
   * Stops: for a while new connections are still answered, each for the last time, so that whoever
   * shares out the load can notice; then what is under way is finished.
   */
  @Override
  public void close() {
    service.stop();
    sleep(service.settings().drain());
    Duration patience = service.settings().patience();
    await(
        Future.all(loops.stream().map(server -> server.shutdown(patience)).toList()),
        patience.plus(TO_STOP));
    closeNow();
  }

  private void closeNow() {
    await(vertx.close(), TO_STOP);
    deciders.shutdownNow();
  }

  private static void await(Future<?> end, Duration most) {
    try {
      end.toCompletionStage().toCompletableFuture().get(seconds(most), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // It ends with the process.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.toSeconds());
  }
}
