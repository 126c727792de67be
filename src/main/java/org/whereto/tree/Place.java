// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/**
 * Where in its source a node stands: line and column, both from 1, the column in characters.
 *
 * <p>{@link #NONE} stands for trees that were not read from a text.
 */
public record Place(int line, int column) {

  public static final Place NONE = new Place(0, 0);

  /** {@code LINE:COLUMN}, the way compilers print it; empty for {@link #NONE}. */
  @Override
  public String toString() {
    return line == 0 ? "" : line + ":" + column;
  }
}
