// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.whereto.answer.Change;
import org.whereto.tree.Formats;
import org.whereto.tree.OneLine;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** A change as people write one: {@code PATH: FROM -> TO}. */
final class Diff {

  private static final int LONGEST = 80;
  private static final String NOTHING = "(nothing)";

  private Diff() {}

  static String of(Change change) {
    String path = change.path().text();
    boolean document = change.to().map(Diff::isDocument).orElse(false);
    return document
        ? "another document in the place of " + path
        : path + ": " + shown(change.from()) + " -> " + shown(change.to());
  }

  private static boolean isDocument(Tree value) {
    return value instanceof Mapping
        || (value instanceof Scalar scalar && scalar.text().indexOf('\n') >= 0);
  }

  private static String shown(Optional<Tree> value) {
    if (value.isEmpty()) {
      return NOTHING;
    }
    String text =
        value.get() instanceof Scalar scalar
            ? scalar.text()
            : new String(Formats.JSON.write(value.get()), UTF_8);
    return OneLine.of(text, LONGEST);
  }
}
