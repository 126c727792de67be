// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** A decision on a platform with many acceptances, each of a task type of its own. */
@State(Scope.Benchmark)
public class AcceptancesBenchmark {

  /** How many acceptances. */
  @Param({"10", "1000", "100000"})
  public int size;

  private Platform platform;
  private Keys keys;

  /** Makes the platform and the questions. */
  @Setup
  public void make() {
    StringBuilder types = new StringBuilder("tasktypes:\n");
    StringBuilder accepts = new StringBuilder("accepts:\n");
    for (int i = 0; i < size; i++) {
      types.append("  ").append(type(i)).append(": {kind: jupyter-notebook}\n");
      accepts.append("  - tasktype: ").append(type(i)).append("\n    if: {languages: [python]}\n");
    }
    platform = Platforms.of(types.append(accepts));
    Tree taskinfo = Tree.build().put("languages", "python").done();
    keys = new Keys(size, of -> Task.of(type(of), taskinfo));
  }

  private static String type(int i) {
    return "uri://types.example.org/notebook-" + i;
  }

  /** One decision. */
  @Benchmark
  public Decision decide() throws BadInput {
    return Planner.decide(keys.next(), Caller.ANONYMOUS, platform, World.CLOSED);
  }
}
