// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Change;
import org.whereto.answer.RepairableTask;
import org.whereto.answer.Suggestion;
import org.whereto.inspect.Inspection;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.JsonNulls;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/**
 * What a person gave, with suggested changes made in it. They are made here, since a service may
 * have seen facts only: what it sends back is not all.
 *
 * @param json whether it is written as JSON, not as YAML
 */
record Mended(Inspection given, boolean json) {

  private static final String COMPOSEFILE = "composefile";
  private static final Path DOCUMENT = Task.TASKINFO_PATH.member(COMPOSEFILE);

  /**
   * A compose file where one was given, else a Task.
   *
   * @param who makes the suggestion
   * @throws BadInput where the changes do not fit what was given
   */
  String by(Suggestion suggestion, String who) throws BadInput {
    Optional<Tree> content = content(given.full());
    boolean away = content.flatMap(Urls::of).isPresent();
    Optional<Task> mended =
        RepairableTask.of(given.full(), COMPOSEFILE).with(local(suggestion.changes()));
    if (mended.isEmpty()) {
      throw new BadInput(
          "suggestion.does-not-fit",
          "The changes that "
              + who
              + " suggests cannot be made here: "
              + (away
                  ? "the compose file was named by its URL. Ask with the file itself."
                  : "they do not fit what was asked."));
    }
    Optional<Tree> document = content(mended.get());
    return given.isTask() || document.isEmpty() || content.isEmpty()
        ? written(mended.get().document())
        : written(document.get());
  }

  private static Optional<Tree> content(Task task) {
    return task.taskinfo().flatMap(taskinfo -> taskinfo.get(COMPOSEFILE));
  }

  /** What a whole document replaces need not be the same: a service may have seen less of it. */
  private static List<Change> local(List<Change> changes) {
    List<Change> local = new ArrayList<>();
    for (Change change : changes) {
      boolean whole = change.path().equals(DOCUMENT);
      local.add(whole ? new Change(change.path(), Optional.empty(), change.to()) : change);
    }
    return local;
  }

  private String written(Tree document) throws BadInput {
    if (!(document instanceof Scalar text)) {
      return new String(
          json ? Formats.JSON.write(JsonNulls.in(document)) : Formats.YAML.writeAsRead(document),
          UTF_8);
    }
    return json
        ? written(Formats.YAML.read(text.text().getBytes(UTF_8), Budget.SMALL, Keep.ALL))
        : text.text();
  }
}
