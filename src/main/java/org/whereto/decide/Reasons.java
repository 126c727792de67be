// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Set<Reason> reasons = new LinkedHashSet<>(noes(considered.findings()));
    List<Way> ways = considered.ways();
    Map<Reason, Integer> times = times(ways);
    Set<Reason> ofWays = new LinkedHashSet<>();
    for (Way way : ways) {
      for (Reason reason : noes(way.findings())) {
        if (!reasons.contains(reason)) {
          boolean everywhere = times.getOrDefault(reason, 0) == ways.size();
          ofWays.add(everywhere ? reason : reason.on(way.offered().label()));
        }
      }
    }
    reasons.addAll(ofWays);
    return List.copyOf(reasons);
  }

  private static Map<Reason, Integer> times(List<Way> ways) {
    Map<Reason, Integer> times = new HashMap<>();
    for (Way way : ways) {
      noes(way.findings()).forEach(reason -> times.merge(reason, 1, Integer::sum));
    }
    return times;
  }

  /** What else the asker of a NO should mind: the warnings that are no conditions of a YES. */
  static Set<Reason> besides(Considered considered) {
    Set<Reason> besides = new LinkedHashSet<>();
    for (Finding finding : considered.findings()) {
      if (finding.outcome() == Outcome.OK) {
        finding.says().ifPresent(besides::add);
      }
    }
    return besides;
  }

  /** The warning that an interface is not among those offered, and the first reason for it. */
  static Reason leftOut(Way way) {
    String label = way.offered().label();
    List<Reason> noes = noes(way.findings());
    String why = noes.isEmpty() ? "" : noes.getFirst().text();
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

  private static List<Reason> noes(List<Finding> findings) {
    List<Reason> noes = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.outcome().isNo()) {
        finding.says().ifPresent(noes::add);
      }
    }
    return noes;
  }
}
