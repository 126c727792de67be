// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whereto.task.Task;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** The members of a Task that nobody looked at, the topmost of each branch. */
final class Unread {

  /** What the contract names; what stands below them is somebody's business, or is told apart. */
  private static final Set<String> CONTRACT = Set.of(Task.TASKINFO, Task.RESOURCES, Task.DATA);

  private final Set<Path> read;
  private final List<Path> found = new ArrayList<>();

  private Unread(Set<Path> read) {
    this.read = read;
  }

  /**
   * The paths that nobody read.
   *
   * @param kindKnown whether Whereto can read this taskinfo at all; one that it cannot read belongs
   *     to an owner who accepts the type by its name alone
   * @param read the paths that were read, each with all that stands below it
   */
  static List<Path> of(Task task, boolean kindKnown, Set<Path> read) {
    Unread unread = new Unread(read);
    task.members()
        .members()
        .forEach((name, member) -> {
          if (!CONTRACT.contains(name)) {
            unread.walk(Path.ROOT.member(name), member.value());
          }
        });
    if (kindKnown) {
      task.taskinfo().ifPresent(unread::walkTaskinfo);
    }
    return List.copyOf(unread.found);
  }

  private void walkTaskinfo(Tree taskinfo) {
    if (taskinfo instanceof Mapping mapping) {
      walkMembers(Task.TASKINFO_PATH, mapping);
    } else {
      walk(Task.TASKINFO_PATH, taskinfo);
    }
  }

  private void walk(Path path, Tree tree) {
    if (read.contains(path)) {
      return;
    }
    if (tree instanceof Mapping mapping && isReadBelow(path)) {
      walkMembers(path, mapping);
    } else {
      found.add(path);
    }
  }

  private void walkMembers(Path path, Mapping mapping) {
    mapping.members().forEach((name, member) -> walk(path.member(name), member.value()));
  }

  private boolean isReadBelow(Path path) {
    for (Path known : read) {
      if (known.isIn(path)) {
        return true;
      }
    }
    return false;
  }
}
