// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whereto.tree.Tree.Mapping;

/**
 * The shape of a mapping in an owner's file, as it comes out when {@link Settings} are read:
 * printed, it is a JSON Schema (draft-07, which is what editors know).
 */
final class Shape {

  /** A text: YAML lets owners leave out the quotes of {@code 3.10} and {@code no}. */
  static final Mapping TEXT =
      Tree.build().put("type", Tree.texts(List.of("string", "number", "boolean"))).done();

  static final Mapping FLAG = Tree.build().put("type", "boolean").done();

  static final Mapping ANY = Tree.build().done();

  private final Map<String, Tree> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private String shorthand = "";
  private Tree others = Tree.literal("false");

  void property(String name, String doc, Mapping shape) {
    properties.put(name, shape.with("description", Tree.text(doc)));
  }

  void require(String name) {
    required.add(name);
  }

  void shorthand(String name) {
    shorthand = name;
  }

  /** The shape of every member that has no name of its own. */
  void everyName(Mapping one) {
    others = one;
  }

  static Mapping oneOrMany(Mapping one) {
    return Tree.build().put("anyOf", Tree.list(List.of(one, listOf(one)))).done();
  }

  static Mapping listOf(Mapping one) {
    return Tree.build().put("type", "array").put("items", one).done();
  }

  static Mapping named(Mapping one) {
    return Tree.build().put("type", "object").put("additionalProperties", one).done();
  }

  static Mapping choice(List<String> words) {
    return Tree.build().put("enum", Tree.texts(words)).done();
  }

  Mapping schema() {
    Mapping object =
        Tree.build()
            .put("type", "object")
            .put("additionalProperties", others)
            .put("properties", Tree.map(properties))
            .putIfAny("required", required.stream().map(Tree::text).toList())
            .done();
    Tree brief = properties.get(shorthand);
    return brief == null
        ? object
        : Tree.build().put("anyOf", Tree.list(List.of(brief, object))).done();
  }
}
