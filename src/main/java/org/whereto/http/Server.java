// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.whereto.http.guard.Connections;
import org.whereto.http.guard.Entrance;
import org.whereto.http.settings.AdminAt;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.Listener;
import org.whereto.http.settings.ServerSettings;
import org.whereto.http.tls.Tls;
import org.whereto.http.watch.AdminPages;
import org.whereto.http.watch.DecisionLog;
import org.whereto.platform.Mounts;
import org.whereto.tree.BadInput;

/** The service on a socket: it answers from {@link #open} until {@link #close}. */
public final class Server implements AutoCloseable {

  /** Names under which no platform can stand: the server needs these paths itself. */
  public static final Set<String> RESERVED = Routes.RESERVED;

  private static final Duration TO_STOP = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx(options());
  private final ExecutorService deciders = Executors.newVirtualThreadPerTaskExecutor();
  private final Service service;
  private final List<Listening> doors = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private Optional<ListenAt> admin = Optional.empty();
  private Watchers watchers = new Watchers(Optional.empty(), Optional.empty());

  private Server(Supplier<Mounts> mounts, ServerSettings settings, Optional<Tls> tls) {
    service = new Service(mounts, settings, deciders, tls);
  }

  /** Nothing is read from files, and no thread is kept that has nothing to do. */
  static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  /** Begins to answer, without TLS. */
  public static Server open(Supplier<Mounts> mounts, ListenAt address, ServerSettings settings)
      throws BadInput {
    return open(mounts, address, settings, Optional.empty());
  }

  /**
   * Begins to answer.
   *
   * @param mounts asked once for each request
   * @param address where to listen unless the settings say where
   * @param tls there where the settings want it
   * @throws BadInput where nobody can listen there, or the log cannot be written
   */
  public static Server open(
      Supplier<Mounts> mounts, ListenAt address, ServerSettings settings, Optional<Tls> tls)
      throws BadInput {
    Server server = new Server(mounts, settings, tls);
    try {
      server.begin(address);
      return server;
    } catch (BadInput | RuntimeException fault) {
      server.closeNow();
      throw fault;
    }
  }

  private void begin(ListenAt address) throws BadInput {
    watchers = Watchers.open(service);
    service.tellAll(watchers.all());
    for (Listener listener : service.settings().doors().at(address)) {
      listeners.add(new Listener(listen(listener).address(), listener.tls()));
    }
    if (watchers.metrics().isPresent()) {
      AdminPages pages =
          new AdminPages(watchers.metrics().get(), service::mounts, service::tlsStanding);
      Listening pagesAt = admin(listeners.getFirst().at(), pages);
      doors.add(pagesAt);
      admin = Optional.of(pagesAt.address());
    }
  }

  private Listening listen(Listener listener) throws BadInput {
    Optional<Supplier<SSLEngine>> engines =
        listener.tls() ? Optional.of(service.tls().orElseThrow()::engine) : Optional.empty();
    Entrance entrance = new Entrance(service.limits(), service.connections(), engines);
    int loops = Runtime.getRuntime().availableProcessors();
    Listening listening =
        Listening.open(vertx, listener.at(), new Door(entrance, new Requests(service), loops));
    doors.add(listening);
    return listening;
  }

  /** A port that the owner did not ask for may be taken: any other does as well. */
  private Listening admin(ListenAt address, AdminPages pages) throws BadInput {
    AdminAt settings = service.settings().admin();
    ListenAt wanted = settings.beside(address);
    Entrance entrance = new Entrance(service.limits(), new Connections(service.limits()));
    Door door = new Door(entrance, new AdminRequests(pages, deciders), 1);
    try {
      return Listening.open(vertx, wanted, door);
    } catch (BadInput taken) {
      if (settings.port().isPresent() || wanted.port() == 0) {
        throw taken;
      }
      return Listening.open(vertx, new ListenAt(wanted.host(), 0), door);
    }
  }

  /** Begins to write its log, which waits so that the address can be said first. */
  public void beginLog() {
    watchers.log().ifPresent(DecisionLog::begin);
  }

  /** Where it is asked, with the ports that were free where any were wanted; at least one. */
  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** The port of the first of these. */
  public int port() {
    return listeners.getFirst().at().port();
  }

  /** Where the owner's own pages are, if there are any. */
  public Optional<ListenAt> admin() {
    return admin;
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
        Future.all(doors.stream().map(door -> door.shutdown(patience)).toList()),
        patience.plus(TO_STOP));
    closeNow();
  }

  private void closeNow() {
    await(vertx.close(), TO_STOP);
    deciders.shutdownNow();
    watchers.close();
  }

  private static void await(Future<?> end, Duration most) {
    try {
      end.toCompletionStage().toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
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
}
