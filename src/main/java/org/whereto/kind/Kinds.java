// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whereto.kind.binder.BinderNotebook;
import org.whereto.kind.docker.DockerCompose;
import org.whereto.kind.docker.DockerContainer;
import org.whereto.kind.notebook.JupyterNotebook;
import org.whereto.kind.notebook.ZeppelinNotebook;
import org.whereto.task.Kind;

/** The one list of kinds. */
public final class Kinds {

  public static final List<Kind> ALL =
      List.of(
          new JupyterNotebook(), //
          new ZeppelinNotebook(),
          new BinderNotebook(),
          new DockerContainer(),
          new DockerCompose());

  private Kinds() {}

  /** The kind with this name, like {@code docker-compose}. */
  public static Optional<Kind> byName(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** The kind of a task type that is known out of the box. */
  public static Optional<Kind> byTasktype(String tasktype) {
    return ALL.stream().filter(kind -> kind.tasktypes().contains(tasktype)).findFirst();
  }

  /** The names of all kinds. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    ALL.forEach(kind -> names.add(kind.name()));
    return names;
  }
}
