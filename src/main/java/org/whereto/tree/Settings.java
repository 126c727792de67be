// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * One mapping of an owner's file, read key by key. Every fault goes to {@link Problems} and reading
 * goes on with a default, so that one run reports them all; a key that nobody read is a fault with
 * a "did you mean".
 *
 * <p>The same reading code, run over nothing by {@link #describe}, yields the JSON Schema of the
 * mapping: there is no second description of it to keep true.
 */
public final class Settings {

  private final Tree source;
  private final Problems problems;
  private final boolean describing;
  private final Shape shape = new Shape();
  private final Set<String> read = new LinkedHashSet<>();
  private Mapping members;
  private boolean complained;

  private Settings(Tree source, Problems problems, boolean describing) {
    this.source = source;
    this.problems = problems;
    this.describing = describing;
    this.members = source instanceof Mapping mapping ? mapping : Tree.build().done();
  }

  /**
   * Reads {@code source} with {@code reader}; all that is wrong with it goes to {@code problems}.
   */
  public static <T> T read(Tree source, Problems problems, Function<Settings, T> reader) {
    Settings settings = new Settings(source, problems, false);
    T result = reader.apply(settings);
    settings.complainOfTheRest();
    return result;
  }

  /** The JSON Schema of what {@code reader} reads. */
  public static Mapping describe(Function<Settings, ?> reader) {
    Settings settings = new Settings(Tree.build().done(), new Problems(), true);
    var _ = reader.apply(settings);
    return settings.shape.schema();
  }

  /** Where this mapping begins. */
  public Place place() {
    return source.place();
  }

  /** Where the value of {@code key} stands, or this mapping if it is not there. */
  public Place place(String key) {
    Member member = members.members().get(key);
    return member == null ? place() : member.value().place();
  }

  /** Reports a fault of the value of {@code key}. */
  public void problem(String key, String sentence) {
    problemAt(place(key), sentence);
  }

  /** Reports a fault at a place in the file. */
  public void problemAt(Place place, String sentence) {
    if (!describing) {
      problems.add(place, sentence);
    }
  }

  /**
   * Reports a fault within a text of the file.
   *
   * @param offset characters of the text that stand before it
   */
  public void problemIn(Scalar text, int offset, String sentence) {
    if (!describing) {
      problems.add(text, offset, sentence);
    }
  }

  /** Where the value is no mapping, it is that of {@code key}: {@code languages: [md, python]}. */
  public void shorthand(String key) {
    shape.shorthand(key);
    if (!(source instanceof Mapping) && !isNull(source)) {
      members = new Mapping(new LinkedHashMap<>(Map.of(key, member(source))), "", place());
    }
  }

  public boolean has(String key) {
    return members.get(key).isPresent();
  }

  /**
   * The compulsory key {@code whereto}: which version of the format of this file it is written in.
   */
  public void format(String known) {
    String format = text("whereto", "Version of the format of this file: " + known + ".");
    if (!format.isEmpty() && !format.equals(known)) {
      problem(
          "whereto", "This Whereto reads format " + known + " of this file, not " + format + ".");
    }
  }

  /** A non-empty text; {@code ""} after a fault. */
  public String text(String key, String doc) {
    shape.require(key);
    return requireValue(key, textIfAny(key, doc), "");
  }

  /** A non-empty text that may be left out. */
  public Optional<String> textIfAny(String key, String doc) {
    return scalar(key, doc, Shape.TEXT).map(Scalar::text);
  }

  /** A non-empty text with its place; nothing after a fault. */
  public Optional<Scalar> placed(String key, String doc) {
    require(key);
    return scalar(key, doc, Shape.TEXT);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean otherwise, String doc) {
    Optional<Scalar> scalar = scalar(key, doc, Shape.FLAG);
    if (scalar.isEmpty()) {
      return otherwise;
    }
    return switch (scalar.get().text()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        problem(key, "\"" + key + "\" must be true or false, not \"" + scalar.get().text() + "\".");
        yield otherwise;
      }
    };
  }

  /** One of some words. */
  public String choice(String key, List<String> words, String otherwise, String doc) {
    Optional<Scalar> scalar = scalar(key, doc, Shape.choice(words));
    if (scalar.isEmpty() || words.contains(scalar.get().text())) {
      return scalar.map(Scalar::text).orElse(otherwise);
    }
    String word = scalar.get().text();
    problem(
        key,
        "\""
            + key
            + "\" must be one of "
            + String.join(", ", words)
            + ", not \""
            + word
            + "\"."
            + Nearest.hint(word, words));
    return otherwise;
  }

  /** One text or a list of texts, none of them empty; each with its place. */
  public List<Scalar> texts(String key, String doc) {
    Optional<Tree> value = value(key, doc, Shape.oneOrMany(Shape.TEXT));
    if (value.isEmpty()) {
      return List.of();
    }
    List<Tree> items =
        value.get() instanceof Sequence sequence ? sequence.items() : List.of(value.get());
    return items.stream().flatMap(item -> asText(key, item).stream()).toList();
  }

  /** The owner's own tree, whatever it is. */
  public Optional<Tree> any(String key, String doc) {
    return value(key, doc, Shape.ANY);
  }

  /** A mapping with keys of its own. */
  public <T> Optional<T> part(String key, String doc, Function<Settings, T> reader) {
    Optional<Tree> value = value(key, doc, describeIfAsked(reader));
    return value.map(tree -> below(tree, reader));
  }

  /** A mapping whose keys are names that the owner chooses. */
  public <T> Map<String, T> named(String key, String doc, BiFunction<String, Settings, T> reader) {
    Optional<Tree> value =
        value(key, doc, Shape.named(describeIfAsked(inner -> reader.apply("", inner))));
    Map<String, T> result = new LinkedHashMap<>();
    if (value.isPresent() && !(value.get() instanceof Mapping)) {
      problem(key, "\"" + key + "\" must be a mapping of names.");
    } else if (value.isPresent()) {
      ((Mapping) value.get())
          .members()
          .forEach((name, member) ->
              result.put(name, below(member.value(), inner -> reader.apply(name, inner))));
    }
    return result;
  }

  /** This mapping itself, where all its keys are names that the owner chooses. */
  public <T> Map<String, T> everyName(String doc, Function<Settings, T> reader) {
    shape.everyName(describeIfAsked(reader).with("description", Tree.text(doc)));
    Map<String, T> result = new LinkedHashMap<>();
    members
        .members()
        .forEach((name, member) -> {
          read.add(name);
          result.put(name, below(member.value(), reader));
        });
    return result;
  }

  /** This mapping itself as the owner wrote it: to know its keys is the reader's business. */
  public Mapping everything(String doc) {
    shape.everyName(Shape.ANY.with("description", Tree.text(doc)));
    read.addAll(members.members().keySet());
    return members;
  }

  /** A list of mappings. */
  public <T> List<T> list(String key, String doc, Function<Settings, T> reader) {
    Optional<Tree> value = value(key, doc, Shape.listOf(describeIfAsked(reader)));
    if (value.isPresent() && !(value.get() instanceof Sequence)) {
      problem(key, "\"" + key + "\" must be a list: begin each entry with \"- \".");
      return List.of();
    }
    List<T> result = new ArrayList<>();
    if (value.isPresent()) {
      ((Sequence) value.get()).items().forEach(item -> result.add(below(item, reader)));
    }
    return result;
  }

  /** Reports that {@code key} is compulsory, if it is not there. */
  public void require(String key) {
    shape.require(key);
    requireValue(key, members.get(key), Tree.text(""));
  }

  private <T> T requireValue(String key, Optional<T> value, T otherwise) {
    if (!has(key)) {
      complainOfKind();
      if (!complained) {
        problemAt(place(), "\"" + key + "\" is missing here.");
      }
    }
    return value.orElse(otherwise);
  }

  private <T> T below(Tree tree, Function<Settings, T> reader) {
    return read(tree, problems, reader);
  }

  private <T> Mapping describeIfAsked(Function<Settings, T> reader) {
    return describing ? describe(reader) : Shape.ANY;
  }

  private Optional<Scalar> scalar(String key, String doc, Mapping one) {
    return value(key, doc, one).flatMap(tree -> asText(key, tree));
  }

  private Optional<Tree> value(String key, String doc, Mapping one) {
    shape.property(key, doc, one);
    read.add(key);
    Optional<Tree> value = members.get(key);
    if (value.isPresent() && isNull(value.get())) {
      problem(key, "\"" + key + "\" has no value: give it one, or leave it out.");
      return Optional.empty();
    }
    if (value.isPresent() && !value.get().tag().isEmpty()) {
      problem(key, "The tag " + value.get().tag() + " means nothing here: take it out.");
    }
    return value;
  }

  private Optional<Scalar> asText(String key, Tree tree) {
    if (!(tree instanceof Scalar scalar)) {
      problemAt(tree.place(), "\"" + key + "\" must hold plain text here.");
      return Optional.empty();
    }
    if (scalar.isNull() || scalar.text().isBlank()) {
      problemAt(tree.place(), "\"" + key + "\" holds an empty text.");
      return Optional.empty();
    }
    return Optional.of(scalar);
  }

  private void complainOfTheRest() {
    complainOfKind();
    members
        .members()
        .forEach((name, member) -> {
          if (!read.contains(name)) {
            problemAt(member.place(), "Unknown key \"" + name + "\"." + Nearest.remedy(name, read));
          }
        });
  }

  private void complainOfKind() {
    if (!complained && !describing && !(source instanceof Mapping) && members.members().isEmpty()) {
      complained = true;
      problemAt(place(), "A mapping is wanted here: \"key: value\" lines.");
    }
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isNull();
  }

  private static Member member(Tree value) {
    return new Member(value.place(), value);
  }
}
