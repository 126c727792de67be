// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import java.util.Set;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** A kind of task whose subject is the field {@code x}. */
final class Thing implements Kind {
  @Override
  public String name() {
    return "thing";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of(PlannerTest.TYPE);
  }

  @Override
  public Set<Fact> provides() {
    return Set.of(Fact.IMAGES);
  }

  @Override
  public List<String> fields() {
    return List.of("x");
  }

  @Override
  public Mapping factsOnly(Mapping taskinfo, Facts facts) {
    return taskinfo;
  }

  @Override
  public Facts read(Mapping taskinfo) {
    if (taskinfo.get("x").filter(Tree.text("trap")::equals).isPresent()) {
      throw new IllegalStateException("a fault of ours");
    }
    return Facts.about(
        taskinfo.get("x").isPresent() ? new Subject.Given() : new Subject.NotGiven("x"));
  }
}
