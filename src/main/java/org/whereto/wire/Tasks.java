// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import org.whereto.task.Task;
import org.whereto.tree.Formats;

/** A {@link Task} as the document that a client sends. */
public final class Tasks {

  private Tasks() {}

  /**
   * In JSON, and so in YAML too; the task type comes first, as the order of processing wants it.
   */
  public static byte[] json(Task task) {
    return Formats.JSON.write(task.document());
  }
}
