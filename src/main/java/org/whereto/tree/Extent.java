// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Map;

/**
 * How large a tree is when all that it repeats is counted each time.
 *
 * @param text UTF-16 units of its texts and names
 */
record Extent(int nodes, int height, long text) {

  static Extent of(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> new Extent(1, 0, scalar.text().length());
      case Tree.Sequence sequence -> {
        Extent all = new Extent(1, 1, 0);
        for (Tree item : sequence.items()) {
          all = all.with(of(item), 0);
        }
        yield all;
      }
      case Tree.Mapping mapping -> {
        Extent all = new Extent(1, 1, 0);
        for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
          all = all.with(of(member.getValue().value()), member.getKey().length());
        }
        yield all;
      }
    };
  }

  private Extent with(Extent child, int name) {
    return new Extent(
        nodes + child.nodes, Math.max(height, child.height + 1), text + child.text + name);
  }
}
