// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.Optional;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** Texts deep inside a document that may lack them, or hold something else in their place. */
final class Texts {

  private Texts() {}

  /** The text at this path of members; empty if there is none, or none worth the name. */
  static String at(Tree tree, String... members) {
    Optional<Tree> node = Optional.of(tree);
    for (String member : members) {
      node = node.flatMap(mapping -> mapping.get(member));
    }
    return node.filter(found -> found instanceof Scalar scalar && !scalar.isNull())
        .map(found -> ((Scalar) found).text().strip())
        .orElse("");
  }
}
