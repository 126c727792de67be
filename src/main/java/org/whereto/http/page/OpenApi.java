// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import java.util.Locale;
import java.util.Map;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Schemas;

/**
 * The OpenAPI 3.1 document of the interface, complete in itself: the schemas of what is sent and
 * received stand in it as components.
 */
public final class OpenApi {

  private static final String COMPONENTS = "components";
  private static final String DEFINITIONS = "$defs";
  private static final String REFERENCE = "$ref";
  private static final String INNER = "#/" + DEFINITIONS + "/";

  private Mapping schemas = Tree.build().done();

  private OpenApi() {}

  public static Mapping document() {
    return new OpenApi().complete(Schemas.read(OpenApi.class, "openapi.yaml"));
  }

  private Mapping complete(Mapping skeleton) {
    add("Answer", Schemas.answer());
    add("Task", Schemas.task());
    add("Problem", Schemas.problem());
    add("Description", Described.schema());
    Mapping components = (Mapping) skeleton.get(COMPONENTS).orElseThrow();
    return skeleton.with(COMPONENTS, components.with("schemas", schemas));
  }

  /** A schema under this name, and its definitions under names that begin with it. */
  private void add(String name, Mapping schema) {
    Mapping bare = schema.without(DEFINITIONS).without("$schema");
    schemas = schemas.with(name, moved(bare, name));
    if (schema.get(DEFINITIONS).orElse(null) instanceof Mapping definitions) {
      definitions
          .members()
          .forEach((inner, definition) ->
              schemas = schemas.with(component(name, inner), moved(definition.value(), name)));
    }
  }

  private static String component(String name, String inner) {
    return name + inner.substring(0, 1).toUpperCase(Locale.ROOT) + inner.substring(1);
  }

  /** The same with references to where the definitions stand now. */
  private static Tree moved(Tree tree, String name) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence list ->
          Tree.list(list.items().stream().map(item -> moved(item, name)).toList());
      case Mapping mapping -> {
        Mapping all = mapping;
        for (var member : mapping.members().entrySet()) {
          all = all.with(member.getKey(), moved(member, name));
        }
        yield all;
      }
    };
  }

  private static Tree moved(Map.Entry<String, Tree.Member> member, String name) {
    Tree value = member.getValue().value();
    boolean inner =
        member.getKey().equals(REFERENCE)
            && value instanceof Tree.Scalar to
            && to.text().startsWith(INNER);
    return inner
        ? Tree.text(
            "#/components/schemas/"
                + component(name, ((Tree.Scalar) value).text().substring(INNER.length())))
        : moved(value, name);
  }
}
