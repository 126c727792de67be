// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document as every part of Whereto sees it, whatever format it came in: immutable, with the
 * source text of each scalar and the place of each node.
 *
 * <p>Two trees are equal when they say the same; places do not count, nor does the order of
 * members.
 */
public sealed interface Tree {

  /** Where this node began. */
  Place place();

  /** The explicit YAML tag, like {@code !reset}; empty if there is none. */
  String tag();

  /** The member {@code name}, if this is a mapping that has one. */
  default Optional<Tree> get(String name) {
    return Optional.empty();
  }

  /** A text that is not read as a number, a boolean or null. */
  static Scalar text(String text) {
    return new Scalar(text, false, "", Place.NONE);
  }

  /** A JSON literal: a number, {@code true}, {@code false} or {@code null}. */
  static Scalar literal(String text) {
    return new Scalar(text, true, "", Place.NONE);
  }

  static Sequence list(List<? extends Tree> items) {
    return new Sequence(List.copyOf(items), "", Place.NONE);
  }

  /** A sequence of texts. */
  static Sequence texts(List<String> items) {
    List<Tree> texts = new ArrayList<>(items.size());
    for (String item : items) {
      texts.add(text(item));
    }
    return list(texts);
  }

  static Mapping map(Map<String, ? extends Tree> members) {
    Map<String, Member> all = new LinkedHashMap<>();
    members.forEach((name, value) -> all.put(name, new Member(Place.NONE, value)));
    return new Mapping(all, "", Place.NONE);
  }

  /**
   * One value with its source text ({@code 1.10}, {@code no}, {@code 0123} stay as they were
   * written).
   *
   * @param plain written without quotes: a JSON literal or a plain YAML scalar
   */
  record Scalar(String text, boolean plain, String tag, Place place) implements Tree {

    /** Null or empty, as JSON ({@code null}) and YAML ({@code ~}, nothing at all) write it. */
    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    /** Quotes count only where the text without them would be no text ({@code 5}, {@code ~}). */
    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar that
          && text.equals(that.text)
          && tag.equals(that.tag)
          && Literal.isPlain(this) == Literal.isPlain(that)
          && isNull() == that.isNull();
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** Items in their order. */
  record Sequence(List<Tree> items, String tag, Place place) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sequence that && items.equals(that.items) && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }

  /** A member of a mapping: where its name stands, and its value. */
  record Member(Place place, Tree value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Member that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** Members by name, in source order; no name twice. */
  record Mapping(Map<String, Member> members, String tag, Place place) implements Tree {

    /** {@code members} is taken over, not copied: the caller gives it away. */
    public Mapping {
      members = Collections.unmodifiableMap(members);
    }

    @Override
    public Optional<Tree> get(String name) {
      Member member = members.get(name);
      return member == null ? Optional.empty() : Optional.of(member.value());
    }

    /** This mapping with one member added, or replaced where it stands. */
    public Mapping with(String name, Tree value) {
      Map<String, Member> all = new LinkedHashMap<>(members);
      all.put(name, new Member(Place.NONE, value));
      return new Mapping(all, tag, place);
    }

    /** This mapping with all members of another after its own. */
    public Mapping withAll(Mapping other) {
      Map<String, Member> all = new LinkedHashMap<>(members);
      all.putAll(other.members);
      return new Mapping(all, tag, place);
    }

    /** This mapping with one member taken out, if it is there. */
    public Mapping without(String name) {
      Map<String, Member> all = new LinkedHashMap<>(members);
      all.remove(name);
      return new Mapping(all, tag, place);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping that && members.equals(that.members) && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }
  }

  /**
   * The items of a field that holds a list: a scalar is a list of one.
   *
   * @throws BadInput for a mapping
   */
  default List<Tree> items(Path path) throws BadInput {
    return switch (this) {
      case Sequence sequence -> sequence.items();
      case Scalar scalar -> List.of(scalar);
      case Mapping mapping ->
          throw new BadInput(
              "field.not-a-list",
              path,
              mapping.place(),
              "A list is wanted here, not named members.");
    };
  }

  /** A builder of mappings that reads like the document it makes. */
  static Builder build() {
    return new Builder();
  }

  /** See {@link #build()}; members that are empty are left out where the method says so. */
  final class Builder {
    private Map<String, Member> members = new LinkedHashMap<>();

    /** Whether these members are those of a mapping that was made: then no more may join them. */
    private boolean given;

    public Builder put(String name, Tree value) {
      if (given) {
        members = new LinkedHashMap<>(members);
        given = false;
      }
      members.put(name, new Member(Place.NONE, value));
      return this;
    }

    public Builder put(String name, String text) {
      return put(name, text(text));
    }

    /** Left out when the text is empty. */
    public Builder putIfAny(String name, String text) {
      return text.isEmpty() ? this : put(name, text);
    }

    /** Left out when the list is empty. */
    public Builder putIfAny(String name, List<? extends Tree> items) {
      return items.isEmpty() ? this : put(name, list(items));
    }

    public Mapping done() {
      given = true;
      return new Mapping(members, "", Place.NONE);
    }
  }

  /** The first node with an explicit tag: this one, or one below it. */
  default Optional<Tree> firstTagged() {
    if (!tag().isEmpty()) {
      return Optional.of(this);
    }
    return switch (this) {
      case Scalar _ -> Optional.empty();
      case Sequence sequence -> {
        for (Tree item : sequence.items()) {
          Optional<Tree> found = item.firstTagged();
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case Mapping mapping -> {
        for (Member member : mapping.members().values()) {
          Optional<Tree> found = member.value().firstTagged();
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
    };
  }

  /** This node and every node below it, in source order. */
  default Stream<Tree> nodes() {
    Stream<Tree> below =
        switch (this) {
          case Scalar scalar -> Stream.empty();
          case Sequence sequence -> sequence.items().stream().flatMap(Tree::nodes);
          case Mapping mapping ->
              mapping.members().values().stream().flatMap(member -> member.value().nodes());
        };
    return Stream.concat(Stream.of(this), below);
  }
}
