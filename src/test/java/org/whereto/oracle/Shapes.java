// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** What a schema may say of one member, each with what it says of a value. */
final class Shapes {

  /** Regular expressions, and what they mean. */
  private static final Map<String, Predicate<String>> PATTERNS =
      Map.of(
          "^[a-z]+$", text -> !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z'),
          "^eu-", text -> text.startsWith("eu-"),
          "oe", text -> text.contains("oe"),
          "^.{2,4}$", text -> length(text) >= 2 && length(text) <= 4);

  private Shapes() {}

  /** A schema for a value. */
  sealed interface Shape {

    Tree setting();

    /** What is wrong with a value that stands at this path. */
    List<Said> flaws(Tree value, String path);
  }

  static Said flaw(String path, String detail) {
    return Said.no("schema.not-valid", path, detail);
  }

  private static Tree number(int value) {
    return Tree.literal(String.valueOf(value));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text of a scalar that is not null. */
  private static Optional<String> text(Tree value) {
    return value instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Anything, or nothing at all. */
  record Any(boolean allowed) implements Shape {
    @Override
    public Tree setting() {
      return Tree.literal(String.valueOf(allowed));
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      return allowed ? List.of() : List.of(flaw(path, "nothing"));
    }
  }

  /**
   * A number.
   *
   * @param above whether the least is itself too small
   * @param step what it must be a multiple of; 0 if of nothing
   */
  record Amount(boolean whole, int least, int most, boolean above, int step) implements Shape {
    @Override
    public Tree setting() {
      Tree.Builder schema = Tree.build().put("type", whole ? "integer" : "number");
      schema.put(above ? "exclusiveMinimum" : "minimum", Shapes.number(least));
      schema.put("maximum", Shapes.number(most));
      return step == 0 ? schema.done() : schema.put("multipleOf", Shapes.number(step)).done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      List<Said> flaws = new ArrayList<>();
      Optional<BigDecimal> number = Shapes.text(value).flatMap(Members::number);
      if (number.isEmpty() || (whole && !Members.isWhole(number.get()))) {
        flaws.add(flaw(path, "type " + whole));
      }
      number.ifPresent(it -> {
        int low = it.compareTo(BigDecimal.valueOf(least));
        if (low < 0 || (above && low == 0)) {
          flaws.add(flaw(path, "least " + least + above));
        }
        if (it.compareTo(BigDecimal.valueOf(most)) > 0) {
          flaws.add(flaw(path, "most " + most));
        }
        if (step > 0 && it.remainder(BigDecimal.valueOf(step)).signum() != 0) {
          flaws.add(flaw(path, "step " + step));
        }
      });
      return flaws;
    }
  }

  /** One of these numbers, whatever its spelling. */
  record Numbers(List<String> values, boolean typed, boolean single) implements Shape {
    @Override
    public Tree setting() {
      Tree.Builder schema = Tree.build();
      List<Tree> literals = values.stream().<Tree>map(Tree::literal).toList();
      if (typed) {
        schema.put("type", "number");
      }
      return single
          ? schema.put("const", literals.getFirst()).done()
          : schema.put("enum", Tree.list(literals)).done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      List<Said> flaws = new ArrayList<>();
      Optional<BigDecimal> number = Shapes.text(value).flatMap(Members::number);
      if (typed && number.isEmpty()) {
        flaws.add(flaw(path, "type false"));
      }
      List<String> allowed = single ? values.subList(0, 1) : values;
      boolean known =
          number.isPresent()
              && allowed.stream().anyMatch(one -> new BigDecimal(one).compareTo(number.get()) == 0);
      if (!known) {
        flaws.add(flaw(path, "numbers " + allowed + single));
      }
      return flaws;
    }
  }

  /** One of these texts. */
  record Words(List<String> words, boolean typed, boolean not) implements Shape {
    @Override
    public Tree setting() {
      Tree.Builder schema = Tree.build();
      if (typed || not) {
        schema.put("type", "string");
      }
      Tree.Builder choice = Tree.build().put("enum", Tree.texts(words));
      return not
          ? schema.put("not", choice.done()).done()
          : schema.put("enum", Tree.texts(words)).done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      List<Said> flaws = new ArrayList<>();
      Optional<String> text = Shapes.text(value);
      if ((typed || not) && text.isEmpty()) {
        flaws.add(flaw(path, "type text"));
      }
      if (text.filter(words::contains).isPresent() == not) {
        flaws.add(flaw(path, not ? "ruled out" : "one of " + words));
      }
      return flaws;
    }
  }

  /** A text. */
  record Text(int least, int most, String pattern) implements Shape {
    @Override
    public Tree setting() {
      return Tree.build()
          .put("type", "string")
          .put("minLength", Shapes.number(least))
          .put("maxLength", Shapes.number(most))
          .put("pattern", pattern)
          .done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      Optional<String> text = Shapes.text(value);
      if (text.isEmpty()) {
        return List.of(flaw(path, "type text"));
      }
      List<Said> flaws = new ArrayList<>();
      if (length(text.get()) < least) {
        flaws.add(flaw(path, "shortest " + least));
      }
      if (length(text.get()) > most) {
        flaws.add(flaw(path, "longest " + most));
      }
      if (!PATTERNS.get(pattern).test(text.get())) {
        flaws.add(flaw(path, "pattern " + pattern));
      }
      return flaws;
    }
  }

  /** A day of the calendar. */
  record Day() implements Shape {
    @Override
    public Tree setting() {
      return Tree.build().put("type", "string").put("format", "date").done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      Optional<String> text = Shapes.text(value);
      return text.isEmpty()
          ? List.of(flaw(path, "type text"))
          : Members.DAYS.contains(text.get()) ? List.of() : List.of(flaw(path, "date"));
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public Tree setting() {
      return Tree.build().put("type", "boolean").done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      boolean flag = Shapes.text(value).filter(it -> it.matches("true|false")).isPresent();
      return flag ? List.of() : List.of(flaw(path, "type flag"));
    }
  }

  /** A whole number, or one word. What is wrong with both is one flaw. */
  record Either(String keyword) implements Shape {

    private static final Amount NUMBER = new Amount(true, 1, 16, false, 0);
    private static final String WORD = "many";

    @Override
    public Tree setting() {
      Tree auto = Tree.build().put("type", "string").put("enum", Tree.texts(List.of(WORD))).done();
      return Tree.build().put(keyword, Tree.list(List.of(NUMBER.setting(), auto))).done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      boolean fits =
          NUMBER.flaws(value, path).isEmpty() || Shapes.text(value).equals(Optional.of(WORD));
      return fits ? List.of() : List.of(flaw(path, "either"));
    }
  }

  /** A list: a single value is a list of one, a text in braces is one too. */
  record Listed(Shape item, int least, int most, boolean unique) implements Shape {
    @Override
    public Tree setting() {
      Tree.Builder schema =
          Tree.build()
              .put("type", "array")
              .put("items", item.setting())
              .put("minItems", Shapes.number(least))
              .put("maxItems", Shapes.number(most));
      return unique ? schema.put("uniqueItems", Tree.literal("true")).done() : schema.done();
    }

    @Override
    public List<Said> flaws(Tree value, String path) {
      List<Tree> items = new ArrayList<>();
      switch (value) {
        case Scalar scalar when !scalar.isNull() -> items.addAll(Members.split(scalar));
        case Sequence sequence -> sequence.items().forEach(one -> items.addAll(flat(one)));
        case Scalar _, Mapping _ -> {
          return List.of(flaw(path, "type list"));
        }
      }
      List<Said> flaws = new ArrayList<>();
      if (items.size() < least) {
        flaws.add(flaw(path, "fewest " + least));
      }
      if (items.size() > most) {
        flaws.add(flaw(path, "most items " + most));
      }
      if (unique && new HashSet<>(items.stream().map(this::same).toList()).size() < items.size()) {
        flaws.add(flaw(path, "twice"));
      }
      for (int i = 0; i < items.size(); i++) {
        flaws.addAll(item.flaws(items.get(i), path + "[" + i + "]"));
      }
      return flaws;
    }

    private static List<Tree> flat(Tree item) {
      return item instanceof Scalar scalar && !scalar.isNull()
          ? Members.split(scalar)
          : List.of(item);
    }

    /** What is the same for equal items. */
    private Object same(Tree value) {
      Optional<String> text = Shapes.text(value);
      Optional<BigDecimal> number =
          item instanceof Amount ? text.flatMap(Members::number) : Optional.empty();
      if (number.isPresent()) {
        return number.get().stripTrailingZeros();
      }
      return text.isPresent() ? text.get() : value;
    }
  }

  static Amount whole(Dice dice) {
    int least = dice.of(0, 1, 2, 5);
    return new Amount(
        true, least, least + dice.of(0, 3, 11, 16), dice.chance(30), dice.of(0, 0, 2));
  }

  private static Shape listed(Dice dice, Shape item) {
    int least = dice.below(3);
    return new Listed(item, least, least + dice.below(3), dice.chance(30));
  }

  /** Something that one could say of this field. */
  static Shape of(Dice dice, String field) {
    if (dice.chance(6)) {
      return new Any(dice.chance(70));
    }
    return switch (field) {
      case "count" ->
          switch (dice.below(4)) {
            case 0 -> new Numbers(dice.some(Members.WHOLE, 1, 4), dice.chance(50), dice.chance(30));
            case 1 -> new Either(dice.of("anyOf", "oneOf"));
            default -> whole(dice);
          };
      case "cores" -> {
        int least = dice.of(0, 1, 8);
        yield new Amount(false, least, least + dice.below(8), dice.chance(50), 0);
      }
      case "urgent" -> new Flag();
      case "started" -> new Day();
      case "tags" -> listed(dice, word(dice));
      case "sizes" -> listed(dice, whole(dice));
      default -> word(dice);
    };
  }

  private static Shape word(Dice dice) {
    if (dice.chance(50)) {
      return new Words(dice.some(Members.WORDS, 1, 5), dice.chance(60), dice.chance(25));
    }
    String pattern = dice.of(PATTERNS.keySet().stream().sorted().toList());
    return new Text(dice.below(4), 2 + dice.below(6), pattern);
  }
}
