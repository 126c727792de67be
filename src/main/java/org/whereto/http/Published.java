// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.whereto.http.message.Reply;
import org.whereto.http.page.Described;
import org.whereto.http.page.OpenApi;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Schemas;

/**
 * The published contract: the same documents on every server of this version. Each is made when it
 * is first asked for, since to make them all takes longer than all else at the start.
 */
final class Published {

  private static final Map<String, Supplier<Reply>> MAKERS =
      Map.of(
          "schema/answer.json", () -> schema(Schemas.answer()),
          "schema/answer.xsd",
              () -> Reply.ok("application/xml", Buffer.buffer(Schemas.answerInXml())),
          "schema/task.json", () -> schema(Schemas.task()),
          "schema/problem.json", () -> schema(Schemas.problem()),
          "schema/description.json", () -> schema(Described.schema()),
          "openapi.yaml", () -> document(Formats.YAML, OpenApi.document()),
          "openapi.json", () -> document(Formats.JSON, OpenApi.document()));

  private static final Map<String, Reply> MADE = new ConcurrentHashMap<>();

  private Published() {}

  private static Reply document(Format format, Mapping document) {
    return Reply.ok(format.mediaTypes().getFirst(), Buffer.buffer(format.write(document)));
  }

  private static Reply schema(Mapping schema) {
    return Reply.ok("application/schema+json", Buffer.buffer(Formats.JSON.write(schema)));
  }

  /** All paths, from the root of the server, without their first slash. */
  static Set<String> paths() {
    return MAKERS.keySet();
  }

  /**
   * What stands at this path.
   *
   * @param path from the root of the server, without its first slash
   */
  static Optional<Resource> find(String path) {
    return Optional.ofNullable(MAKERS.get(path))
        .map(maker -> exchange -> exchange.reply(MADE.computeIfAbsent(path, first -> maker.get())));
  }
}
