// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * A place in a JSON document (RFC 6901).
 *
 * @param text as it is written, like {@code /free/cores}; empty for the whole document
 * @param steps names of members and numbers of items, from the outside in
 */
record Pointer(String text, List<String> steps) {

  private static final int LONGEST_INDEX = 9;

  Pointer {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a pointer.
   *
   * @throws BadInput {@code pointer.malformed}
   */
  static Pointer of(String text) throws BadInput {
    if (text.isEmpty()) {
      return new Pointer(text, List.of());
    }
    if (text.charAt(0) != '/') {
      throw malformed(text, "it must begin with a slash, like /free/cores");
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(unescaped(text, step));
    }
    return new Pointer(text, steps);
  }

  private static String unescaped(String text, String step) throws BadInput {
    for (int i = step.indexOf('~'); i >= 0; i = step.indexOf('~', i + 1)) {
      char next = i + 1 < step.length() ? step.charAt(i + 1) : ' ';
      if (next != '0' && next != '1') {
        throw malformed(text, "write ~0 for a tilde and ~1 for a slash within a name");
      }
    }
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static BadInput malformed(String text, String remedy) {
    return new BadInput(
        "pointer.malformed", "\"" + text + "\" is no JSON Pointer: " + remedy + ".");
  }

  /** What stands there, if anything does. */
  Optional<Tree> in(Tree document) {
    Optional<Tree> at = Optional.of(document);
    for (String step : steps) {
      at = at.flatMap(tree -> below(tree, step));
    }
    return at;
  }

  private static Optional<Tree> below(Tree tree, String step) {
    return switch (tree) {
      case Mapping mapping -> mapping.get(step);
      case Sequence sequence -> item(sequence, step);
      case Scalar _ -> Optional.empty();
    };
  }

  private static Optional<Tree> item(Sequence sequence, String step) {
    boolean index =
        !step.isEmpty()
            && step.length() <= LONGEST_INDEX
            && step.chars().allMatch(c -> c >= '0' && c <= '9')
            && (step.length() == 1 || step.charAt(0) != '0');
    return index && Integer.parseInt(step) < sequence.items().size()
        ? Optional.of(sequence.items().get(Integer.parseInt(step)))
        : Optional.empty();
  }
}
