// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.List;
import org.whereto.task.Facts;
import org.whereto.task.Task;
import org.whereto.tree.Tree.Mapping;

/**
 * What a person's file is, and the question that it makes.
 *
 * @param what as it goes into a sentence: {@code a Jupyter notebook (nbformat 4.5)}
 * @param full the Task with all of its content
 * @param factsOnly the Task that gets the same answers without content: what leaves the machine
 *     unless the person says otherwise
 * @param facts what was found, with the evidence
 * @param notes sentences that the person should read
 */
public record Inspection(String what, Task full, Task factsOnly, Facts facts, List<String> notes) {

  static final String TASK = "a Task";

  public Inspection {
    notes = List.copyOf(notes);
  }

  /** Whether the person gave a Task as such, and not what a Task is made of. */
  public boolean isTask() {
    return what.equals(TASK);
  }

  /** Lines for a person: what it is, what was found, and by which evidence. */
  public List<String> describe() {
    return new FactLines(this).lines();
  }

  /**
   * The same for a program: {@code what}, {@code tasktype}, {@code languages} [{@code name}, {@code
   * role}, {@code evidence} [{@code source}, {@code cells}]], {@code undetermined}, {@code images}
   * [{@code path}, {@code written}, {@code image}, {@code unclear}], {@code demands} [{@code what},
   * {@code path}, {@code detail}], {@code amounts} [{@code name}, {@code path}, {@code written},
   * {@code amount}, {@code times}, {@code unclear}], {@code resources} {{@code minX}, {@code
   * maxX}}, {@code environment} {{@code host}, {@code builder}, {@code base}, {@code files}, {@code
   * versions} [{@code language}, {@code wanted}, {@code path}]}, {@code notes} and {@code task},
   * which is what leaves the machine. Members without content are left out.
   */
  public Mapping tree() {
    return new FactTree(this).tree();
  }
}
