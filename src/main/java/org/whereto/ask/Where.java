// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import org.whereto.task.Task;

/** Anything that can be asked "can you run this Task?": a platform file, a service. */
public interface Where {

  /** What people call it: short, on one line. */
  String name();

  /** Where it is: a file's name, a URL. */
  String location();

  /**
   * Asks, and waits for the answer. Safe for many threads.
   *
   * @param deadline when to give up; an interrupt of the thread is a reason to give up at once
   * @return always something: whatever goes wrong is a {@link Told.Silent}
   */
  Told ask(Task task, Deadline deadline);
}
