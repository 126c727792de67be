// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.http.tls.TlsStanding;
import org.whereto.http.watch.PlatformLabel;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.SourceState;
import org.whereto.world.SourceState.Use;

/**
 * What whoever watches the server is told. Everybody can ask, so it says that a file is faulty or a
 * source is not read, but not what is wrong with it.
 */
final class Health {

  private static final String STATUS = "status";

  private Health() {}

  /**
   * What stands at this path.
   *
   * @param path from the root of the server, without its first slash
   */
  static Optional<Resource> find(String path) {
    return switch (path) {
      case "health/live" -> Optional.of(exchange -> exchange.reply(live()));
      case "health/ready" ->
          Optional.of(exchange -> {
            Service service = exchange.service();
            exchange.reply(ready(service.mounts(), service.tlsStanding(), service.isStopping()));
          });
      default -> Optional.empty();
    };
  }

  /** How each platform fares. */
  private static Mapping report(Mounts mounts, Optional<TlsStanding> tls, boolean stopping) {
    Tree.Builder ready =
        Tree.build()
            .put(STATUS, stopping ? "stopping" : "ready")
            .put(
                "platforms",
                Tree.list(
                    mounts.byName().entrySet().stream()
                        .map(each -> platform(each.getKey(), each.getValue()))
                        .toList()));
    if (!mounts.broken().isEmpty()) {
      ready.put("broken-files", number(mounts.broken().size()));
    }
    tls.ifPresent(standing -> ready.put("tls", tls(standing)));
    return ready.done();
  }

  private static Mapping tls(TlsStanding standing) {
    Tree.Builder tls =
        Tree.build()
            .put("certificate-until", standing.until().toString())
            .put("since", standing.since().toString())
            .put("reload", standing.failing().isPresent() ? "failed" : "ok");
    standing
        .failing()
        .ifPresent(failing ->
            tls.put("failing-since", failing.since().toString())
                .put("faults", number(failing.faults().size())));
    return tls.done();
  }

  private static Mapping platform(String name, Serving serving) {
    Optional<Failing> failing = serving.failing();
    Tree.Builder platform =
        Tree.build()
            .put("platform", PlatformLabel.of(name))
            .put("title", serving.platform().title())
            .put("configuration", serving.platform().version().hash())
            .put("since", serving.since().toString())
            .put("reload", failing.isPresent() ? "failed" : "ok");
    failing.ifPresent(fault ->
        platform
            .put("failing-since", fault.since().toString())
            .put("faults", number(fault.problems().size())));
    List<SourceState> sources = serving.world().availability().states();
    if (!sources.isEmpty()) {
      platform.put("sources", number(sources.size()));
    }
    putIfAny(platform, "late-sources", sources, Use.LATE);
    putIfAny(platform, "unknown-sources", sources, Use.NONE);
    return platform.done();
  }

  private static void putIfAny(
      Tree.Builder platform, String name, List<SourceState> sources, Use use) {
    int count = (int) sources.stream().filter(source -> source.use() == use).count();
    if (count > 0) {
      platform.put(name, number(count));
    }
  }

  private static Tree number(int number) {
    return Tree.literal(String.valueOf(number));
  }

  /** The process answers: nothing more. */
  static Reply live() {
    return Reply.ok(type(), body(Tree.build().put(STATUS, "live").done()));
  }

  /** Whether new requests should come here: 503 keeps whoever shares out the load away. */
  static Reply ready(Mounts mounts, Optional<TlsStanding> tls, boolean stopping) {
    Status status = stopping ? Status.UNAVAILABLE : Status.OK;
    List<Map.Entry<String, String>> headers =
        stopping ? List.of(Map.entry("Retry-After", "5")) : List.of();
    return new Reply(status, type(), headers, body(report(mounts, tls, stopping)));
  }

  private static String type() {
    return Formats.JSON.mediaTypes().getFirst();
  }

  private static Buffer body(Tree tree) {
    return Buffer.buffer(Formats.JSON.write(tree));
  }
}
