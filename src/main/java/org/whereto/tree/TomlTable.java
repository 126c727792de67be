// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Sequence;

/** A table of a TOML document while it is read: later headers may still add to it. */
final class TomlTable {

  private sealed interface Content {}

  private record Value(Tree tree) implements Content {}

  private record Inner(TomlTable table) implements Content {}

  private record Items(List<TomlTable> tables) implements Content {}

  private record Named(Place place, Content content) {}

  private final Place place;
  private final int depth;
  private final Map<String, Named> members = new LinkedHashMap<>();

  /** Whether a header of its own has named it: that may happen once. */
  private boolean named;

  /**
   * @param depth levels of nesting with this one, from 1
   */
  TomlTable(Place place, int depth) {
    this.place = place;
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  void put(String name, Tree value, Place at) throws BadInput {
    if (members.putIfAbsent(name, new Named(at, new Value(value))) != null) {
      throw twice(name, at);
    }
  }

  /** The table on the way of a dotted name; made when it is not there yet. */
  TomlTable inner(String name, Place at) throws BadInput {
    Named known =
        members.computeIfAbsent(name, _ -> new Named(at, new Inner(new TomlTable(at, depth + 1))));
    return switch (known.content()) {
      case Inner inner -> inner.table();
      case Items items -> items.tables().getLast();
      case Value _ -> throw twice(name, at);
    };
  }

  /** The table that a header names. */
  TomlTable table(String name, Place at) throws BadInput {
    Named known = members.get(name);
    boolean listed = known != null && known.content() instanceof Items;
    TomlTable table = inner(name, at);
    if (listed || table.named) {
      throw twice(name, at);
    }
    table.named = true;
    return table;
  }

  /** One more item of the list of tables {@code name}. */
  TomlTable listItem(String name, Place at) throws BadInput {
    Named known = members.computeIfAbsent(name, _ -> new Named(at, new Items(new ArrayList<>())));
    if (!(known.content() instanceof Items items)) {
      throw twice(name, at);
    }
    TomlTable table = new TomlTable(at, depth + 2);
    items.tables().add(table);
    return table;
  }

  Mapping tree() {
    Map<String, Member> all = new LinkedHashMap<>();
    members.forEach((name, known) -> all.put(name, new Member(known.place(), tree(known))));
    return new Mapping(all, "", place);
  }

  private static Tree tree(Named known) {
    return switch (known.content()) {
      case Value value -> value.tree();
      case Inner inner -> inner.table().tree();
      case Items items ->
          new Sequence(
              items.tables().stream().<Tree>map(TomlTable::tree).toList(), "", known.place());
    };
  }

  private static BadInput twice(String name, Place at) {
    return new BadInput(
        "toml.duplicate-key", Path.ROOT, at, "\"" + name + "\" is given twice: keep one.");
  }
}
