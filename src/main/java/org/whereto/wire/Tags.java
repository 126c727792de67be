// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** A request is plain data: no YAML tag changes what a node means (wire.md, section 1.1). */
final class Tags {

  private Tags() {}

  /**
   * @throws BadInput about the first node with a tag
   */
  static void refuse(Tree tree) throws BadInput {
    Deque<String> names = new ArrayDeque<>();
    Tree tagged = find(tree, names);
    if (tagged.tag().isEmpty()) {
      return;
    }
    Path path = Path.ROOT;
    for (String name : names) {
      path = name.startsWith("[") ? new Path(path.text() + name) : path.member(name.substring(1));
    }
    throw new BadInput(
        "yaml.tag",
        path,
        tagged.place(),
        "The tag " + tagged.tag() + " means nothing in a Task: take it out.");
  }

  /**
   * The first node with a tag, or a node without one.
   *
   * @param names how to get there: {@code .name} and {@code [0]}; left empty if there is none
   */
  private static Tree find(Tree tree, Deque<String> names) {
    if (!tree.tag().isEmpty()) {
      return tree;
    }
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence sequence -> inSequence(sequence.items(), sequence, names);
      case Tree.Mapping mapping -> {
        for (var member : mapping.members().entrySet()) {
          Tree found = find(member.getValue().value(), names);
          if (!found.tag().isEmpty()) {
            names.addFirst("." + member.getKey());
            yield found;
          }
        }
        yield mapping;
      }
    };
  }

  private static Tree inSequence(List<Tree> items, Tree sequence, Deque<String> names) {
    for (int i = 0; i < items.size(); i++) {
      Tree found = find(items.get(i), names);
      if (!found.tag().isEmpty()) {
        names.addFirst("[" + i + "]");
        return found;
      }
    }
    return sequence;
  }
}
