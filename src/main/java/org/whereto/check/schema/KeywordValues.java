// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.whereto.check.schema.SchemaReader.Keyword;
import org.whereto.check.value.ExactNumber;
import org.whereto.check.value.LinearRegex;
import org.whereto.tree.BadInput;
import org.whereto.tree.Nearest;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The keywords of a schema that hold no schema. */
final class KeywordValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int LONGEST_COUNT = 9;

  private final BiConsumer<Place, String> problems;

  KeywordValues(BiConsumer<Place, String> problems) {
    this.problems = problems;
  }

  void read(Keyword keyword) {
    if (Draft.SAY_NOTHING.contains(keyword.name())) {
      return;
    }
    Optional<? extends JsonNode> json =
        switch (keyword.name()) {
          case "type" -> type(keyword);
          case "enum", "const" -> allowed(keyword);
          case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
              number(implying(keyword, JsonType.NUMBER), false);
          case "multipleOf" -> number(implying(keyword, JsonType.NUMBER), true);
          case "minLength", "maxLength" -> count(implying(keyword, JsonType.STRING));
          case "pattern" -> pattern(implying(keyword, JsonType.STRING));
          case "format" -> format(implying(keyword, JsonType.STRING));
          case "minItems", "maxItems" -> count(implying(keyword, JsonType.ARRAY));
          case "minContains", "maxContains" -> count(keyword);
          case "uniqueItems" -> flag(implying(keyword, JsonType.ARRAY));
          case "minProperties", "maxProperties" -> count(implying(keyword, JsonType.OBJECT));
          case "required" -> Optional.of(required(implying(keyword, JsonType.OBJECT)));
          case "dependentRequired" -> dependent(keyword);
          default -> throw new IllegalStateException("Nobody reads " + keyword.name() + ".");
        };
    json.ifPresent(value -> keyword.into().json().set(keyword.name(), value));
  }

  private static Keyword implying(Keyword keyword, JsonType type) {
    keyword.into().node().implied.add(type);
    return keyword;
  }

  private Optional<JsonNode> type(Keyword keyword) {
    List<Tree> words =
        keyword.value() instanceof Sequence sequence ? sequence.items() : List.of(keyword.value());
    ArrayNode all = JSON.arrayNode();
    for (Tree word : words) {
      String text = word instanceof Scalar scalar ? scalar.text() : "";
      Optional<JsonType> type = JsonType.of(text);
      if (type.isEmpty()) {
        problems.accept(
            word.place(),
            "\"type\" is one of "
                + String.join(", ", JsonType.words())
                + "."
                + Nearest.hint(text, JsonType.words()));
      }
      type.ifPresent(keyword.into().node().declared::add);
      all.add(text);
    }
    if (words.isEmpty()) {
      problems.accept(keyword.place(), "\"type\" names no type.");
    }
    return Optional.of(all.size() == 1 ? all.get(0) : all);
  }

  private Optional<JsonNode> allowed(Keyword keyword) {
    SchemaNode node = keyword.into().node();
    if (keyword.name().equals("const")) {
      node.allow(keyword.value());
      return Optional.of(json(keyword.value()));
    }
    if (!(keyword.value() instanceof Sequence sequence) || sequence.items().isEmpty()) {
      problems.accept(keyword.place(), "\"enum\" is a list of the values that are allowed.");
      return Optional.empty();
    }
    sequence.items().forEach(node::allow);
    return Optional.of(json(sequence));
  }

  /** A value as the owner's YAML says it: quotes make a text of what looks like a number. */
  private JsonNode json(Tree tree) {
    return switch (tree) {
      case Scalar scalar when scalar.isNull() -> JSON.nullNode();
      case Scalar scalar when isLiteral(scalar, Set.of("true", "false")) ->
          BooleanNode.valueOf(scalar.text().equals("true"));
      case Scalar scalar ->
          number(scalar).<JsonNode>map(Numbers::node).orElseGet(() -> text(scalar));
      case Sequence sequence -> {
        ArrayNode list = JSON.arrayNode();
        sequence.items().forEach(item -> list.add(json(item)));
        yield list;
      }
      case Mapping mapping -> {
        ObjectNode map = JSON.objectNode();
        mapping.members().forEach((name, member) -> map.set(name, json(member.value())));
        yield map;
      }
    };
  }

  private static JsonNode text(Scalar scalar) {
    return StringNode.valueOf(scalar.text());
  }

  private static boolean isLiteral(Scalar scalar, Set<String> words) {
    return scalar.plain() && words.contains(scalar.text());
  }

  /** The number that a plain scalar is. */
  static Optional<BigDecimal> number(Scalar scalar) {
    return scalar.plain() ? ExactNumber.of(scalar.text()) : Optional.empty();
  }

  private Optional<DecimalNode> number(Keyword keyword, boolean positive) {
    Optional<BigDecimal> number =
        keyword.value() instanceof Scalar scalar ? number(scalar) : Optional.empty();
    if (number.isEmpty() || (positive && number.get().signum() <= 0)) {
      problems.accept(
          keyword.place(),
          "\"" + keyword.name() + "\" is a number" + (positive ? " above 0." : "."));
    }
    return number.map(Numbers::node);
  }

  private Optional<IntNode> count(Keyword keyword) {
    if (keyword.value() instanceof Scalar scalar
        && scalar.plain()
        && scalar.text().length() <= LONGEST_COUNT
        && scalar.text().matches("\\d+")) {
      return Optional.of(IntNode.valueOf(Integer.parseInt(scalar.text())));
    }
    problems.accept(keyword.place(), "\"" + keyword.name() + "\" is a whole number from 0 on.");
    return Optional.empty();
  }

  private Optional<BooleanNode> flag(Keyword keyword) {
    if (keyword.value() instanceof Scalar scalar && isLiteral(scalar, Set.of("true", "false"))) {
      return Optional.of(BooleanNode.valueOf(scalar.text().equals("true")));
    }
    problems.accept(keyword.place(), "\"" + keyword.name() + "\" is true or false.");
    return Optional.empty();
  }

  private Optional<JsonNode> pattern(Keyword keyword) {
    if (keyword.value() instanceof Scalar scalar && !scalar.isNull()) {
      var _ = regex(scalar.text(), keyword.place());
      return Optional.of(text(scalar));
    }
    problems.accept(keyword.place(), "\"pattern\" is a regular expression.");
    return Optional.empty();
  }

  /** The regular expression; nothing after a fault. */
  Optional<LinearRegex> regex(String text, Place place) {
    try {
      return Optional.of(LinearRegex.of(text));
    } catch (BadInput malformed) {
      problems.accept(place, malformed.sentence());
      return Optional.empty();
    }
  }

  private Optional<JsonNode> format(Keyword keyword) {
    String name = keyword.value() instanceof Scalar scalar ? scalar.text() : "";
    if (!TextFormats.NAMES.contains(name)) {
      problems.accept(
          keyword.place(),
          "\"format\" is one of "
              + String.join(", ", TextFormats.NAMES)
              + "; for others use \"pattern\"."
              + Nearest.hint(name, TextFormats.NAMES));
    }
    return Optional.of(StringNode.valueOf(name));
  }

  private ArrayNode required(Keyword keyword) {
    ArrayNode names = names(keyword.value(), keyword.name());
    names.forEach(name -> keyword.into().node().named.add(name.stringValue()));
    return names;
  }

  private Optional<JsonNode> dependent(Keyword keyword) {
    ObjectNode all = JSON.objectNode();
    if (keyword.value() instanceof Mapping mapping) {
      mapping
          .members()
          .forEach((name, member) -> all.set(name, names(member.value(), keyword.name())));
    } else {
      problems.accept(keyword.place(), "\"dependentRequired\" is a mapping of names to lists.");
    }
    return Optional.of(all);
  }

  /** A list of names of members. */
  ArrayNode names(Tree value, String keyword) {
    ArrayNode all = JSON.arrayNode();
    if (value instanceof Sequence sequence) {
      for (Tree item : sequence.items()) {
        if (item instanceof Scalar scalar && !scalar.isNull()) {
          all.add(scalar.text());
        } else {
          problems.accept(item.place(), "\"" + keyword + "\" holds names of members.");
        }
      }
    } else {
      problems.accept(value.place(), "\"" + keyword + "\" is a list of names of members.");
    }
    return all;
  }
}
