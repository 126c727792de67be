// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.List;
import java.util.Map;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Glimpse;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/**
 * A question that came as one document (wire.md, sections 1 and 1.1). A fault behind the task type
 * is heard of only by those who ask for the whole Task.
 */
public final class DocumentQuestion implements Question {

  private static final Path TYPE_PATH = Path.ROOT.member(Task.TASKTYPE);

  private final Format format;
  private final byte[] document;
  private final Budget budget;

  /**
   * @param document in UTF-8; taken over, not copied
   */
  public DocumentQuestion(Format format, byte[] document, Budget budget) {
    this.format = format;
    this.document = document;
    this.budget = budget;
  }

  /** A JSON document; notebooks as content make these large. */
  public static DocumentQuestion json(byte[] document) {
    return new DocumentQuestion(Formats.JSON, document, Budget.LARGE.withLongTexts());
  }

  public static DocumentQuestion yaml(byte[] document) {
    return new DocumentQuestion(Formats.YAML, document, Budget.SMALL.withLongTexts());
  }

  @Override
  public String tasktype() throws BadInput {
    Glimpse glimpse = format.glimpse(document, Task.TASKTYPE, budget);
    List<Tree> values = glimpse.values();
    if (values.size() > 1) {
      throw new BadInput(
          "tasktype.twice", TYPE_PATH, values.get(1).place(), "The tasktype is given twice.");
    }
    if (!values.isEmpty()) {
      return Task.readType(values.stream().findFirst(), values.getFirst().place());
    }
    if (glimpse.fault().isPresent()) {
      throw glimpse.fault().get();
    }
    return Task.read(format.read(document, budget, Keep.members(Map.of()))).tasktype();
  }

  @Override
  public Task task(Keep taskinfo) throws BadInput {
    return Task.read(format.read(document, budget, Keep.allBut(Map.of(Task.TASKINFO, taskinfo))));
  }
}
