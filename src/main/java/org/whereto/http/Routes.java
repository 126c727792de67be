// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.decide.Description;
import org.whereto.decide.Planner;
import org.whereto.http.message.Negotiation;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.http.page.Described;
import org.whereto.http.page.FrontPage;
import org.whereto.http.page.PlatformPage;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.task.Caller;
import org.whereto.tree.Tree;

/** What stands at which path. */
final class Routes {

  /** First segments of paths that are the server's own: no platform can stand there. */
  static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accepts",
          "configuration",
          "description",
          "health",
          "metrics",
          "openapi.json",
          "openapi.yaml",
          "schema");

  private Routes() {}

  /** What stands at this path; nothing where nothing does. */
  static Optional<Resource> find(String path, Mounts mounts) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    String below = path.substring(1);
    Optional<Resource> own = Published.find(below).or(() -> Health.find(below));
    if (own.isPresent()) {
      return own;
    }
    Optional<Serving> root = mounts.at(Mounts.ROOT);
    if (root.isPresent()) {
      return ofPlatform(Mounts.ROOT, root.get(), below);
    }
    if (below.isEmpty()) {
      return Optional.of(exchange -> exchange.reply(page(FrontPage.of(mounts))));
    }
    int slash = below.indexOf('/');
    String name = slash < 0 ? below : below.substring(0, slash);
    return mounts
        .at(name)
        .flatMap(serving ->
            slash < 0
                ? Optional.of(redirect(name + "/"))
                : ofPlatform(name, serving, below.substring(slash + 1)));
  }

  private static Optional<Resource> ofPlatform(String name, Serving serving, String below) {
    return switch (below) {
      case "accepts", "accepts/", "accept", "accept/" -> Optional.of(new Accepts(name, serving));
      case "" -> Optional.of(exchange -> page(exchange, name, serving));
      case "description" -> Optional.of(exchange -> describe(exchange, name, serving));
      default -> Optional.empty();
    };
  }

  private static void page(Exchange exchange, String name, Serving serving) {
    exchange.about(name);
    String scheme = exchange.isTls() ? "https" : exchange.header("X-Forwarded-Proto");
    String server = PlatformPage.server(exchange.header("Host"), scheme);
    exchange.reply(page(PlatformPage.of(described(serving), name, server)));
  }

  private static Reply page(String html) {
    return Reply.ok("text/html; charset=utf-8", html)
        .with("Content-Security-Policy", FrontPage.POLICY);
  }

  private static void describe(Exchange exchange, String name, Serving serving) {
    exchange.about(name);
    Negotiation as = exchange.format();
    Tree.Mapping tree = Described.tree(described(serving), exchange.service().limits());
    exchange.reply(Reply.ok(as.mediaType(), Buffer.buffer(Described.write(tree, as.format()))));
  }

  private static Description described(Serving serving) {
    return Planner.describe(Caller.ANONYMOUS, serving.platform());
  }

  /** The address of a folder ends in a slash, else the links on its page would lead astray. */
  private static Resource redirect(String to) {
    Reply reply =
        new Reply(
            Status.PERMANENT_REDIRECT,
            "",
            List.of(Map.entry("Location", to), Map.entry("Content-Length", "0")),
            Buffer.buffer());
    return exchange -> exchange.reply(reply);
  }
}
