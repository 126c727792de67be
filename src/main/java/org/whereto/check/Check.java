// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Fact;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.world.World;

/** One demand of an owner, ready to be held against Tasks. Stateless and safe for many threads. */
public interface Check {

  /**
   * Looks at what was asked and says what it sees. It is called only when all the facts that it
   * needs are there, and the subject was given and could be read. To say nothing is "cannot tell".
   *
   * @throws BadInput for a field that has not the shape that it must have
   */
  void look(Asked asked, World world, Findings findings) throws BadInput;

  /**
   * What it wants of a Task, for people who have none yet: short texts, long lists cut as {@link
   * Reason#listing} cuts them. Only for those who may know the owner's limits.
   */
  List<String> demands();

  /**
   * The facts that it needs as it is configured, beside those that every check of its type does.
   */
  default Set<Fact> needs() {
    return Set.of();
  }

  /** The facts that it looks at too, in Tasks of a kind that finds them. */
  default Set<Fact> uses() {
    return Set.of();
  }

  /**
   * Why no Task whatever can pass it, as one sentence for its owner; empty where that is not sure.
   */
  default Optional<String> never() {
    return Optional.empty();
  }

  /** The members of the Task that it reads itself, beside the fields from which its facts come. */
  default List<Path> reads() {
    return List.of();
  }

  /**
   * Those fields of taskinfo that its kind can read and that say nothing to it: who asks is told
   * that nobody looked at them.
   */
  default Set<String> leaves() {
    return Set.of();
  }

  /** Whether it may work on a small Task for longer than it takes to read one. */
  default boolean mayTakeLong() {
    return false;
  }

  /** Whether it may ask the world, which an owner has to open for it. */
  default boolean asksWorld() {
    return false;
  }
}
