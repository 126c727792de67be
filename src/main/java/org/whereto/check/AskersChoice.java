// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Set;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;

/**
 * What in a Task is no more than a choice of its asker: which image runs, and the options by which
 * a service asks to be less isolated from its host. What it works with is none: mounts, files,
 * builds, networks, graphics processors.
 */
final class AskersChoice {

  private static final String SERVICES = "services";
  private static final String PRIVILEGED = "privileged";
  private static final String IMAGE = "image";

  private static final Path ONE_IMAGE = Task.TASKINFO_PATH.member(IMAGE);

  private static final Set<String> OPTIONS =
      Set.of(
          PRIVILEGED,
          "network_mode",
          "pid",
          "ipc",
          "uts",
          "userns_mode",
          "cgroup",
          "cgroup_parent",
          "isolation");

  private static final Set<String> LISTS =
      Set.of("cap_add", "devices", "device_cgroup_rules", "security_opt");

  private static final Set<String> HOOKS = Set.of("pre_start", "post_start", "pre_stop");

  /** Names from the top of a compose file to a service's own key, to an item of it, and below. */
  private static final int KEY = 3;

  private static final int ITEM = 4;
  private static final int BELOW = 5;

  private AskersChoice() {}

  /** Whether an image stands here that is run, and not mounted or built upon. */
  static boolean isImage(Path path) {
    if (path.equals(ONE_IMAGE)) {
      return true;
    }
    List<String> steps = ofService(path);
    return switch (steps.size()) {
      case KEY -> steps.getLast().equals(IMAGE);
      case BELOW -> HOOKS.contains(steps.get(KEY - 1)) && steps.getLast().equals(IMAGE);
      default -> false;
    };
  }

  /** Whether an option stands here that a service may be run without. */
  static boolean isOption(Path path) {
    List<String> steps = ofService(path);
    return switch (steps.size()) {
      case KEY -> OPTIONS.contains(steps.getLast()) || LISTS.contains(steps.getLast());
      case ITEM -> LISTS.contains(steps.get(KEY - 1));
      case BELOW -> HOOKS.contains(steps.get(KEY - 1)) && steps.getLast().equals(PRIVILEGED);
      default -> false;
    };
  }

  /** The names on the way, if they lead into a service. */
  private static List<String> ofService(Path path) {
    try {
      List<String> steps = path.steps();
      return !steps.isEmpty() && steps.getFirst().equals(SERVICES) ? steps : List.of();
    } catch (BadInput oddName) {
      return List.of();
    }
  }
}
