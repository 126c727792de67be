// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.whereto.http.message.Reply;
import org.whereto.http.page.Described;
import org.whereto.http.page.OpenApi;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Schemas;

/** The published contract: the same documents on every server of this version. */
final class Published {

  private static final Map<String, Reply> ALL = all();

  private Published() {}

  private static Map<String, Reply> all() {
    Map<String, Reply> all = new TreeMap<>();
    all.put("schema/answer.json", schema(Schemas.answer()));
    all.put("schema/answer.xsd", Reply.ok("application/xml", Buffer.buffer(Schemas.answerInXml())));
    all.put("schema/task.json", schema(Schemas.task()));
    all.put("schema/problem.json", schema(Schemas.problem()));
    all.put("schema/description.json", schema(Described.schema()));
    Mapping openApi = OpenApi.document();
    all.put("openapi.yaml", document(Formats.YAML, openApi));
    all.put("openapi.json", document(Formats.JSON, openApi));
    return Map.copyOf(all);
  }

  private static Reply document(Format format, Mapping document) {
    return Reply.ok(format.mediaTypes().getFirst(), Buffer.buffer(format.write(document)));
  }

  private static Reply schema(Mapping schema) {
    return Reply.ok("application/schema+json", Buffer.buffer(Formats.JSON.write(schema)));
  }

  /** All paths, from the root of the server, without their first slash. */
  static Set<String> paths() {
    return ALL.keySet();
  }

  /**
   * What stands at this path.
   *
   * @param path from the root of the server, without its first slash
   */
  static Optional<Resource> find(String path) {
    return Optional.ofNullable(ALL.get(path)).map(reply -> exchange -> exchange.reply(reply));
  }
}
