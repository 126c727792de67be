// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Edits;
import org.whereto.tree.Formats;
import org.whereto.tree.JsonNulls;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Path.Step;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * A Task that can be changed by the paths that reasons have: those that begin with a member of the
 * Task are its own, all others stand below the document that one field of its taskinfo holds.
 */
public final class RepairableTask {

  /** Of the contract, whether the Task has them or not. */
  private static final Set<String> MEMBERS = Set.of(Task.TASKINFO, Task.RESOURCES, Task.DATA);

  private static final String FIRST = "0";

  private final Mapping task;
  private final String field;

  /** What the field holds, as a tree; empty where there is nothing that could be read. */
  private final Optional<Tree> content;

  private RepairableTask(Mapping task, String field, Optional<Tree> content) {
    this.task = task;
    this.field = field;
    this.content = content;
  }

  /**
   * A Task as it was asked.
   *
   * @param field of taskinfo that holds a document: YAML, as text or as a tree; empty if none does
   */
  public static RepairableTask of(Task task, String field) {
    Mapping document = task.document();
    Optional<Tree> content = task.taskinfo().flatMap(taskinfo -> taskinfo.get(field));
    return new RepairableTask(document, field, content.flatMap(RepairableTask::parsed));
  }

  private static Optional<Tree> parsed(Tree content) {
    if (!(content instanceof Scalar text)) {
      return Optional.of(content);
    }
    try {
      byte[] document = text.text().getBytes(UTF_8);
      return Optional.of(Formats.YAML.read(document, Budget.SMALL, Keep.ALL));
    } catch (BadInput unreadable) {
      return Optional.empty();
    }
  }

  /** Whether this path is one of the Task itself. */
  private boolean isOwn(List<Step> steps) {
    String first = steps.getFirst().name();
    return task.members().containsKey(first) || MEMBERS.contains(first);
  }

  /**
   * What these repairs come to, each place once. One that finds nothing to do at its place is left
   * out: what stands there may have come from elsewhere, where another repair mends it.
   */
  public List<Change> changes(List<Repair> repairs) {
    Map<Path, Change> changes = new LinkedHashMap<>();
    for (Repair repair : repairs) {
      change(repair).ifPresent(change -> changes.putIfAbsent(change.path(), change));
    }
    return List.copyOf(changes.values());
  }

  private Optional<Change> change(Repair repair) {
    try {
      List<Step> steps = repair.path().segments();
      Optional<Node> found = steps.isEmpty() ? Optional.empty() : node(steps);
      return found.flatMap(node -> change(repair, node));
    } catch (BadInput oddPath) {
      return Optional.empty();
    }
  }

  private static Optional<Change> change(Repair repair, Node node) {
    return switch (repair) {
      case Repair.Remove _ ->
          Optional.of(new Change(node.path(), Optional.of(node.value()), Optional.empty()));
      case Repair.Replace(_, String from, String to) ->
          node.value() instanceof Scalar scalar && isPlainly(from, scalar)
              ? Optional.of(
                  new Change(node.path(), Optional.of(scalar), Optional.of(like(scalar, to))))
              : Optional.empty();
    };
  }

  private static boolean isPlainly(String text, Scalar scalar) {
    return scalar.text().equals(text) && scalar.tag().isEmpty();
  }

  /** A number stays one. */
  private static Scalar like(Scalar scalar, String text) {
    return new Scalar(text, scalar.plain(), "", scalar.place());
  }

  /** A value, and the path by which it is reached. */
  private record Node(Path path, Tree value) {}

  /** A value alone is a list of one: its only item is the value itself. */
  private Optional<Node> node(List<Step> steps) {
    Optional<? extends Tree> root = isOwn(steps) ? Optional.of(task) : content;
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Tree tree = root.get();
    Path path = Path.ROOT;
    for (Step step : steps) {
      boolean lonely = tree instanceof Scalar && step.bracketed() && step.name().equals(FIRST);
      if (lonely) {
        continue;
      }
      Optional<Tree> next = next(tree, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      path =
          tree instanceof Sequence
              ? path.item(Integer.parseInt(step.name()))
              : path.member(step.name());
      tree = next.get();
    }
    return Optional.of(new Node(path, tree));
  }

  private static Optional<Tree> next(Tree tree, Step step) {
    return switch (tree) {
      case Scalar _ -> Optional.empty();
      case Mapping mapping -> mapping.get(step.name());
      case Sequence list -> Edits.item(list, step.name());
    };
  }

  /**
   * The Task with all of these changes made at once. A document that came as text is written anew,
   * with what its anchors and merge keys stand for in their place.
   *
   * @return nothing where one of them does not fit: another value stands at its place, or none
   */
  public Optional<Task> with(List<Change> changes) {
    Edits own = new Edits();
    Edits below = new Edits();
    try {
      for (Change change : changes) {
        List<Step> steps = change.path().segments();
        if (steps.isEmpty() || !fits(change, steps)) {
          return Optional.empty();
        }
        (isOwn(steps) ? own : below).add(steps, change.to());
      }
      return with(own, below);
    } catch (BadInput oddPath) {
      return Optional.empty();
    }
  }

  private boolean fits(Change change, List<Step> steps) {
    if (change.from().isEmpty()) {
      return true;
    }
    Tree from = JsonNulls.in(change.from().get());
    return node(steps).filter(node -> JsonNulls.in(node.value()).equals(from)).isPresent();
  }

  private Optional<Task> with(Edits own, Edits below) throws BadInput {
    if (!below.isEmpty()) {
      Optional<Tree> document = content.flatMap(below::on);
      Optional<Tree> written = document.flatMap(this::asItCame);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      own.add(Task.TASKINFO_PATH.member(field).segments(), written);
    }
    Optional<Tree> repaired = own.on(task);
    return repaired.isEmpty() ? Optional.empty() : Optional.of(Task.read(repaired.get()));
  }

  /** The document as text if it came as text, and if that says the same. */
  private Optional<Tree> asItCame(Tree document) {
    if (!(task.get(Task.TASKINFO).flatMap(taskinfo -> taskinfo.get(field)).orElse(null)
        instanceof Scalar)) {
      return Optional.of(document);
    }
    Tree text = Tree.text(new String(Formats.YAML.writeAsRead(document), UTF_8));
    return parsed(text).filter(document::equals).map(_ -> text);
  }
}
