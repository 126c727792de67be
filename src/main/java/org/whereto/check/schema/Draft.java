// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The version of JSON Schema that a schema is written in, and the keywords that count in it. All
 * others are refused: a keyword that is passed over would allow what its owner means to forbid.
 */
enum Draft {
  DRAFT_2020_12(
      List.of("https://json-schema.org/draft/2020-12/schema"),
      Set.of(
          "prefixItems",
          "minContains",
          "maxContains",
          "dependentRequired",
          "dependentSchemas",
          "unevaluatedItems",
          "unevaluatedProperties",
          "$defs",
          "$anchor",
          "deprecated")),
  DRAFT_07(
      List.of("http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema"),
      Set.of("additionalItems", "dependencies"));

  /** Keywords that allow and forbid nothing. */
  static final Set<String> SAY_NOTHING =
      Set.of(
          "$id",
          "$schema",
          "$anchor",
          "$comment",
          "$defs",
          "definitions",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly");

  private static final Set<String> COMMON =
      Set.of(
          "type",
          "enum",
          "const",
          "multipleOf",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "items",
          "contains",
          "minItems",
          "maxItems",
          "uniqueItems",
          "properties",
          "patternProperties",
          "additionalProperties",
          "propertyNames",
          "required",
          "minProperties",
          "maxProperties",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "definitions",
          "$ref",
          "$id",
          "$schema",
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "readOnly",
          "writeOnly");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> own;

  Draft(List<String> names, Set<String> own) {
    this.names = names;
    this.own = own;
  }

  boolean knows(String keyword) {
    return own.contains(keyword) || COMMON.contains(keyword);
  }

  Set<String> keywords() {
    Set<String> keywords = new HashSet<>(COMMON);
    keywords.addAll(own);
    return keywords;
  }

  /** The one that {@code $schema} names. */
  static Optional<Draft> of(String name) {
    String plain = name.endsWith("#") ? name.substring(0, name.length() - 1) : name;
    for (Draft draft : values()) {
      if (draft.names.contains(plain)) {
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }

  static String told() {
    return DRAFT_2020_12.names.getFirst() + " or " + DRAFT_07.names.getFirst() + "#";
  }
}
