// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.wire.Schemas;

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

  private static final Map<String, Resource> OF_THE_SERVER =
      Map.of(
          "schema/answer.json", document(Formats.JSON, Schemas.answer()),
          "schema/task.json", document(Formats.JSON, Schemas.task()));

  private Routes() {}

  /** What stands at this path; nothing where nothing does. */
  static Optional<Resource> find(String path, Mounts mounts) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    String below = path.substring(1);
    Resource own = OF_THE_SERVER.get(below);
    if (own != null) {
      return Optional.of(own);
    }
    Optional<Serving> root = mounts.at(Mounts.ROOT);
    if (root.isPresent()) {
      return ofPlatform(Mounts.ROOT, root.get(), below);
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
      default -> Optional.empty();
    };
  }

  private static Resource document(Format format, Tree tree) {
    Reply reply = Reply.ok(format.mediaTypes().getFirst(), Buffer.buffer(format.write(tree)));
    return exchange -> exchange.reply(reply);
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
