// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.whereto.tree.Nearest;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an owner's schema: what it says of values, and the same as JSON for the judge. All that is
 * wrong with it is a fault of the owner's file, with its place.
 */
final class SchemaReader {

  /** Schemas within one. */
  private static final int MOST = 2000;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Draft draft;
  private final BiConsumer<Place, String> problems;
  private final KeywordValues values;
  private final References references;
  private int count;

  private SchemaReader(Draft draft, BiConsumer<Place, String> problems) {
    this.draft = draft;
    this.problems = problems;
    this.values = new KeywordValues(problems);
    this.references = new References(problems);
  }

  /** What was read. */
  record Read(Draft draft, SchemaNode node, ObjectNode json) {}

  static Read read(Mapping source, BiConsumer<Place, String> problems) {
    Draft draft = draft(source, problems);
    SchemaReader reader = new SchemaReader(draft, problems);
    Part root = reader.schema(source, "");
    ObjectNode json = root.json() instanceof ObjectNode own ? own : JSON.objectNode();
    reader.references.resolve(json);
    return new Read(draft, root.node(), json);
  }

  private static Draft draft(Mapping source, BiConsumer<Place, String> problems) {
    Optional<Tree> named = source.get("$schema");
    Optional<Draft> draft =
        named.flatMap(it -> it instanceof Scalar text ? Draft.of(text.text()) : Optional.empty());
    if (named.isPresent() && draft.isEmpty()) {
      problems.accept(named.get().place(), "\"$schema\" must be " + Draft.told() + ".");
    }
    return draft.orElse(Draft.DRAFT_2020_12);
  }

  /** A schema in both its forms. */
  private record Part(SchemaNode node, JsonNode json) {}

  private Part schema(Tree source, String pointer) {
    SchemaNode node = new SchemaNode();
    JsonNode json = JSON.objectNode();
    if (++count == MOST) {
      problems.accept(source.place(), "A schema is made of fewer than " + MOST + " schemas.");
    }
    if (source instanceof Mapping mapping && count < MOST) {
      ObjectNode object = JSON.objectNode();
      json = object;
      references.add(pointer, node, object, source.place());
      mapping
          .members()
          .forEach((name, member) ->
              keyword(new Keyword(name, member, pointer, new Target(node, object))));
      refuseBesideReference(mapping);
    } else if (source instanceof Scalar flag && isFlag(flag)) {
      json = BooleanNode.valueOf(flag.text().equals("true"));
      references.add(pointer, node, json, source.place());
    } else if (count < MOST) {
      problems.accept(source.place(), "A schema is a mapping of keywords, or true, or false.");
    }
    return new Part(node, json);
  }

  private static boolean isFlag(Scalar scalar) {
    return scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"));
  }

  /** Where a keyword puts what it says. */
  record Target(SchemaNode node, ObjectNode json) {}

  /** One keyword as it stands in the file. */
  record Keyword(String name, Member member, String pointer, Target into) {
    Tree value() {
      return member.value();
    }

    Place place() {
      return member.value().place();
    }

    String below(String step) {
      return pointer + "/" + escaped(name) + "/" + escaped(step);
    }

    private static String escaped(String step) {
      return step.replace("~", "~0").replace("/", "~1");
    }
  }

  private void keyword(Keyword keyword) {
    if (!draft.knows(keyword.name())) {
      problems.accept(
          keyword.member().place(),
          "\""
              + keyword.name()
              + "\" is no keyword that is checked here."
              + Nearest.hint(keyword.name(), draft.keywords()));
      return;
    }
    SchemaNode node = keyword.into().node();
    switch (keyword.name()) {
      case "allOf" -> list(keyword, node.all);
      case "anyOf", "oneOf" -> list(keyword, node.some);
      case "if", "then", "else" -> one(keyword, node.some);
      case "not" -> one(keyword, node.others);
      case "dependentSchemas" -> node.some.addAll(named(keyword).values());
      case "dependencies" -> dependencies(keyword);
      case "$defs", "definitions" -> definitions(keyword);
      case "properties" -> node.properties.putAll(named(implying(keyword, JsonType.OBJECT)));
      case "patternProperties" -> patterns(keyword);
      case "additionalProperties" -> one(keyword, node.otherMembers);
      case "unevaluatedProperties" -> one(keyword, node.lastMembers);
      case "propertyNames" -> one(keyword, new ArrayList<>());
      case "items" -> items(keyword);
      case "prefixItems" -> list(implying(keyword, JsonType.ARRAY), node.firstItems);
      case "additionalItems" -> one(keyword, node.otherItems);
      case "contains" -> one(implying(keyword, JsonType.ARRAY), node.anyItem);
      case "unevaluatedItems" -> one(keyword, node.lastItems);
      case "$ref" -> reference(keyword);
      case "$anchor" -> anchor(keyword);
      case "$id", "$schema" -> refuseBelowRoot(keyword);
      default -> values.read(keyword);
    }
  }

