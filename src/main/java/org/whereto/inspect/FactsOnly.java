// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.kind.Kinds;
import org.whereto.kind.binder.BinderNotebook;
import org.whereto.kind.docker.DockerCompose;
import org.whereto.kind.notebook.JupyterNotebook;
import org.whereto.kind.notebook.ZeppelinNotebook;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * Takes the content out of a taskinfo and leaves what was found in it, so that every service gives
 * the same answer. URLs stay: they are no content.
 */
final class FactsOnly {

  private static final String COMPOSEFILE = "composefile";

  private FactsOnly() {}

  /** The taskinfo of a kind, of which these facts are known. */
  static Mapping of(Kind kind, Mapping taskinfo, Facts facts) {
    if (!(facts.subject() instanceof Subject.Given)) {
      return taskinfo;
    }
    return switch (kind) {
      case JupyterNotebook jupyter -> languages(taskinfo, jupyter.factsOnly(facts.languages()));
      case ZeppelinNotebook zeppelin -> languages(taskinfo, zeppelin.factsOnly(facts.languages()));
      case BinderNotebook _ -> environment(taskinfo);
      case DockerCompose _ -> compose(taskinfo);
      default -> withoutContent(kind, taskinfo);
    };
  }

  /** Content of which nobody said how to reduce it does not leave. */
  private static Mapping withoutContent(Kind kind, Mapping taskinfo) {
    Mapping rest = taskinfo;
    for (String field : kind.contents()) {
      if (rest.get(field).filter(content -> Urls.of(content).isEmpty()).isPresent()) {
        rest = rest.without(field);
      }
    }
    return rest;
  }

  /**
   * The taskinfo of a task type of which nothing is known: content is told by its field. What no
   * kind can read is taken out.
   */
  static Mapping ofUnknown(Mapping taskinfo) {
    Mapping rest = taskinfo;
    for (Kind kind : Kinds.ALL) {
      for (String field : kind.contents()) {
        Optional<Tree> content = rest.get(field);
        if (content.isPresent() && Urls.of(content.get()).isEmpty()) {
          rest = reduced(field, rest).orElse(rest.without(field));
        }
      }
    }
    return rest;
  }

  /** What the first kind that can read this content makes of the whole. */
  private static Optional<Mapping> reduced(String field, Mapping taskinfo) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.contents().contains(field))
        .flatMap(kind -> reduced(kind, taskinfo).stream())
        .findFirst();
  }

  private static Optional<Mapping> reduced(Kind kind, Mapping taskinfo) {
    try {
      Facts facts = kind.read(taskinfo);
      return facts.subject() instanceof Subject.Given
          ? Optional.of(of(kind, taskinfo, facts))
          : Optional.empty();
    } catch (BadInput notThis) {
      return Optional.empty();
    }
  }

  private static Mapping languages(Mapping taskinfo, Mapping facts) {
    return taskinfo.get("notebook").isEmpty()
        ? taskinfo
        : taskinfo.without("notebook").without("languages").withAll(facts);
  }

  /** Facts are known of it, so it can be parsed; if not, nothing of it leaves. */
  private static Mapping compose(Mapping taskinfo) {
    Optional<Tree> content = taskinfo.get(COMPOSEFILE);
    if (content.isEmpty()) {
      return taskinfo;
    }
    try {
      Tree document =
          content.get() instanceof Scalar text
              ? Formats.YAML.read(
                  text.text().getBytes(StandardCharsets.UTF_8), Budget.LARGE, Keep.ALL)
              : content.get();
      return document instanceof Mapping composefile
          ? taskinfo.with(COMPOSEFILE, DockerCompose.reduced(composefile))
          : taskinfo.without(COMPOSEFILE);
    } catch (BadInput unreadable) {
      return taskinfo.without(COMPOSEFILE);
    }
  }

  /** Other files go, but for the name of one that says that there is a folder for Binder. */
  private static Mapping environment(Mapping taskinfo) {
    if (!(taskinfo.get("files").orElse(Tree.text("")) instanceof Mapping files)) {
      return taskinfo;
    }
    Map<String, Tree> kept = new LinkedHashMap<>();
    files
        .members()
        .forEach((name, member) -> {
          boolean inFolder =
              Environment.FOLDERS.stream().anyMatch(folder -> name.startsWith(folder + "/"));
          if (Environment.FILES.contains(Environment.baseName(name))) {
            kept.put(name, member.value());
          } else if (inFolder) {
            kept.put(name, Tree.text(""));
          }
        });
    return taskinfo.with("files", Tree.map(kept));
  }
}
