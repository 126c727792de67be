// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.ask.Result;
import org.whereto.ask.Result.Outcome;
import org.whereto.ask.Told;
import org.whereto.decide.Decision;
import org.whereto.kind.Kinds;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.task.Kind;
import org.whereto.tree.Nearest;
import org.whereto.world.SourceState;

/**
 * A decision, and what a person wants to know beside it.
 *
 * @param file the platform's file
 * @param sources of available amounts, as they fared when it was decided
 */
record Explained(String file, Platform platform, Decision decision, List<SourceState> sources) {

  Explained {
    sources = List.copyOf(sources);
  }

  Told told() {
    return Told.Answered.of(answer(), Duration.ZERO);
  }

  Answer answer() {
    return decision.answer();
  }

  Result result() {
    return new Result(platform.title(), file, told());
  }

  Outcome outcome() {
    return result().outcome();
  }

  /** The task types that the platform understands, synonyms among them. */
  List<String> understoodTypes() {
    return platform.types().keySet().stream().sorted().toList();
  }

  /** What may have been meant, as sentences. */
  List<String> nearMisses() {
    List<String> found = new ArrayList<>();
    slip().ifPresent(type -> found.add("Did you mean " + type + "?"));
    Optional<Kind> kind = Kinds.byTasktype(decision.tasktype());
    if (kind.isPresent()) {
      platform.types().values().stream()
          .filter(type -> type.kind().equals(kind))
          .map(Understood::tasktype)
          .distinct()
          .sorted()
          .map(type ->
              type + " is of the same kind (" + kind.get().name() + "): try --tasktype " + type)
          .forEach(found::add);
    }
    return found;
  }

  /** A type that differs by a typing slip, by letter case, or by what stands before its name. */
  private Optional<String> slip() {
    List<String> known = understoodTypes();
    String asked = decision.tasktype();
    return Nearest.to(asked, known)
        .or(() -> known.stream().filter(type -> tail(type).equals(tail(asked))).findFirst());
  }

  private static String tail(String tasktype) {
    int end = tasktype.length();
    while (end > 0 && tasktype.charAt(end - 1) == '/') {
      end--;
    }
    String whole = tasktype.substring(0, end);
    return whole.substring(whole.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
