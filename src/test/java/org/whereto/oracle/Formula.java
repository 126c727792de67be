// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An expression of a rule as its owner writes it, and what it means.
 *
 * @param uses the variables and lists in it
 */
record Formula(String written, Set<String> uses, Meaning meaning) {

  /** Regular expressions, and what they mean. */
  static final Map<String, Predicate<String>> PATTERNS =
      Map.of(
          "^[a-z]+$", text -> !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z'),
          "^eu-", text -> text.startsWith("eu-"),
          "oe", text -> text.contains("oe"));

  /** What comes of it with these values: a text, a whole number, ...; nothing if it breaks. */
  @FunctionalInterface
  interface Meaning {
    Optional<Object> of(Map<String, Object> values);
  }

  /** What comes of two values; nothing if it breaks. */
  @FunctionalInterface
  interface Both {
    Optional<Object> of(Object left, Object right);
  }

  static Formula literal(String written, Object value) {
    return new Formula(written, Set.of(), values -> Optional.of(value));
  }

  static Formula whole(long value) {
    return literal(String.valueOf(value), BigInteger.valueOf(value));
  }

  static Formula text(String value) {
    return literal("'" + value + "'", value);
  }

  static Formula texts(List<String> values) {
    return literal("['" + String.join("', '", values) + "']", values);
  }

  static Formula fraction(String value) {
    return literal(value, new BigDecimal(value));
  }

  static Formula variable(String name) {
    return new Formula(name, Set.of(name), values -> Optional.of(values.get(name)));
  }

  private static Set<String> uses(Formula... parts) {
    Set<String> uses = new HashSet<>();
    for (Formula part : parts) {
      uses.addAll(part.uses());
    }
    return uses;
  }

  /** Both are needed: what breaks one of them breaks the whole. */
  private Formula with(String written, Formula other, Both meaning) {
    return new Formula(
        written,
        uses(this, other),
        values -> {
          Optional<Object> left = this.meaning.of(values);
          Optional<Object> right = other.meaning().of(values);
          return left.isEmpty() || right.isEmpty()
              ? Optional.empty()
              : meaning.of(left.get(), right.get());
        });
  }

  Formula infix(String operator, Formula other, Both meaning) {
    return with("(" + written + " " + operator + " " + other.written() + ")", other, meaning);
  }

  Formula call(String method, Formula other, Both meaning) {
    return with(written + "." + method + "(" + other.written() + ")", other, meaning);
  }

  Formula item(int index) {
    return with(
        written + "[" + index + "]",
        whole(index),
        (list, at) ->
            list instanceof List<?> items && index < items.size()
                ? Optional.of(items.get(index))
                : Optional.empty());
  }

  /** Its length: of a text in characters, of a list in items. */
  Formula size() {
    return with(
        "size(" + written + ")",
        this,
        (one, same) ->
            Optional.of(
                BigInteger.valueOf(
                    one instanceof String text
                        ? text.codePointCount(0, text.length())
                        : ((List<?>) one).size())));
  }

  Formula listed(String list, List<String> texts) {
    Formula named = new Formula(list, Set.of(list), values -> Optional.of(true));
    return with(
        list + "(" + written + ")", named, (text, any) -> Optional.of(texts.contains(text)));
  }

  Formula negated() {
    return with("!" + written, this, (one, same) -> Optional.of(one.equals(false)));
  }

  /** Of these two, one that decides is enough, whatever breaks in the other. */
  Formula logical(boolean and, Formula other) {
    String operator = and ? " && " : " || ";
    return new Formula(
        "(" + written + operator + other.written() + ")",
        uses(this, other),
        values -> decided(and, List.of(meaning.of(values), other.meaning().of(values))));
  }

  /** All hold, or some does; empty if the parts that broke would have decided. */
  private static Optional<Object> decided(boolean and, List<Optional<Object>> parts) {
    if (parts.contains(Optional.<Object>of(!and))) {
      return Optional.of(!and);
    }
    return parts.contains(Optional.empty()) ? Optional.empty() : Optional.of(and);
  }

  /** The branch that is not taken cannot break anything. */
  Formula choice(Formula yes, Formula no) {
    return new Formula(
        "(" + written + " ? " + yes.written() + " : " + no.written() + ")",
        uses(this, yes, no),
        values ->
            meaning
                .of(values)
                .flatMap(
                    one -> one.equals(true) ? yes.meaning().of(values) : no.meaning().of(values)));
  }

  /** {@code all}, {@code exists}, {@code exists_one} of a list; {@code x} is the item. */
  Formula each(String macro, Formula body) {
    Set<String> uses = uses(this, body);
    uses.remove("x");
    return new Formula(
        written + "." + macro + "(x, " + body.written() + ")",
        uses,
        values ->
            meaning
                .of(values)
                .flatMap(list -> {
                  List<Optional<Object>> parts = parts((List<?>) list, body, values);
                  return switch (macro) {
                    case "all" -> decided(true, parts);
                    case "exists" -> decided(false, parts);
                    default ->
                        parts.contains(Optional.empty())
                            ? Optional.empty()
                            : Optional.of(
                                parts.stream().filter(Optional.of(true)::equals).count() == 1);
                  };
                }));
  }

  /** {@code filter} and {@code map}. */
  Formula remade(boolean filter, Formula body) {
    Set<String> uses = uses(this, body);
    uses.remove("x");
    return new Formula(
        written + "." + (filter ? "filter" : "map") + "(x, " + body.written() + ")",
        uses,
        values ->
            meaning
                .of(values)
                .flatMap(list -> {
                  List<?> items = (List<?>) list;
                  List<Optional<Object>> parts = parts(items, body, values);
                  List<Object> made = new ArrayList<>();
                  for (int i = 0; i < items.size(); i++) {
                    if (parts.get(i).isEmpty()) {
                      return Optional.empty();
                    }
                    Object part = parts.get(i).get();
                    if (!filter) {
                      made.add(part);
                    } else if (part.equals(true)) {
                      made.add(items.get(i));
                    }
                  }
                  return Optional.of(made);
                }));
  }

  private static List<Optional<Object>> parts(
      List<?> items, Formula body, Map<String, Object> values) {
    List<Optional<Object>> parts = new ArrayList<>();
    for (Object item : items) {
      Map<String, Object> inside = new HashMap<>(values);
      inside.put("x", item);
      parts.add(body.meaning().of(inside));
    }
    return parts;
  }
}
