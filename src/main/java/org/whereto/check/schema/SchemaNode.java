// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whereto.check.value.LinearRegex;
import org.whereto.check.value.Steps;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * One schema within a schema, as far as it says how values are to be read. Filled while the owner's
 * file is read, because schemas refer to each other; not changed after that.
 */
final class SchemaNode {

  /** What {@code type} says. */
  final Set<JsonType> declared = EnumSet.noneOf(JsonType.class);

  /** What other keywords make sense for: a {@code minimum} speaks of numbers. */
  final Set<JsonType> implied = EnumSet.noneOf(JsonType.class);

  /** The single values of {@code enum} and {@code const}. */
  final List<Scalar> values = new ArrayList<>();

  /** Schemas that speak of the same value, and must all hold: {@code allOf}, {@code $ref}. */
  final List<SchemaNode> all = new ArrayList<>();

  /** Of these some may hold: {@code anyOf}, {@code oneOf}, {@code if}, {@code then}, ... */
  final List<SchemaNode> some = new ArrayList<>();

  /** Of these the types count last: {@code not}, and lists and mappings of {@code enum}. */
  final List<SchemaNode> others = new ArrayList<>();

  final Map<String, SchemaNode> properties = new LinkedHashMap<>();
  final List<Named> patterns = new ArrayList<>();

  /** Names of members that are spoken of without a schema: {@code required}. */
  final Set<String> named = new LinkedHashSet<>();

  /** Of members that neither a name nor a pattern of this schema covers. */
  final List<SchemaNode> otherMembers = new ArrayList<>();

  /** Of members that no schema besides this one covers either. */
  final List<SchemaNode> lastMembers = new ArrayList<>();

  /** Of the first items, each its own. */
  final List<SchemaNode> firstItems = new ArrayList<>();

  final List<SchemaNode> otherItems = new ArrayList<>();

  /** Of every item, whatever else covers it. */
  final List<SchemaNode> anyItem = new ArrayList<>();

  /** Of items that no schema besides this one covers either. */
  final List<SchemaNode> lastItems = new ArrayList<>();

  private volatile @Nullable Set<JsonType> types;

  /** All schemas that speak of the same value as this one. */
  List<SchemaNode> besides() {
    List<SchemaNode> besides = new ArrayList<>(all);
    besides.addAll(some);
    besides.addAll(others);
    return besides;
  }

  /** The types as which a value may be read here; empty if nothing is said of them. */
  Set<JsonType> types() {
    Set<JsonType> known = types;
    if (known == null) {
      known = settle();
      types = known;
    }
    return known;
  }

  private Set<JsonType> settle() {
    Set<JsonType> said = declared;
    for (SchemaNode schema : all) {
      said = both(said, schema.types());
    }
    said = both(said, JsonType.any(some.stream().map(SchemaNode::types)));
    if (said.isEmpty()) {
      said = implied;
    }
    return said.isEmpty() ? JsonType.any(others.stream().map(SchemaNode::types)) : said;
  }

  /** What two schemas that both hold agree on; where they do not, nothing fits in any case. */
  private static Set<JsonType> both(Set<JsonType> some, Set<JsonType> others) {
    Set<JsonType> both = EnumSet.noneOf(JsonType.class);
    some.stream().filter(type -> type.isIn(others)).forEach(both::add);
    others.stream().filter(type -> type.isIn(some)).forEach(both::add);
    return both.isEmpty() ? JsonType.any(Stream.of(some, others)) : both;
  }

  /** Members whose names fit. */
  record Named(LinearRegex names, SchemaNode node) {}

  /** What this schema itself says of a member; nothing of {@link #lastMembers}. */
  List<SchemaNode> member(String name, Steps steps) {
    List<SchemaNode> found = new ArrayList<>();
    SchemaNode own = properties.get(name);
    if (own != null) {
      found.add(own);
    }
    for (Named pattern : patterns) {
      if (pattern.names().findsIn(name, steps)) {
        found.add(pattern.node());
      }
    }
    return found.isEmpty() ? otherMembers : found;
  }

  /** What this schema itself says of an item; nothing of {@link #lastItems}. */
  List<SchemaNode> item(int index) {
    List<SchemaNode> found = new ArrayList<>(anyItem);
    if (index < firstItems.size()) {
      found.add(firstItems.get(index));
    } else {
      found.addAll(otherItems);
    }
    return found;
  }

  /** The schema of what may only be this: a list or mapping of a {@code const}, say. */
  static SchemaNode only(Tree value) {
    SchemaNode node = new SchemaNode();
    node.allow(value);
    return node;
  }

  private static JsonType typeOf(Scalar value) {
    if (value.isNull()) {
      return JsonType.NULL;
    }
    boolean flag = value.text().equals("true") || value.text().equals("false");
    return value.plain() && flag
        ? JsonType.BOOLEAN
        : KeywordValues.number(value).isPresent() ? JsonType.NUMBER : JsonType.STRING;
  }

  /** One more value of {@code enum} or {@code const}. */
  void allow(Tree value) {
    switch (value) {
      case Scalar scalar -> {
        values.add(scalar);
        implied.add(typeOf(scalar));
      }
      case Sequence sequence -> {
        SchemaNode list = new SchemaNode();
        list.implied.add(JsonType.ARRAY);
        sequence.items().forEach(item -> list.firstItems.add(only(item)));
        others.add(list);
        implied.add(JsonType.ARRAY);
      }
      case Mapping mapping -> {
        SchemaNode map = new SchemaNode();
        map.implied.add(JsonType.OBJECT);
        mapping.members().forEach((name, member) -> map.properties.put(name, only(member.value())));
        others.add(map);
        implied.add(JsonType.OBJECT);
      }
    }
  }
}
