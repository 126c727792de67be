// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** What makes a compose file unreadable as a whole. */
final class ComposeFault {

  static final String CODE = "composefile.unreadable";

  private ComposeFault() {}

  static BadInput at(Tree tree, Path path, String sentence) {
    return new BadInput(CODE, path, tree.place(), sentence);
  }

  /**
   * @param wanted like {@code "a list"}
   */
  static BadInput shape(Tree tree, Path path, String wanted) {
    return at(tree, path, "\"" + path + "\" must be " + wanted + ", not " + shown(tree) + ".");
  }

  /** What a node is, in words. */
  static String shown(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar when scalar.isNull() -> "nothing";
      case Tree.Scalar scalar -> "a text";
      case Tree.Sequence sequence -> "a list";
      case Tree.Mapping mapping -> "a mapping";
    };
  }
}
