// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.whereto.http.message.Reply;
import org.whereto.http.tls.TlsFault;
import org.whereto.http.tls.TlsStanding;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.Formats;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.SourceState;

/** What the owner alone may read: metrics, and in full what is wrong with which file. */
public final class AdminPages {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final Metrics metrics;
  private final Supplier<Mounts> mounts;
  private final Supplier<Optional<TlsStanding>> tls;

  /**
   * @param tls nothing where it is not spoken
   */
  public AdminPages(Metrics metrics, Supplier<Mounts> mounts, Supplier<Optional<TlsStanding>> tls) {
    this.metrics = metrics;
    this.mounts = mounts;
    this.tls = tls;
  }

  /**
   * What stands at a path; nothing where nothing does.
   *
   * @param accept the value of the header; empty where there is none
   */
  public Optional<Reply> at(String path, String accept) {
    return switch (path) {
      case "/metrics" -> Optional.of(metrics(accept));
      case "/configuration" -> Optional.of(configuration());
      default -> Optional.empty();
    };
  }

  private Reply metrics(String accept) {
    String type = wantsOpenMetrics(accept) ? OPEN_METRICS : TEXT;
    return Reply.ok(type, metrics.scrape(type));
  }

  /** Whoever names OpenMetrics at all can read it. */
  private static boolean wantsOpenMetrics(String accept) {
    return accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text");
  }

  private Reply configuration() {
    Mounts now = mounts.get();
    Stream<Mapping> served =
        now.byName().entrySet().stream().map(each -> served(each.getKey(), each.getValue()));
    Stream<Mapping> broken =
        now.broken().entrySet().stream()
            .map(each ->
                Tree.build()
                    .put("platform", PlatformLabel.of(each.getKey()))
                    .put("served", Tree.literal("false"))
                    .put("failing", failing(each.getValue()))
                    .done());
    Tree.Builder all =
        Tree.build().put("platforms", Tree.list(Stream.concat(served, broken).toList()));
    tls.get().ifPresent(standing -> all.put("tls", tls(standing)));
    return Reply.ok("application/json", Buffer.buffer(Formats.JSON.write(all.done())));
  }

  private static Mapping tls(TlsStanding standing) {
    Tree.Builder told =
        Tree.build()
            .put("since", standing.since().toString())
            .put("certificate-until", standing.until().toString());
    standing
        .failing()
        .ifPresent(failing ->
            told.put(
                "failing",
                Tree.build()
                    .put("since", failing.since().toString())
                    .put(
                        "problems",
                        Tree.list(failing.faults().stream().map(AdminPages::problem).toList()))
                    .done()));
    return told.done();
  }

  private static Mapping problem(TlsFault fault) {
    Tree.Builder told = Tree.build().put("file", fault.file().toString());
    if (fault.line() > 0) {
      told.put("line", number(fault.line()));
    }
    return told.put("sentence", fault.sentence()).done();
  }

  private static Mapping served(String name, Serving serving) {
    Tree.Builder served =
        Tree.build()
            .put("platform", PlatformLabel.of(name))
            .put("served", Tree.literal("true"))
            .put("title", serving.platform().title())
            .put("configuration", serving.platform().version().hash())
            .put("since", serving.since().toString());
    serving.failing().ifPresent(failing -> served.put("failing", failing(failing)));
    return served
        .putIfAny(
            "sources",
            serving.world().availability().states().stream().map(SourceState::tree).toList())
        .done();
  }

  private static Mapping failing(Failing failing) {
    return Tree.build()
        .put("since", failing.since().toString())
        .put("problems", Tree.list(failing.problems().stream().map(AdminPages::problem).toList()))
        .done();
  }

  private static Mapping problem(Problem problem) {
    Tree.Builder told = Tree.build();
    if (problem.place().line() > 0) {
      told.put("line", number(problem.place().line()));
      told.put("column", number(problem.place().column()));
    }
    return told.put("sentence", problem.sentence()).done();
  }

  private static Tree number(int number) {
    return Tree.literal(String.valueOf(number));
  }
}
