// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;

/**
 * A Task on its way in. The note's order of processing (section 3.5) made a type: first the task
 * type; the rest is read only for a type that is understood.
 */
public interface Question {

  /**
   * The task type, whatever may be wrong with the rest.
   *
   * @throws BadInput about the task type itself, or a fault that stands before it
   */
  String tasktype() throws BadInput;

  /**
   * The whole Task.
   *
   * @param taskinfo which parts of {@code taskinfo} are worth building
   * @throws BadInput whatever is wrong with the form of the request
   */
  Task task(Keep taskinfo) throws BadInput;

  /** The question that a Task already read puts. */
  static Question of(Task task) {
    return new Question() {
      @Override
      public String tasktype() {
        return task.tasktype();
      }

      @Override
      public Task task(Keep taskinfo) {
        return task;
      }
    };
  }
}
