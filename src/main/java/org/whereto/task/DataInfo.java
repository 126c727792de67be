// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.whereto.tree.BadInput;
import org.whereto.tree.Nearest;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The {@code datainfo} of one data item, read member by member. */
final class DataInfo {

  private static final int SHOWN = 100;

  private final DataType type;
  private final Mapping members;
  private final Path path;
  private final Set<String> read = new LinkedHashSet<>();

  private DataInfo(DataType type, Mapping members, Path path) {
    this.type = type;
    this.members = members;
    this.path = path;
  }

  /**
   * That of an item of this type.
   *
   * @param path where the item stands
   * @throws BadInput where it has none, or no members
   */
  static DataInfo of(DataType type, Tree item, Path path) throws BadInput {
    Path below = path.member("datainfo");
    Optional<Tree> info = item.get("datainfo");
    if (info.isPresent() && info.get() instanceof Mapping mapping) {
      return new DataInfo(type, mapping, below);
    }
    throw new BadInput(
        "data.incomplete",
        below,
        info.orElse(item).place(),
        "The datainfo of " + type.uri() + " has named members, like " + type.example() + ".");
  }

  /** Reads a text, and says why it cannot, without a path. */
  interface Reader<T> {
    T read(String text) throws BadInput;
  }

  /** A member that must be there. */
  <T> T read(String name, Reader<T> reader) throws BadInput {
    return read(required(name), name, reader);
  }

  /** A member that may be left out. */
  <T> Optional<T> readIfAny(String name, Reader<T> reader) throws BadInput {
    Optional<Scalar> scalar = scalar(name);
    return scalar.isEmpty() ? Optional.empty() : Optional.of(read(scalar.get(), name, reader));
  }

  /**
   * A text that must be there.
   *
   * @param rule ends the sentence "... is"
   */
  String text(String name, Predicate<String> sound, String rule) throws BadInput {
    return read(name, text -> sound(text, sound, rule));
  }

  /** The same of a text that may be left out. */
  Optional<String> textIfAny(String name, Predicate<String> sound, String rule) throws BadInput {
    return readIfAny(name, text -> sound(text, sound, rule));
  }

  /** The members that nobody read. */
  List<Path> others() {
    List<Path> others = new ArrayList<>();
    for (String name : members.members().keySet()) {
      if (!read.contains(name)) {
        others.add(path.member(name));
      }
    }
    return others;
  }

  private static String sound(String text, Predicate<String> sound, String rule) throws BadInput {
    if (!sound.test(text)) {
      throw new BadInput("data.malformed", "\"" + OneLine.of(text, SHOWN) + "\" is " + rule + ".");
    }
    return text;
  }

  private <T> T read(Scalar scalar, String name, Reader<T> reader) throws BadInput {
    try {
      return reader.read(scalar.text());
    } catch (BadInput why) {
      throw new BadInput("data.malformed", path.member(name), scalar.place(), why.sentence());
    }
  }

  private Scalar required(String name) throws BadInput {
    Optional<Scalar> scalar = scalar(name);
    if (scalar.isEmpty()) {
      throw new BadInput(
          "data.incomplete",
          path.member(name),
          members.place(),
          "Data of the type "
              + type.uri()
              + " needs \""
              + name
              + "\", like "
              + type.example()
              + "."
              + misspelt(name));
    }
    return scalar.get();
  }

  private String misspelt(String name) {
    return Nearest.to(name, members.members().keySet().stream().limit(SHOWN).toList())
        .map(near -> " What is \"" + OneLine.of(near, SHOWN) + "\"?")
        .orElse("");
  }

  private Optional<Scalar> scalar(String name) throws BadInput {
    read.add(name);
    Optional<Tree> value = members.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    throw new BadInput(
        "data.malformed",
        path.member(name),
        value.get().place(),
        "One text is wanted here, and not an empty one.");
  }
}
