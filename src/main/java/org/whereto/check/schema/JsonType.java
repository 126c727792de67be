// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.tree.Word;

/** The types that a schema can declare. */
enum JsonType {
  STRING("a text"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  ARRAY("a list"),
  OBJECT("a mapping"),
  NULL("null");

  private final String told;

  JsonType(String told) {
    this.told = told;
  }

  /** For people: {@code a whole number}. */
  String told() {
    return told;
  }

  /** Whether one of these types, or a wider one, is among others. */
  boolean isIn(Set<JsonType> others) {
    return others.contains(this) || (this == INTEGER && others.contains(NUMBER));
  }

  /** All that are in any of these sets. */
  static Set<JsonType> any(Stream<Set<JsonType>> sets) {
    Set<JsonType> any = EnumSet.noneOf(JsonType.class);
    sets.forEach(any::addAll);
    return any;
  }

  static Optional<JsonType> of(String word) {
    return words().contains(word)
        ? Optional.of(valueOf(word.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Word::of).toList();
  }
}
