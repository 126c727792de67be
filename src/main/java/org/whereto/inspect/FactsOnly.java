// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.Optional;
import org.whereto.kind.Kinds;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Subject;
import org.whereto.task.Urls;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * Takes the content out of a taskinfo and leaves what was found in it, so that every service gives
 * the same answer. URLs stay: they are no content.
 */
final class FactsOnly {

  private FactsOnly() {}

  /** The taskinfo of a kind, of which these facts are known. */
  static Mapping of(Kind kind, Mapping taskinfo, Facts facts) {
    if (!(facts.subject() instanceof Subject.Given)) {
      return taskinfo;
    }
    return kind.factsOnly(taskinfo, facts);
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
}
