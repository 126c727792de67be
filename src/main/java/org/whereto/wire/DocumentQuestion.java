// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Glimpse;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Pruned;
import org.whereto.tree.Tree;

/**
 * A question that came as one document (wire.md, sections 1 and 1.1). A fault behind the task type
 * is heard of only by those who ask for the whole Task.
 *
 * <p>A small document is read once, whole: if nothing is wrong with it, all that is asked of it can
 * be told from that. Only of a large one, or one with a fault, is the task type read by itself. Not
 * for several threads at a time.
 */
public final class DocumentQuestion implements Question {

  private static final Path TYPE_PATH = Path.ROOT.member(Task.TASKTYPE);

  /** Bytes of a document that costs little memory even where no part of it is left out. */
  private static final int SMALL = 16 * 1024;

  private final Format format;
  private final byte[] document;
  private final Budget budget;
  private final TextLimit texts;
  private boolean begun;
  private Optional<Tree> whole = Optional.empty();
  private Optional<String> tasktype = Optional.empty();

  private DocumentQuestion(Format format, byte[] document, RequestLimits limits) {
    this.format = format;
    this.document = document;
    this.budget = limits.of(format).withLongTexts();
    this.texts = new TextLimit(format.name(), limits.of(format));
  }

  /**
   * A JSON document; notebooks as content make these large.
   *
   * @param document in UTF-8; taken over, not copied
   */
  public static DocumentQuestion json(byte[] document, RequestLimits limits) {
    return new DocumentQuestion(Formats.JSON, document, limits);
  }

  /** The same under the usual limits. */
  public static DocumentQuestion json(byte[] document) {
    return json(document, RequestLimits.USUAL);
  }

  /**
   * A YAML document.
   *
   * @param document in UTF-8; taken over, not copied
   */
  public static DocumentQuestion yaml(byte[] document, RequestLimits limits) {
    return new DocumentQuestion(Formats.YAML, document, limits);
  }

  /** The same under the usual limits. */
  public static DocumentQuestion yaml(byte[] document) {
    return yaml(document, RequestLimits.USUAL);
  }

  @Override
  public String tasktype() throws BadInput {
    if (tasktype.isEmpty()) {
      String type = whole().isPresent() ? Task.typeOf(whole().get()) : glimpsed();
      if (texts.mayBePassed(document.length)) {
        texts.check(List.of(Task.TASKTYPE), type);
      }
      tasktype = Optional.of(type);
    }
    return tasktype.get();
  }

  /** The document, if it is small and nothing is wrong with any part of it. */
  private Optional<Tree> whole() {
    if (!begun) {
      begun = true;
      whole = document.length <= SMALL ? soundWhole() : Optional.empty();
    }
    return whole;
  }

  private Optional<Tree> soundWhole() {
    try {
      return Optional.of(format.read(document, budget, Keep.ALL));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private String glimpsed() throws BadInput {
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
    return Task.typeOf(format.read(document, budget, Keep.members(Map.of())));
  }

  @Override
  public Task task(Keep taskinfo) throws BadInput {
    Keep keep = Keep.allBut(Map.of(Task.TASKINFO, taskinfo));
    Task task =
        Task.read(
            whole().isPresent()
                ? Pruned.of(whole().get(), keep)
                : format.read(document, budget, keep));
    if (texts.mayBePassed(document.length)) {
      texts.check(List.of(), task.members());
    }
    return task;
  }
}
