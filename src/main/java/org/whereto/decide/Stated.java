// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Finding;
import org.whereto.answer.Statement;
import org.whereto.decide.Considered.Way;
import org.whereto.platform.Disclosure;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** What findings let an answer tell of amounts and data, beside its reasons. */
record Stated(Optional<Tree> resources, Optional<Tree> data) {

  static final Stated NOTHING = new Stated(Optional.empty(), Optional.empty());

  /** What is told of one way to run a Task. */
  static Stated of(Considered by, Way way) {
    return by.acceptance().disclosure() == Disclosure.FULL
        ? of(List.of(by.findings(), way.findings()))
        : NOTHING;
  }

  /** What is told where it cannot be run: of the first interface, where they differ. */
  static Stated of(Considered by) {
    return by.ways().isEmpty() ? NOTHING : of(by, by.ways().getFirst());
  }

  private static Stated of(List<List<Finding>> all) {
    Mapping amounts = Tree.build().done();
    List<Tree> items = new ArrayList<>();
    for (List<Finding> findings : all) {
      for (Finding finding : findings) {
        switch (finding.states().orElse(null)) {
          case Statement.Amounts(Mapping members) -> amounts = amounts.withAll(members);
          case Statement.Standing(Mapping item) -> items.add(item);
          case null -> {}
        }
      }
    }
    return amounts.members().isEmpty() && items.isEmpty()
        ? NOTHING
        : new Stated(
            amounts.members().isEmpty() ? Optional.empty() : Optional.of(amounts),
            items.isEmpty() ? Optional.empty() : Optional.of(Tree.list(items)));
  }
}
