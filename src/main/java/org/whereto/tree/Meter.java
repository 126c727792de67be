// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Arrays;

/**
 * What one reading has cost so far and where in the document it is: stops at the first limit that
 * is passed, and words every fault of a reader.
 */
final class Meter {

  private static final int NOTHING_YET = -2;
  private static final int NAMED = -1;

  private final String format;
  private final Budget budget;

  /** The way from the root: at each level an index, or NAMED and a name. */
  private String[] names = new String[16];

  private int[] indices = new int[16];
  private int depth;
  private long nodes;
  private int aliases;
  private long repeated;
  private int watched;

  Meter(String format, Budget budget) {
    this.format = format;
    this.budget = budget;
  }

  int depth() {
    return depth;
  }

  void bytes(int length) throws BadInput {
    if (length > budget.bytes()) {
      throw broken(
          "byte-budget",
          Place.NONE,
          "The document is larger than " + budget.bytes() + " bytes; make it smaller.");
    }
  }

  void enter(Place place) throws BadInput {
    room(1, place);
    depth++;
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indices = Arrays.copyOf(indices, depth * 2);
    }
    indices[depth] = NOTHING_YET;
  }

  void leave() {
    depth--;
  }

  /** Whether a subtree of that many levels may stand here. */
  void room(int levels, Place place) throws BadInput {
    if (depth + levels > budget.depth()) {
      throw broken(
          "depth-budget",
          place,
          "The nesting is deeper than " + budget.depth() + " levels; make it flatter.");
    }
  }

  /** Before the name of a member is known: a fault is one of the mapping. */
  void between() {
    indices[depth] = NOTHING_YET;
  }

  void member(String name) {
    names[depth] = name;
    indices[depth] = NAMED;
  }

  void item(int index) {
    indices[depth] = index;
  }

  void count(int more, Place place) throws BadInput {
    nodes += more;
    if (nodes > budget.nodes()) {
      throw fault(
          "node-budget",
          place,
          "The document has more than " + budget.nodes() + " values; make it smaller.");
    }
  }

  void text(int length, Place place) throws BadInput {
    if (length > budget.scalar()) {
      throw fault(
          "text-budget",
          place,
          "This text is longer than " + budget.scalar() + " characters; make it shorter.");
    }
  }

  void name(int length, Place place) throws BadInput {
    if (length > budget.name()) {
      throw fault(
          "name-budget",
          place,
          "This name is longer than " + budget.name() + " characters; make it shorter.");
    }
  }

  void alias(Place place) throws BadInput {
    aliases++;
    if (aliases > budget.aliases()) {
      throw fault(
          "alias-budget",
          place,
          "There are more than " + budget.aliases() + " aliases; write some of them out.");
    }
  }

  /** Text that an alias repeats: no more than a document could say itself. */
  void repeat(long length, Place place) throws BadInput {
    repeated += length;
    if (repeated > budget.bytes()) {
      throw fault(
          "alias-budget",
          place,
          "The aliases repeat more than " + budget.bytes() + " characters; use fewer.");
    }
  }

  /**
   * Whether one more name of a part that is not kept may be remembered to find its double: as many
   * at a time as there may be nodes, so that skipping costs no memory.
   */
  boolean watch() {
    if (watched >= budget.nodes()) {
      return false;
    }
    watched++;
    return true;
  }

  void unwatch(int names) {
    watched -= names;
  }

  /** A fault of the field that is being read. */
  BadInput fault(String code, Place place, String sentence) {
    return new BadInput(format + "." + code, path(), place, sentence);
  }

  /** A fault of the document as a whole, which makes no sense from here on. */
  BadInput broken(String code, Place place, String sentence) {
    return new BadInput(format + "." + code, Path.ROOT, place, sentence);
  }

  /** As far as no name is longer than it may be: whoever sent that one needs not hear all of it. */
  private Path path() {
    Path path = Path.ROOT;
    for (int level = 1; level <= depth; level++) {
      if (indices[level] == NAMED && names[level].length() > budget.name()) {
        return path;
      }
      path =
          switch (indices[level]) {
            case NOTHING_YET -> path;
            case NAMED -> path.member(names[level]);
            default -> path.item(indices[level]);
          };
    }
    return path;
  }
}
