// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/** How large a tree is when all that it repeats is counted each time. */
record Extent(int nodes, int height) {

  static Extent of(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> new Extent(1, 0);
      case Tree.Sequence sequence -> {
        Extent below = new Extent(1, 0);
        for (Tree item : sequence.items()) {
          below = below.with(of(item));
        }
        yield new Extent(below.nodes, below.height + 1);
      }
      case Tree.Mapping mapping -> {
        Extent below = new Extent(1, 0);
        for (Tree.Member member : mapping.members().values()) {
          below = below.with(of(member.value()));
        }
        yield new Extent(below.nodes, below.height + 1);
      }
    };
  }

  private Extent with(Extent child) {
    return new Extent(nodes + child.nodes, Math.max(height, child.height));
  }
}
