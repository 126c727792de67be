// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one member of the top level that a {@link Glimpse} is after, and what was seen of it. */
final class Wanted {

  private final boolean any;
  private final String name;
  private final List<Tree> written = new ArrayList<>();
  private final List<Tree> merged = new ArrayList<>();

  private Wanted(boolean any, String name) {
    this.any = any;
    this.name = name;
  }

  private static Wanted member(String name) {
    return new Wanted(true, name);
  }

  /** For a reading of the whole. */
  static Wanted nothing() {
    return new Wanted(false, "");
  }

  /** Reads a document only for one member. */
  static Glimpse glimpse(String member, Reading reading) {
    Wanted wanted = member(member);
    try {
      reading.read(wanted);
      return new Glimpse(wanted.values(), Optional.empty());
    } catch (BadInput fault) {
      return new Glimpse(wanted.values(), Optional.of(fault));
    }
  }

  /** One pass over a document. */
  interface Reading {
    Tree read(Wanted wanted) throws BadInput;
  }

  boolean is(int depth, String candidate) {
    return any && depth == 1 && candidate.equals(name);
  }

  void saw(Tree value) {
    written.add(shell(value));
  }

  /** A mapping that is merged into the top level: it counts where the member is not written out. */
  void sawMerged(int depth, Tree.Mapping source) {
    if (any && depth == 1 && merged.isEmpty()) {
      source.get(name).map(Wanted::shell).ifPresent(merged::add);
    }
  }

  List<Tree> values() {
    return written.isEmpty() ? merged : written;
  }

  /** The node without what is below it. */
  static Tree shell(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence sequence -> new Tree.Sequence(List.of(), sequence.tag(), sequence.place());
      case Tree.Mapping mapping -> new Tree.Mapping(Map.of(), mapping.tag(), mapping.place());
    };
  }
}
