// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Map;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Sequence;

/** A request is plain data: no YAML tag changes what a node means (wire.md, section 1.1). */
public final class Tags {

  private Tags() {}

  /**
   * Lets a tree pass that has no tag.
   *
   * @throws BadInput about the first node with a tag
   */
  public static void refuse(Tree tree) throws BadInput {
    Optional<Tree> tagged = tree.firstTagged();
    if (tagged.isPresent()) {
      throw new BadInput(
          "yaml.tag",
          pathTo(tree, Path.ROOT),
          tagged.get().place(),
          "The tag " + tagged.get().tag() + " means nothing in a Task: take it out.");
    }
  }

  /** Where the first node with a tag stands in a tree that has one. */
  private static Path pathTo(Tree tree, Path path) {
    if (tree.tag().isEmpty() && tree instanceof Sequence sequence) {
      int index = 0;
      while (sequence.items().get(index).firstTagged().isEmpty()) {
        index++;
      }
      return pathTo(sequence.items().get(index), path.item(index));
    }
    if (tree.tag().isEmpty() && tree instanceof Mapping mapping) {
      for (Map.Entry<String, Member> member : mapping.members().entrySet()) {
        if (member.getValue().value().firstTagged().isPresent()) {
          return pathTo(member.getValue().value(), path.member(member.getKey()));
        }
      }
    }
    return path;
  }
}
