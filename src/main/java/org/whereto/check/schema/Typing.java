// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.check.value.ExactNumber;
import org.whereto.check.value.ListText;
import org.whereto.check.value.Steps;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes of a Task's texts the values that a schema means (wire.md, section 1.1): each is read by
 * the types that are declared where it stands, never by quotes, so that every form of a Task is
 * judged the same.
 */
final class Typing {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Set<JsonType> SINGLE =
      EnumSet.of(JsonType.STRING, JsonType.INTEGER, JsonType.NUMBER, JsonType.BOOLEAN);

  /** What it costs to make a value, and to look at it later. */
  private static final int STEPS_PER_VALUE = 5;

  private final Steps steps;

  Typing(Steps steps) {
    this.steps = steps;
  }

  JsonNode read(Tree tree, SchemaNode schema) {
    return read(tree, List.of(schema));
  }

  private JsonNode read(Tree tree, List<SchemaNode> schemas) {
    steps.take(STEPS_PER_VALUE);
    Set<SchemaNode> here = besides(schemas);
    Set<JsonType> types = types(schemas);
    return switch (tree) {
      case Scalar scalar -> scalar(scalar, here, types);
      case Sequence sequence -> list(items(sequence, here, types), here);
      case Mapping mapping -> map(mapping, here);
    };
  }

  /** The schemas, and all that speak of the same value. */
  private Set<SchemaNode> besides(List<SchemaNode> schemas) {
    Set<SchemaNode> all = new LinkedHashSet<>(schemas);
    List<SchemaNode> open = new ArrayList<>(all);
    while (!open.isEmpty()) {
      steps.take(1);
      for (SchemaNode next : open.removeLast().besides()) {
        if (all.add(next)) {
          open.add(next);
        }
      }
    }
    return all;
  }

  private static Set<JsonType> types(List<SchemaNode> schemas) {
    return JsonType.any(schemas.stream().map(SchemaNode::types));
  }

  private JsonNode scalar(Scalar scalar, Set<SchemaNode> here, Set<JsonType> types) {
    if (scalar.isNull()) {
      return JSON.nullNode();
    }
    if (isList(scalar, types)) {
      return list(ListText.items(scalar), here);
    }
    Optional<BigDecimal> number = ExactNumber.of(scalar.text());
    for (SchemaNode schema : here) {
      for (Scalar value : schema.values) {
        steps.take(1);
        Optional<JsonNode> same = same(scalar, value, number);
        if (same.isPresent() && (types.isEmpty() || fits(same.get(), types))) {
          return same.get();
        }
      }
    }
    boolean numeric = types.contains(JsonType.NUMBER) || types.contains(JsonType.INTEGER);
    if (numeric && number.isPresent()) {
      return Numbers.node(number.get());
    }
    return types.contains(JsonType.BOOLEAN) && isFlag(scalar)
        ? BooleanNode.valueOf(scalar.text().equals("true"))
        : StringNode.valueOf(scalar.text());
  }

  /** A single text is a list where one is wanted and nothing else, or where it looks like one. */
  private static boolean isList(Scalar scalar, Set<JsonType> types) {
    if (!types.contains(JsonType.ARRAY)) {
      return false;
    }
    boolean otherwise = types.stream().anyMatch(SINGLE::contains);
    return !otherwise || ListText.split(scalar).isPresent();
  }

  private static boolean isFlag(Scalar scalar) {
    return scalar.text().equals("true") || scalar.text().equals("false");
  }

  /** The allowed value, if this text says the same. */
  private static Optional<JsonNode> same(Scalar scalar, Scalar value, Optional<BigDecimal> number) {
    if (value.isNull()) {
      return Optional.empty();
    }
    Optional<BigDecimal> wanted = KeywordValues.number(value);
    if (wanted.isPresent()) {
      return number.filter(it -> it.compareTo(wanted.get()) == 0).map(Numbers::node);
    }
    if (!value.text().equals(scalar.text())) {
      return Optional.empty();
    }
    return Optional.of(
        value.plain() && isFlag(value)
            ? BooleanNode.valueOf(value.text().equals("true"))
            : StringNode.valueOf(value.text()));
  }

  private static boolean fits(JsonNode node, Set<JsonType> types) {
    return switch (node.getNodeType()) {
      case NUMBER -> types.contains(JsonType.NUMBER) || types.contains(JsonType.INTEGER);
      case BOOLEAN -> types.contains(JsonType.BOOLEAN);
      case STRING -> types.contains(JsonType.STRING);
      case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> false;
    };
  }

  /** A text in braces among the items is a list too, and joined: a parameter may be repeated. */
  private List<? extends Tree> items(Sequence sequence, Set<SchemaNode> here, Set<JsonType> types) {
    boolean listWanted = types.contains(JsonType.ARRAY) || types.isEmpty();
    if (!listWanted || sequence.items().stream().noneMatch(Typing::isInBraces)) {
      return sequence.items();
    }
    List<Tree> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      boolean listOfLists = types(ofItem(items.size(), here)).contains(JsonType.ARRAY);
      if (item instanceof Scalar scalar && !scalar.isNull() && !listOfLists) {
        items.addAll(ListText.items(scalar));
      } else {
        items.add(item);
      }
    }
    return items;
  }

  private static boolean isInBraces(Tree item) {
    return item instanceof Scalar scalar && scalar.text().stripLeading().startsWith("{");
  }

  private ArrayNode list(List<? extends Tree> items, Set<SchemaNode> here) {
    ArrayNode list = JSON.arrayNode();
    for (Tree item : items) {
      list.add(read(item, ofItem(list.size(), here)));
    }
    return list;
  }

  private List<SchemaNode> ofItem(int index, Set<SchemaNode> here) {
    List<SchemaNode> found = new ArrayList<>();
    for (SchemaNode schema : here) {
      steps.take(1);
      found.addAll(schema.item(index));
    }
    if (found.isEmpty()) {
      here.forEach(schema -> found.addAll(schema.lastItems));
    }
    return found;
  }

  private ObjectNode map(Mapping mapping, Set<SchemaNode> here) {
    ObjectNode map = JSON.objectNode();
    for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
      map.set(member.getKey(), read(member.getValue().value(), ofMember(member.getKey(), here)));
    }
    return map;
  }

  private List<SchemaNode> ofMember(String name, Set<SchemaNode> here) {
    List<SchemaNode> found = new ArrayList<>();
    for (SchemaNode schema : here) {
      steps.take(1);
      found.addAll(schema.member(name, steps));
    }
    if (found.isEmpty()) {
      here.forEach(schema -> found.addAll(schema.lastMembers));
    }
    return found;
  }
}
