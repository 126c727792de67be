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
                        .allow(_ -> false)));
    return registry
        .getSchema(json(schema), InputFormat.JSON)
        .validate(json(document), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String json(Tree tree) {
    return new String(Formats.JSON.write(tree), UTF_8);
  }
}
