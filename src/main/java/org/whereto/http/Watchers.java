// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.whereto.http.watch.DecisionLog;
import org.whereto.http.watch.Metrics;
import org.whereto.http.watch.Readings;
import org.whereto.http.watch.Served;
import org.whereto.tree.BadInput;

/**
 * Who is told of every request that was dealt with, as the owner wants it.
 *
 * @param metrics only where there is a page to show them on: they take time to load
 */
record Watchers(Optional<DecisionLog> log, Optional<Metrics> metrics) implements AutoCloseable {

  /**
   * Begins to watch a service.
   *
   * @throws BadInput where the log cannot be written
   */
  static Watchers open(Service service) throws BadInput {
    Optional<DecisionLog> log =
        DecisionLog.open(service.settings().log(), service.settings().callers());
    if (!service.settings().admin().open()) {
      return new Watchers(log, Optional.empty());
    }
    Readings readings =
        new Readings(
            service.load()::questions,
            service.load()::bytes,
            service.connections()::open,
            () -> log.map(DecisionLog::lost).orElse(0L));
    Metrics metrics = new Metrics(service::mounts, readings);
    service.tls().ifPresent(metrics::show);
    return new Watchers(log, Optional.of(metrics));
  }

  List<Consumer<Served>> all() {
    return Stream.<Optional<? extends Consumer<Served>>>of(log, metrics)
        .flatMap(Optional::stream)
        .<Consumer<Served>>map(watcher -> watcher)
        .toList();
  }

  /** Writes what is not yet written. */
  @Override
  public void close() {
    log.ifPresent(DecisionLog::close);
    metrics.ifPresent(Metrics::close);
  }
}
