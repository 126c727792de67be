// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.tree.BadInput;
import org.whereto.world.Replica;

/** One system that holds data. Safe for many threads. */
interface DataSystem {

  /** Asks for one item, and waits for what is said of it. */
  interface Asking {

    /**
     * What the system says.
     *
     * @throws Unanswered with {@code Absent} if it says that it has no such item
     */
    Replica ask(Deadline deadline) throws Unanswered;
  }

  /**
   * How to ask for an item; empty if it is none of this system.
   *
   * @throws BadInput if it is one for which nobody can ask; its sentence is fit for the caller
   */
  Optional<Asking> about(DataItem item) throws BadInput;
}
