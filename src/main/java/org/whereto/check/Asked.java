// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Set;
import org.whereto.task.Caller;
import org.whereto.task.DataNeed;
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Task;

/**
 * What a check looks at.
 *
 * @param resources that the request asks for; what its content asks for is a fact
 * @param data that the Task needs, in request order
 * @param contents the fields of taskinfo that hold a document, of which the kind keeps only what it
 *     reads itself
 */
public record Asked(
    Task task,
    Facts facts,
    Resources resources,
    List<DataNeed> data,
    Caller caller,
    Set<String> contents) {

  public Asked {
    data = List.copyOf(data);
    contents = Set.copyOf(contents);
  }

  /** What its request and its content together ask for. */
  public Resources needs() {
    return resources.stricter(facts.resources());
  }

  /** Of a Task without documents, that needs no resources and no data. */
  public Asked(Task task, Facts facts, Caller caller) {
    this(task, facts, Resources.NONE, List.of(), caller, Set.of());
  }
}
