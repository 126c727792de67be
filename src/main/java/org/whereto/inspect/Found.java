// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.ArrayList;
import java.util.List;
import org.whereto.task.Task;
import org.whereto.tree.Tree;

/**
 * What something turned out to be.
 *
 * @param what as it goes into a sentence: {@code a Jupyter notebook}
 * @param task the Task that it stands for, with all of its content
 * @param notes sentences that a person should read
 */
record Found(String what, Task task, List<String> notes) {

  Found {
    notes = List.copyOf(notes);
  }

  /** A Task whose taskinfo has one field. */
  static Found of(String what, String tasktype, String field, String value) {
    return new Found(what, Task.of(tasktype, Tree.build().put(field, value).done()), List.of());
  }

  Found noting(String sentence) {
    List<String> more = new ArrayList<>(notes);
    more.add(sentence);
    return new Found(what, task, more);
  }
}
