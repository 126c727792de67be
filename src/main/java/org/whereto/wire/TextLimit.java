// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * How long the texts of a Task may be: content as long as the request that brings it, all others
 * shorter. Whether a text is content is known from its path alone, so readers let all of them
 * through, and they are looked at here.
 *
 * @param form what the request is, for codes: {@code query}
 */
record TextLimit(String form, Budget budget) {

  /** The fields of taskinfo that hold documents, or files by their names (wire.md, section 1.1). */
  private static final Set<String> CONTENTS = Set.of("notebook", "composefile", "files");

  /** Whether what stands at this path is content, or a part of it. */
  static boolean isContent(List<String> steps) {
    return steps.size() > 1
        && steps.getFirst().equals(Task.TASKINFO)
        && CONTENTS.contains(steps.get(1));
  }

  /** Whether a document of so many bytes may hold a text that is too long. */
  boolean mayBePassed(int bytes) {
    return bytes > budget.scalar();
  }

  /**
   * Checks one text.
   *
   * @param steps the names of its path
   */
  void check(List<String> steps, String text) throws BadInput {
    if (mayBePassed(text.length())) {
      check(steps, Tree.text(text));
    }
  }

  /** Checks the texts of a document, or of a part of one, at this path. */
  void check(List<String> steps, Tree tree) throws BadInput {
    check(Path.of(steps), steps, tree);
  }

  /**
   * @param relative the path from what holds this
   * @param steps at least the first two names of the whole path, which tell what is content
   */
  private void check(Path relative, List<String> steps, Tree tree) throws BadInput {
    try {
      if (!isContent(steps)) {
        checkTexts(steps, tree);
      }
    } catch (BadInput fault) {
      throw fault.below(relative);
    }
  }

  private void checkTexts(List<String> steps, Tree tree) throws BadInput {
    switch (tree) {
      case Scalar scalar -> check(scalar);
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          check(Path.ROOT.item(i), steps, sequence.items().get(i));
        }
      }
      case Mapping mapping -> {
        for (Map.Entry<String, Tree.Member> member : mapping.members().entrySet()) {
          String name = member.getKey();
          check(Path.ROOT.member(name), with(steps, name), member.getValue().value());
        }
      }
    }
  }

  private void check(Scalar scalar) throws BadInput {
    if (scalar.text().length() > budget.scalar()) {
      throw new BadInput(
          form + ".text-budget",
          Path.ROOT,
          scalar.place(),
          "This text is longer than " + budget.scalar() + " characters; make it shorter.");
    }
  }

  private static List<String> with(List<String> steps, String name) {
    return steps.size() > 1 ? steps : Stream.concat(steps.stream(), Stream.of(name)).toList();
  }
}
