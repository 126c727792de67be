// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.List;
import java.util.Optional;
import org.whereto.kind.Kinds;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** The key {@code template} of an acceptance: a compose file for those whose own is refused. */
record Template(Types types) {

  private static final String TEMPLATE = "template";
  private static final String KIND = "docker-compose";

  Optional<Tree> read(Settings in, List<Scalar> tasktypes) {
    Optional<Tree> template =
        in.any(
            TEMPLATE,
            "A compose file that is suggested where the one that was asked is refused and cannot be"
                + " mended: written here, as text or as a mapping.");
    if (template.isPresent()) {
      for (Scalar tasktype : tasktypes) {
        refuseMismatch(in, tasktype);
      }
      refuseUnreadable(in, template.get());
    }
    return template;
  }

  private void refuseMismatch(Settings in, Scalar tasktype) {
    Optional<Kind> kind = types.kind(tasktype.text());
    if (kind.filter(known -> known.name().equals(KIND)).isEmpty()) {
      in.problem(
          TEMPLATE,
          "A template is a compose file, and cannot stand for a task of the type "
              + tasktype.text()
              + ".");
    }
  }

  private static void refuseUnreadable(Settings in, Tree template) {
    if (template.firstTagged().isPresent()) {
      in.problem(TEMPLATE, "A template has no tags: take out those that begin with \"!\".");
      return;
    }
    Kind kind = Kinds.byName(KIND).orElseThrow();
    String field = kind.contents().iterator().next();
    try {
      switch (kind.read(Tree.build().put(field, template).done()).subject()) {
        case Subject.Given _ -> {}
        case Subject.NotGiven _ -> in.problem(TEMPLATE, "The template is empty.");
        case Subject.Unreadable(_, _, String text) -> in.problem(TEMPLATE, text);
        case Subject.NotFetched _ ->
            in.problem(TEMPLATE, "A template is not fetched: write the compose file itself here.");
      }
    } catch (BadInput fault) {
      in.problem(TEMPLATE, fault.sentence());
    }
  }
}
