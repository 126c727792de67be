// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.Set;
import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.Task;

/**
 * What a check looks at.
 *
 * @param contents the fields of taskinfo that hold a document, of which the kind keeps only what it
 *     reads itself
 */
public record Asked(Task task, Facts facts, Caller caller, Set<String> contents) {

  public Asked {
    contents = Set.copyOf(contents);
  }

  /** Of a Task without documents. */
  public Asked(Task task, Facts facts, Caller caller) {
    this(task, facts, caller, Set.of());
  }
}
