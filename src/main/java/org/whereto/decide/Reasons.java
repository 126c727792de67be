// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.decide.Considered.Way;
import org.whereto.platform.Disclosure;

/** What is told of the findings of one acceptance. */
final class Reasons {

  private Reasons() {}

  /**
   * Why not: what holds for the whole acceptance, then what holds for its interfaces; a reason that
   * does not hold on all of them names the one it holds on. What holds for all is told once, even
   * if an interface has the same check of its own.
   */
  static List<Reason> of(Considered considered) {
    List<Way> ways = considered.ways();
    Set<Reason> everywhere = noes(considered.findings()).collect(Collectors.toSet());
    Map<Reason, Long> times = new LinkedHashMap<>();
    ways.forEach(way -> noes(way.findings()).forEach(reason -> times.merge(reason, 1L, Long::sum)));
    Stream<Reason> ofWays =
        ways.stream()
            .flatMap(way ->
                noes(way.findings())
                    .filter(reason -> !everywhere.contains(reason))
                    .map(reason ->
                        times.getOrDefault(reason, 0L) == ways.size()
                            ? reason
                            : reason.on(way.offered().label())));
    return Stream.concat(noes(considered.findings()), ofWays).distinct().toList();
  }

  /** What else the asker of a NO should mind: the warnings that are no conditions of a YES. */
  static List<Reason> besides(Considered considered) {
    return considered.findings().stream()
        .filter(finding -> finding.outcome() == Outcome.OK)
        .flatMap(finding -> finding.says().stream())
        .distinct()
        .toList();
  }

  /** The warning that an interface is not among those offered, and the first reason for it. */
  static Reason leftOut(Way way) {
    String label = way.offered().label();
    String why = noes(way.findings()).map(Reason::text).findFirst().orElse("");
    return Reason.of("interface.left-out", "", "The interface " + label + " is not offered: " + why)
        .on(label);
  }

  /** As much of a reason as the owner tells. */
  static Reason disclosed(Reason reason, Disclosure disclosure) {
    return switch (disclosure) {
      case FULL -> reason;
      case CODES, NONE ->
          new Reason(reason.code(), reason.path(), "", "", "", reason.permanence(), "");
    };
  }

  private static Stream<Reason> noes(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.outcome().isNo())
        .flatMap(finding -> finding.says().stream());
  }
}
