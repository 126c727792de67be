// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Answer;
import org.whereto.answer.Change;
import org.whereto.answer.Repair;
import org.whereto.answer.RepairableTask;
import org.whereto.answer.Suggestion;
import org.whereto.platform.Disclosure;
import org.whereto.task.Kind;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.Known;
import org.whereto.world.World;

/**
 * "No, but maybe" (note, section 4.2; wire.md, section 2): what is asked is changed as the refusals
 * of one acceptance propose, or its owner's template stands in its place, and that is decided like
 * any other question. Only what gets an unconditional YES is suggested.
 */
final class Suggesting {

  /** Acceptances whose repairs are tried, and again whose templates are. */
  private static final int MOST_TRIED = 3;

  /**
   * The same where another image may have to be looked up: that takes time, which the NO no longer
   * needs.
   */
  private static final int MOST_ASKED = 1;

  /** Of the Task, and of the changes, as JSON. */
  private static final int MOST_BYTES = 64 * 1024;

  /** Decides about another Task, for the same caller and from the same knowledge. */
  interface Trial {
    List<Considered> consider(Task task) throws BadInput;
  }

  private final Task task;
  private final Optional<Kind> kind;
  private final World world;
  private final Trial trial;

  Suggesting(Task task, Optional<Kind> kind, World world, Trial trial) {
    this.task = task;
    this.kind = kind;
    this.world = world;
    this.trial = trial;
  }

  /** One acceptance that may be satisfied, by its number in the owner's order. */
  private record Chance(int number, Considered considered) {}

  /** What is suggested after these acceptances all said NO. It never throws. */
  Optional<Suggestion> after(List<Considered> considered) {
    for (Considered by : considered) {
      if (by.isYes()) {
        return Optional.empty();
      }
    }
    Optional<Suggestion> repaired = byRepairs(considered);
    return repaired.isPresent() ? repaired : byTemplates(considered);
  }

  private Optional<Suggestion> byRepairs(List<Considered> considered) {
    List<Chance> chances = new ArrayList<>();
    for (int i = 0; i < considered.size(); i++) {
      Considered by = considered.get(i);
      if (isTold(by) && !Repairs.of(by).isEmpty()) {
        chances.add(new Chance(i, by));
      }
    }
    for (Chance chance : nearest(chances)) {
      List<Repair> repairs = Repairs.of(chance.considered());
      Optional<Suggestion> found = tried(chance, withFetched(), asked -> asked.changes(repairs));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Suggestion> byTemplates(List<Considered> considered) {
    List<Chance> chances = new ArrayList<>();
    for (int i = 0; i < considered.size(); i++) {
      Considered by = considered.get(i);
      if (isTold(by) && by.acceptance().template().isPresent() && !field().isEmpty()) {
        chances.add(new Chance(i, by));
      }
    }
    for (Chance chance : nearest(chances)) {
      Tree template = chance.considered().acceptance().template().orElseThrow();
      Optional<Suggestion> found = tried(chance, task, _ -> List.of(instead(template)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What would satisfy an acceptance tells its limits. */
  private static boolean isTold(Considered by) {
    return by.acceptance().disclosure() == Disclosure.FULL;
  }

  private List<Chance> nearest(List<Chance> chances) {
    if (chances.size() > 1) {
      chances.sort(Comparator.comparingInt(chance -> Reasons.of(chance.considered()).size()));
    }
    int most = world.answersAtOnce() ? MOST_TRIED : MOST_ASKED;
    return chances.subList(0, Math.min(most, chances.size()));
  }

  private interface Changing {
    List<Change> of(RepairableTask asked);
  }

  private Optional<Suggestion> tried(Chance chance, Task whole, Changing changing) {
    try {
      RepairableTask asked = RepairableTask.of(whole, field());
      List<Change> changes = changing.of(asked);
      Optional<Task> other = changes.isEmpty() ? Optional.empty() : asked.with(changes);
      return other.isPresent() && isYes(chance, trial.consider(other.get()))
          ? told(whole, other.get(), changes)
          : Optional.empty();
    } catch (BadInput | RuntimeException | StackOverflowError failed) {
      // The NO stands as it is: nobody was promised a suggestion.
      return Optional.empty();
    }
  }

  /** The acceptance itself says YES: that of another one might tell what its owner does not. */
  private static boolean isYes(Chance chance, List<Considered> again) {
    Answer answer = Answering.of(again);
    return again.get(chance.number()).isUnconditionalYes()
        && answer.isYes()
        && !answer.isConditional();
  }

  /** The field of taskinfo that holds the document in which the paths of reasons stand. */
  private String field() {
    Set<String> contents = kind.map(Kind::contents).orElse(Set.of());
    return contents.size() == 1 ? contents.iterator().next() : "";
  }

  private Optional<Tree> content() {
    return task.taskinfo().flatMap(taskinfo -> taskinfo.get(field()));
  }

  /** The Task with the document in place of its URL, as it was judged. */
  private Task withFetched() {
    Optional<URI> url = content().flatMap(Urls::of);
    if (url.isPresent()
        && world.documents().fetch(Set.of(url.get())).get(url.get())
            instanceof Known.Value<String> known
        && task.taskinfo().orElse(null) instanceof Mapping taskinfo) {
      return task.withTaskinfo(taskinfo.with(field(), Tree.text(known.value())));
    }
    return task;
  }

  /** The owner's document in place of the asker's, as text if that was text. */
  private Change instead(Tree template) {
    Optional<Tree> content = content();
    boolean asText = content.orElse(null) instanceof Scalar && !(template instanceof Scalar);
    Tree document = asText ? Tree.text(new String(Formats.YAML.write(template), UTF_8)) : template;
    Path path = Task.TASKINFO_PATH.member(field());
    return new Change(path, content, Optional.of(document));
  }

  private Optional<Suggestion> told(Task whole, Task other, List<Change> changes) {
    Suggestion brief = new Suggestion(Optional.empty(), changes);
    if (bytes(brief.tree()) > MOST_BYTES) {
      return Optional.empty();
    }
    boolean allHeard = kind.map(Kind::keep).orElse(Keep.ALL).equals(Keep.ALL);
    Mapping document = other.document();
    boolean sayable = document.firstTagged().isEmpty();
    return Optional.of(
        allHeard && sayable && whole.equals(task) && bytes(document) <= MOST_BYTES
            ? new Suggestion(Optional.of(other), changes)
            : brief);
  }

  private static int bytes(Tree tree) {
    return Formats.JSON.write(tree).length;
  }
}
