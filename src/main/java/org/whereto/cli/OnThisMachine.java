// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import org.whereto.ask.Deadline;
import org.whereto.ask.ServiceAt;
import org.whereto.ask.Told;
import org.whereto.ask.Where;
import org.whereto.task.Task;

/**
 * A platform file sees the whole content even where services get facts only: it leaves nothing, and
 * its reasons can name cells.
 */
record OnThisMachine(Where where, Task full) implements Where {

  /** The same places, those that are files with the whole content. */
  static List<Where> of(List<Where> wheres, Taken taken) {
    return wheres.stream()
        .map(where ->
            ServiceAt.isUrl(where.location())
                ? where
                : new OnThisMachine(where, taken.inspection().full()))
        .toList();
  }

  @Override
  public String name() {
    return where.name();
  }

  @Override
  public String location() {
    return where.location();
  }

  @Override
  public Told ask(Task task, Deadline deadline) {
    return where.ask(full, deadline);
  }
}
