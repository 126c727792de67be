// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left of a tree that was read whole when only a part of it is to be kept. */
public final class Pruned {

  private Pruned() {}

  /** What a reader would have built of it. */
  public static Tree of(Tree tree, Keep keep) {
    if (keep instanceof Keep.All) {
      return tree;
    }
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence sequence -> sequence(sequence, keep.item());
      case Tree.Mapping mapping -> mapping(mapping, keep);
    };
  }

  private static Tree sequence(Tree.Sequence sequence, Keep rule) {
    List<Tree> items = new ArrayList<>();
    if (!(rule instanceof Keep.Nothing)) {
      sequence.items().forEach(item -> items.add(of(item, rule)));
    }
    return new Tree.Sequence(items, sequence.tag(), sequence.place());
  }

  private static Tree mapping(Tree.Mapping mapping, Keep keep) {
    Map<String, Tree.Member> members = new LinkedHashMap<>();
    mapping
        .members()
        .forEach((name, member) -> {
          Keep rule = keep.member(name);
          if (!(rule instanceof Keep.Nothing)) {
            members.put(name, new Tree.Member(member.place(), of(member.value(), rule)));
          }
        });
    return new Tree.Mapping(members, mapping.tag(), mapping.place());
  }

  /** The same node said to stand elsewhere: where its alias stands. */
  static Tree at(Place place, Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar ->
          new Tree.Scalar(scalar.text(), scalar.plain(), scalar.tag(), place);
      case Tree.Sequence sequence -> new Tree.Sequence(sequence.items(), sequence.tag(), place);
      case Tree.Mapping mapping -> new Tree.Mapping(mapping.members(), mapping.tag(), place);
    };
  }
}
