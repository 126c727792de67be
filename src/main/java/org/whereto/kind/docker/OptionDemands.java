// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * Options of a service that may weaken its isolation, or hand the host's services something to do.
 * All but those known to be sound are demands, as {@code name=value}.
 */
final class OptionDemands {

  private static final Set<String> SOUND =
      Set.of(
          "no-new-privileges",
          "no-new-privileges=true",
          "apparmor=docker-default",
          "seccomp=builtin",
          "writable-cgroups=false",
          "isolation=",
          "isolation=default",
          "isolation=hyperv",
          "runtime=",
          "runtime=runc",
          "cgroup_parent=",
          "logging=",
          "logging=none",
          "logging=local",
          "logging=json-file",
          "logging=journald");

  private final Demands demands;

  OptionDemands(Demands demands) {
    this.demands = demands;
  }

  void look(String key, Tree value, Path path) throws BadInput {
    switch (key) {
      case "security_opt" -> security(value, path);
      case "annotations" -> annotations(value, path);
      case "logging" -> {
        Mapping logging = Demands.mapping(value, path);
        option(path, demands.text(logging, "driver", path).map(text -> key + "=" + text));
      }
      default -> option(path, demands.text(value, path).map(text -> key + "=" + text));
    }
  }

  private void option(Path path, Optional<String> option) {
    option
        .filter(text -> !SOUND.contains(text))
        .ifPresent(text -> demands.add(What.SECURITY_OPTION, path, text));
  }

  /** {@code name:value} is an older spelling of {@code name=value}. */
  private void security(Tree value, Path path) throws BadInput {
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      option(path.item(i), demands.text(items.get(i), path.item(i)).map(OptionDemands::normal));
    }
  }

  private static String normal(String option) {
    int colon = option.indexOf(':');
    int equals = option.indexOf('=');
    boolean older = colon >= 0 && (equals < 0 || colon < equals);
    return older ? option.substring(0, colon) + "=" + option.substring(colon + 1) : option;
  }

  /** Runtimes take orders from annotations; which, only they know. */
  private void annotations(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping) {
      Demands.members(
          value,
          path,
          (name, text, at) -> demands.add(What.SECURITY_OPTION, at, "annotation=" + name));
      return;
    }
    List<Tree> items = Demands.items(value, path);
    for (int i = 0; i < items.size(); i++) {
      Path at = path.item(i);
      Optional<String> name = demands.text(nameOf(items.get(i)), at);
      name.ifPresent(text -> demands.add(What.SECURITY_OPTION, at, "annotation=" + text));
    }
  }

  /** Of {@code name=value} the name; the value is not read. */
  private static Tree nameOf(Tree item) {
    return item instanceof Scalar scalar && scalar.text().indexOf('=') > 0
        ? Tree.text(scalar.text().substring(0, scalar.text().indexOf('=')))
        : item;
  }
}
