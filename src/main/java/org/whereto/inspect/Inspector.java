// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.whereto.kind.Kinds;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Nearest;
import org.whereto.tree.OneLine;
import org.whereto.tree.Place;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * Makes a Task of what a person has: a file, a folder, an address, the name of an image. Reads the
 * person's disk, and nothing of the network.
 */
public final class Inspector {

  /** The largest file that is read, in bytes. */
  static final int LARGEST = 16 << 20;

  private static final String STDIN = "-";

  private final InputStream stdin;

  /**
   * @param stdin what {@code -} stands for; read at most once
   */
  public Inspector(InputStream stdin) {
    this.stdin = stdin;
  }

  /**
   * What a text that a person typed stands for: {@code -}, {@code docker://} and an image, an
   * address, a file, a folder, the name of an image.
   *
   * @param tasktype the task type to ask as, where the person says one
   * @throws BadInput with what it seems to be and the remedy, where that is nothing of ours; the
   *     place is one in the file
   */
  public Inspection inspect(String source, Optional<String> tasktype) throws BadInput {
    Optional<Kind> wanted = tasktype.flatMap(Kinds::byTasktype);
    Found found = find(source, wanted);
    return tasktype.isPresent()
        ? inspection(found, retyped(found, tasktype.get()))
        : inspection(found, found);
  }

  private Found find(String source, Optional<Kind> wanted) throws BadInput {
    if (source.equals(STDIN)) {
      return Content.recognise(Bytes.of(stdin, "standard input", LARGEST), "standard input");
    }
    if (Missing.saysImage(source)) {
      return Missing.image(source);
    }
    if (Address.isOne(source)) {
      return Address.read(source, wanted);
    }
    Optional<Path> path = existing(source);
    if (path.isEmpty()) {
      return wants(wanted, TaskTypes.CONTAINER)
          ? Missing.image(source)
          : Missing.imageOrNoFile(source);
    }
    return Files.isDirectory(path.get())
        ? Folder.read(path.get(), wants(wanted, TaskTypes.BINDER))
        : Content.recognise(Bytes.of(path.get(), LARGEST), source);
  }

  private static boolean wants(Optional<Kind> wanted, String tasktype) {
    return wanted.map(kind -> kind.tasktypes().contains(tasktype)).orElse(false);
  }

  private static Optional<Path> existing(String source) {
    try {
      return source.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(source)).filter(Files::exists);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** The same, asked as another type of the same kind. */
  private static Found retyped(Found found, String tasktype) throws BadInput {
    Optional<Kind> own = Kinds.byTasktype(found.task().tasktype());
    Optional<Kind> wanted = Kinds.byTasktype(tasktype);
    boolean differ = own.isPresent() && wanted.isPresent() && !own.get().equals(wanted.get());
    if (differ) {
      throw new BadInput(
          "tasktype.does-not-fit",
          "This is "
              + found.what()
              + ", which cannot be asked as "
              + tasktype
              + ". Possible: "
              + String.join(", ", new TreeSet<>(own.get().tasktypes()))
              + ".");
    }
    List<String> types = Kinds.ALL.stream().flatMap(kind -> kind.tasktypes().stream()).toList();
    Found typed =
        new Found(found.what(), new Task(tasktype, found.task().members()), found.notes());
    return wanted.isPresent()
        ? typed
        : typed.noting(
            "The task type "
                + OneLine.of(tasktype)
                + " is not one that Whereto knows: it is asked as it is."
                + Nearest.hint(tasktype, types));
  }

  /**
   * @param found as it was found, which tells its kind
   * @param asked as it is to be asked
   */
  private static Inspection inspection(Found found, Found asked) throws BadInput {
    Task full = asked.task();
    Optional<Kind> kind = Kinds.byTasktype(found.task().tasktype());
    kind = kind.isPresent() ? kind : Kinds.byTasktype(full.tasktype());
    Optional<Mapping> taskinfo = taskinfo(full, kind);
    Facts facts = Facts.about(new Subject.NotGiven(Task.TASKINFO));
    Task factsOnly = full;
    List<String> notes = new ArrayList<>(asked.notes());
    if (kind.isPresent()) {
      facts = facts(kind.get(), taskinfo.orElse(Tree.build().done()));
      if (taskinfo.isPresent()) {
        factsOnly = full.withTaskinfo(FactsOnly.of(kind.get(), taskinfo.get(), facts));
      }
    } else if (taskinfo.isPresent()) {
      factsOnly = full.withTaskinfo(FactsOnly.ofUnknown(taskinfo.get()));
    }
    return new Inspection(asked.what(), full, factsOnly, facts, notes);
  }

  private static Optional<Mapping> taskinfo(Task task, Optional<Kind> kind) throws BadInput {
    Optional<Tree> taskinfo = task.taskinfo();
    if (taskinfo.isPresent() && !(taskinfo.get() instanceof Mapping) && kind.isPresent()) {
      throw new BadInput(
          "taskinfo.not-a-mapping",
          Task.TASKINFO_PATH,
          taskinfo.get().place(),
          "\"taskinfo\" must be a mapping of fields.");
    }
    return taskinfo.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private static Facts facts(Kind kind, Mapping taskinfo) throws BadInput {
    Facts facts = kind.read(taskinfo);
    if (facts.subject() instanceof Subject.Unreadable(var code, var path, var text)) {
      throw new BadInput(code, path, Place.NONE, text);
    }
    return facts;
  }
}
