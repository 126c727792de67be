// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.whereto.http.guard.Connections;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerSettings;
import org.whereto.http.tls.Tls;
import org.whereto.http.tls.TlsStanding;
import org.whereto.http.watch.Served;
import org.whereto.platform.Mounts;

/** What all requests of one server share. */
final class Service {

  private final Supplier<Mounts> mounts;
  private final ServerSettings settings;
  private final Load load;
  private final Connections connections;
  private final Executor deciders;
  private final Optional<Tls> tls;
  private volatile List<Consumer<Served>> listeners = List.of();
  private volatile boolean stopping;
  private volatile Dated date = new Dated(0, "");

  private record Dated(long second, CharSequence text) {}

  Service(Supplier<Mounts> mounts, ServerSettings settings, Executor deciders, Optional<Tls> tls) {
    this.mounts = mounts;
    this.settings = settings;
    this.load = new Load(settings.limits());
    this.connections = new Connections(settings.limits());
    this.deciders = deciders;
    this.tls = tls;
  }

  /** All platforms as they are now: taken once for each request. */
  Mounts mounts() {
    return mounts.get();
  }

  ServerSettings settings() {
    return settings;
  }

  /** Nothing where TLS is not spoken. */
  Optional<Tls> tls() {
    return tls;
  }

  Optional<TlsStanding> tlsStanding() {
    return tls.map(Tls::standing);
  }

  Limits limits() {
    return settings.limits();
  }

  Load load() {
    return load;
  }

  Connections connections() {
    return connections;
  }

  /** Runs decisions that may wait for something or take long. */
  Executor deciders() {
    return deciders;
  }

  boolean isStopping() {
    return stopping;
  }

  void stop() {
    stopping = true;
  }

  /** From now on these are told of every request that was dealt with. */
  void tellAll(List<Consumer<Served>> watchers) {
    listeners = List.copyOf(watchers);
  }

  void tell(Served served) {
    listeners.forEach(listener -> listener.accept(served));
  }

  /** The value of {@code Date} (RFC 9110, section 6.6.1), made once a second. */
  CharSequence date() {
    long second = System.currentTimeMillis() / 1000;
    Dated known = date;
    if (known.second() != second) {
      String text =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
      known = new Dated(second, HttpHeaders.createOptimized(text));
      date = known;
    }
    return known.text();
  }
}
