// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.answer.Answer;
import org.whereto.answer.Finding;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.decide.Considered;
import org.whereto.decide.Considered.Way;
import org.whereto.decide.Decision;
import org.whereto.task.Resources;

/**
 * The codes of what was said to a question, each once. Where the owner hides the reasons of a NO
 * from the caller, they are those of all acceptances.
 *
 * @param reasons why not
 * @param warnings what to mind
 */
record Codes(Set<String> reasons, Set<String> warnings) {

  static final Codes NONE = new Codes(Set.of(), Set.of());

  /** What stands for a code that a caller made up, or that is no code at all. */
  static final String OTHER = "other";

  private static final String RESOURCES = "resources.";
  private static final String NOT_OFFERED = ".not-offered";
  private static final String OTHER_RESOURCE = RESOURCES + OTHER + NOT_OFFERED;

  /** No answer needs more to be understood. */
  private static final int MOST = 32;

  private static final int LONGEST = 64;

  static Codes of(Decision decision, Answer answer) {
    boolean hidden = !answer.isYes() && decision.understood() && answer.reasons().isEmpty();
    if (!hidden && saysNothing(answer)) {
      return NONE;
    }
    Set<String> reasons = new LinkedHashSet<>();
    Set<String> warnings = new LinkedHashSet<>();
    if (hidden) {
      decision.considered().forEach(considered -> addNoes(reasons, considered));
    } else {
      add(reasons, answer.reasons());
    }
    add(warnings, answer.warnings());
    answer.interfaces().forEach(way -> add(warnings, way.warnings()));
    return new Codes(reasons, warnings);
  }

  private static boolean saysNothing(Answer answer) {
    for (Interface way : answer.interfaces()) {
      if (!way.warnings().isEmpty()) {
        return false;
      }
    }
    return answer.reasons().isEmpty() && answer.warnings().isEmpty();
  }

  /** Reasons first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(reasons);
    all.addAll(warnings);
    return all;
  }

  private static void addNoes(Set<String> codes, Considered considered) {
    Stream<Finding> ofWays =
        considered.ways().stream().map(Way::findings).flatMap(Collection::stream);
    Stream.concat(considered.findings().stream(), ofWays)
        .filter(finding -> finding.outcome().isNo())
        .flatMap(finding -> finding.says().stream())
        .forEach(reason -> add(codes, List.of(reason)));
  }

  private static void add(Set<String> codes, List<Reason> reasons) {
    for (Reason reason : reasons) {
      if (codes.size() < MOST) {
        codes.add(safe(reason.code()));
      }
    }
  }

  /** The code, if it is one of ours: nothing that a caller wrote stands in it. */
  static String safe(String code) {
    if (code.startsWith(RESOURCES) && code.endsWith(NOT_OFFERED)) {
      int end = code.length() - NOT_OFFERED.length();
      String dimension = end > RESOURCES.length() ? code.substring(RESOURCES.length(), end) : "";
      return Resources.STANDARD.containsKey(dimension) ? code : OTHER_RESOURCE;
    }
    return isCode(code) ? code : OTHER;
  }

  private static boolean isCode(String code) {
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      boolean good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
      if (!good) {
        return false;
      }
    }
    return !code.isEmpty() && code.length() <= LONGEST;
  }
}
