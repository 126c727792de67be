// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** A foreign judge of our schemas; it fetches nothing. */
public final class JsonSchemas {

  /** The rules of the dialects themselves, which lie in the judge's own jar. */
  private static final String DIALECTS = "https://json-schema.org/draft/";

  private JsonSchemas() {}

  /** What is wrong with a document by a schema that names its own dialect; empty if nothing is. */
  public static List<String> faults(Mapping schema, Tree document) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaLoader(loader ->
                    loader
                        .resourceLoaders(loaders -> loaders.values(List::clear))
                        .allow(iri -> iri.toString().startsWith(DIALECTS))));
    return registry
        .getSchema(json(schema), InputFormat.JSON)
        .validate(json(document), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /**
   * The schema for which a member that it does not name is a fault: clients must pass over such
   * members, but this version sends none.
   */
  public static Mapping exact(Mapping schema) {
    return (Mapping) exact((Tree) schema);
  }

  private static Tree exact(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence list -> Tree.list(list.items().stream().map(JsonSchemas::exact).toList());
      case Mapping mapping -> {
        Mapping exact = mapping;
        for (var member : mapping.members().entrySet()) {
          exact = exact.with(member.getKey(), exact(member.getValue().value()));
        }
        boolean names = mapping.get("properties").isPresent() && mapping.get("type").isPresent();
        boolean open = mapping.get("additionalProperties").isEmpty();
        yield names && open ? exact.with("additionalProperties", Tree.literal("false")) : exact;
      }
    };
  }

  private static String json(Tree tree) {
    return new String(Formats.JSON.write(tree), UTF_8);
  }
}
