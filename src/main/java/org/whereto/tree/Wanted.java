// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reading is for: a tree, or a {@link Glimpse} of one member of the top level; and what was
 * seen of that member.
 */
final class Wanted {

  private final boolean any;
  private final String name;
  private final Keep keep;
  private final List<Tree> written = new ArrayList<>();
  private final List<Tree> merged = new ArrayList<>();

  private Wanted(boolean any, String name, Keep keep) {
    this.any = any;
    this.name = name;
    this.keep = keep;
  }

  static Wanted tree(Keep keep) {
    return new Wanted(false, "", keep);
  }

  /** Reads a document only for one member. */
  static Glimpse glimpse(String member, Reading reading) {
    Wanted wanted = new Wanted(true, member, Keep.NOTHING);
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

  /** What to keep of the document. */
  Keep keep() {
    return keep;
  }

  /** Whether it is only for what stands before the first fault. */
  boolean isGlimpse() {
    return any;
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

  /** The same shell of a document that was read in another shape. */
  static Tree withoutPlace(Tree shell) {
    return switch (shell) {
      case Tree.Scalar scalar ->
          new Tree.Scalar(scalar.text(), scalar.plain(), scalar.tag(), Place.NONE);
      case Tree.Sequence sequence -> new Tree.Sequence(List.of(), sequence.tag(), Place.NONE);
      case Tree.Mapping mapping -> new Tree.Mapping(Map.of(), mapping.tag(), Place.NONE);
    };
  }
}