  private static Keyword implying(Keyword keyword, JsonType type) {
    keyword.into().node().implied.add(type);
    return keyword;
  }

  private void one(Keyword keyword, List<SchemaNode> into) {
    Part part = schema(keyword.value(), pointer(keyword));
    into.add(part.node());
    keyword.into().json().set(keyword.name(), part.json());
  }

  private static String pointer(Keyword keyword) {
    return keyword.pointer() + "/" + keyword.name();
  }

  private void list(Keyword keyword, List<SchemaNode> into) {
    if (!(keyword.value() instanceof Sequence sequence) || sequence.items().isEmpty()) {
      problems.accept(keyword.place(), "\"" + keyword.name() + "\" is a list of schemas.");
      return;
    }
    ArrayNode all = JSON.arrayNode();
    for (Tree item : sequence.items()) {
      Part part = schema(item, keyword.below("" + all.size()));
      into.add(part.node());
      all.add(part.json());
    }
    keyword.into().json().set(keyword.name(), all);
  }

  private Map<String, SchemaNode> named(Keyword keyword) {
    Map<String, SchemaNode> nodes = new LinkedHashMap<>();
    ObjectNode all = JSON.objectNode();
    for (Map.Entry<String, Member> each : members(keyword).entrySet()) {
      Part part = schema(each.getValue().value(), keyword.below(each.getKey()));
      nodes.put(each.getKey(), part.node());
      all.set(each.getKey(), part.json());
    }
    keyword.into().json().set(keyword.name(), all);
    return nodes;
  }

  private Map<String, Member> members(Keyword keyword) {
    if (keyword.value() instanceof Mapping mapping) {
      return mapping.members();
    }
    problems.accept(keyword.place(), "\"" + keyword.name() + "\" is a mapping of names.");
    return Map.of();
  }

  /** Where a reference leads there, {@link References} puts it under a name of its own. */
  private void definitions(Keyword keyword) {
    members(keyword).forEach((name, member) -> schema(member.value(), keyword.below(name)));
  }

  private void patterns(Keyword keyword) {
    implying(keyword, JsonType.OBJECT);
    SchemaNode node = keyword.into().node();
    Map<String, SchemaNode> nodes = named(keyword);
    members(keyword)
        .forEach((pattern, member) -> {
          SchemaNode own = nodes.get(pattern);
          if (own != null) {
            values
                .regex(pattern, member.place())
                .ifPresent(regex -> node.patterns.add(new SchemaNode.Named(regex, own)));
          }
        });
  }

  /** One schema for all items; in the older version also a list with one for each. */
  private void items(Keyword keyword) {
    SchemaNode node = implying(keyword, JsonType.ARRAY).into().node();
    if (draft == Draft.DRAFT_07 && keyword.value() instanceof Sequence) {
      list(keyword, node.firstItems);
    } else {
      one(keyword, node.otherItems);
    }
  }

  /** A schema for the whole, or a list of other names, under each name that may be there. */
  private void dependencies(Keyword keyword) {
    ObjectNode all = JSON.objectNode();
    members(keyword)
        .forEach((name, member) -> {
          if (member.value() instanceof Sequence) {
            all.set(name, values.names(member.value(), keyword.name()));
          } else {
            Part part = schema(member.value(), keyword.below(name));
            keyword.into().node().some.add(part.node());
            all.set(name, part.json());
          }
        });
    keyword.into().json().set(keyword.name(), all);
  }

  private void reference(Keyword keyword) {
    if (keyword.value() instanceof Scalar written && !written.isNull()) {
      references.add(written, keyword.into().node(), keyword.into().json());
    } else {
      problems.accept(keyword.place(), "\"$ref\" is a text like #/$defs/NAME.");
    }
  }

  private void anchor(Keyword keyword) {
    if (keyword.value() instanceof Scalar name && name.text().matches("[A-Za-z_][\\w.-]{0,99}")) {
      Target into = keyword.into();
      references.add(name.text(), into.node(), into.json(), keyword.place());
    } else {
      problems.accept(keyword.place(), "\"$anchor\" is a name of letters, digits, - and _.");
    }
  }

  private void refuseBelowRoot(Keyword keyword) {
    if (!keyword.pointer().isEmpty()) {
      problems.accept(
          keyword.member().place(),
          "\"" + keyword.name() + "\" stands only at the top of a schema.");
    }
  }

  /** Draft-07 passes over whatever stands beside a reference. */
  private void refuseBesideReference(Mapping source) {
    if (draft == Draft.DRAFT_07 && source.get("$ref").isPresent()) {
      source
          .members()
          .forEach((name, member) -> {
            if (!Draft.SAY_NOTHING.contains(name) && !name.equals("$ref")) {
              problems.accept(
                  member.place(),
                  "In draft-07 \"" + name + "\" beside \"$ref\" counts for nothing: use allOf.");
            }
          });
    }
  }
}
