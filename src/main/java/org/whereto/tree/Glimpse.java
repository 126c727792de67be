// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;
import java.util.Optional;

/**
 * What a document says about one member of its top level before the rest is looked at.
 *
 * <p>The rest is read over as what a {@link Keep} skips: its syntax, its names and its depth are
 * checked, its nodes and texts are not counted.
 *
 * @param values the values of that member that stand before the first fault, in order: scalars as
 *     they are, anything else as an empty mapping or sequence
 * @param fault the first fault of the document, if it has any; the member standing there twice is
 *     none
 */
public record Glimpse(List<Tree> values, Optional<BadInput> fault) {
  public Glimpse {
    values = List.copyOf(values);
  }
}
