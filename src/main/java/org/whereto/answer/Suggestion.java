// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.JsonNulls;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * "No, but maybe" (note, section 4.2): a Task that would get a YES in the place of the one that was
 * asked.
 *
 * @param task the repaired Task; left out where it is large, or was not all heard
 * @param changes in which it differs; at least one
 */
public record Suggestion(Optional<Task> task, List<Change> changes) {

  private static final String TASK = "task";
  private static final String CHANGES = "changes";
  private static final String PATH = "path";
  private static final String FROM = "from";
  private static final String TO = "to";

  public Suggestion {
    changes = List.copyOf(changes);
  }

  /** {@code {task, changes: [{path, from, to}]}}, as an answer holds it. */
  public Mapping tree() {
    Tree.Builder out = Tree.build();
    task.ifPresent(repaired -> out.put(TASK, JsonNulls.in(repaired.document())));
    return out.put(CHANGES, Tree.list(changes.stream().map(Suggestion::tree).toList())).done();
  }

  private static Mapping tree(Change change) {
    Tree.Builder out = Tree.build().put(PATH, change.path().text());
    change.from().ifPresent(from -> out.put(FROM, JsonNulls.in(from)));
    change.to().ifPresent(to -> out.put(TO, JsonNulls.in(to)));
    return out.done();
  }

  /**
   * What an answer suggests. Nothing where it does not say what is to be changed: a Task alone
   * would have to be trusted.
   */
  public static Optional<Suggestion> read(Tree suggestion) {
    List<Change> changes = new ArrayList<>();
    if (suggestion.get(CHANGES).orElse(null) instanceof Sequence list) {
      for (Tree item : list.items()) {
        if (!(item.get(PATH).orElse(null) instanceof Scalar path) || path.text().isBlank()) {
          return Optional.empty();
        }
        changes.add(new Change(new Path(path.text()), item.get(FROM), item.get(TO)));
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Suggestion(suggestion.get(TASK).flatMap(Suggestion::task), changes));
  }

  private static Optional<Task> task(Tree document) {
    try {
      return Optional.of(Task.read(document));
    } catch (BadInput noTask) {
      return Optional.empty();
    }
  }
}
