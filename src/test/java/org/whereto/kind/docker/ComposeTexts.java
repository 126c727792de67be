// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Untold;
import org.whereto.task.Resources.Wanted;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** Compose files as text, and their facts in one line each. */
final class ComposeTexts {

  private ComposeTexts() {}

  static Facts read(Tree composefile) throws BadInput {
    return new DockerCompose().read(Tree.build().put("composefile", composefile).done());
  }

  static Facts read(String text) throws BadInput {
    return read(Tree.text(text));
  }

  /** {@code WHAT path detail}, the path without what the row has in common. */
  static List<String> demands(Facts facts) {
    return facts.demands().stream()
        .map(demand ->
            (demand.what()
                    + " "
                    + demand.path().text().replaceFirst("^services\\.a\\.", "")
                    + " "
                    + demand.detail())
                .strip())
        .toList();
  }

  static List<String> images(Facts facts) {
    return facts.images().stream()
        .map(use ->
            use.path()
                + " "
                + use.reference()
                    .map(Object::toString)
                    .orElse(use.written().isEmpty() ? "MISSING" : "UNCLEAR " + use.written())
                + use.platform().map(machine -> " on " + machine).orElse("")
                + use.user().map(someone -> " as " + someone).orElse(""))
        .toList();
  }

  /** {@code minmemory 8Gi}, then {@code ? minmemory} for each amount that cannot be told. */
  static List<String> amounts(Resources resources) {
    List<String> all = new ArrayList<>();
    for (Wanted wanted : resources.wanted().values()) {
      wanted.min().ifPresent(min -> all.add(wanted.minKey() + " " + min.amount().text()));
      wanted.max().ifPresent(max -> all.add(wanted.maxKey() + " " + max.amount().text()));
    }
    for (Untold untold : resources.untold()) {
      all.add("? " + (untold.least() ? "min" : "max") + untold.dimension());
    }
    return all;
  }

  static Mapping parse(String text) throws BadInput {
    return (Mapping)
        Formats.YAML.read(text.getBytes(StandardCharsets.UTF_8), Budget.SMALL, Keep.ALL);
  }

  /** The entries of a row, parted by semicolons. */
  static List<String> split(String expected) {
    return expected.isEmpty() ? List.of() : Arrays.asList(expected.split(";", -1));
  }
}
