// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.whereto.answer.Answer;
import org.whereto.answer.Finding;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.decide.Considered.Way;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;

/**
 * Findings to an answer (wire.md, section 2). The interfaces of all acceptances that say an
 * unconditional YES are offered together; only if there is none, the conditional ones; only if
 * there is none of these, the reasons of the nearest acceptance.
 */
final class Answering {

  private Answering() {}

  static Answer of(List<Considered> considered) {
    List<Considered> willing = willing(considered);
    if (willing.isEmpty()) {
      return no(considered);
    }
    List<Offer> yes = offers(willing, true);
    return yes(willing, yes.isEmpty() ? offers(willing, false) : yes);
  }

  /** The acceptances that say YES, be it under a condition. */
  private static List<Considered> willing(List<Considered> considered) {
    List<Considered> willing = new ArrayList<>();
    for (Considered by : considered) {
      if (by.isYes()) {
        willing.add(by);
      }
    }
    return willing;
  }

  /** One interface that is offered, by the first acceptance that does. */
  private record Offer(Considered by, Way way) {}

  private static List<Offer> offers(List<Considered> willing, boolean unconditional) {
    Map<Integer, Offer> offers = new TreeMap<>();
    for (Considered by : willing) {
      for (Way way : by.ways()) {
        if (unconditional ? by.isUnconditional(way) : !way.isNo()) {
          offers.putIfAbsent(way.offered().position(), new Offer(by, way));
        }
      }
    }
    return List.copyOf(offers.values());
  }

  private static Answer yes(List<Considered> willing, List<Offer> offers) {
    List<Set<Reason>> warnings = new ArrayList<>();
    for (Offer offer : offers) {
      warnings.add(warnings(offer));
    }
    Set<Reason> shared = new LinkedHashSet<>(warnings.getFirst());
    warnings.forEach(shared::retainAll);
    List<Stated> stated = offers.stream().map(offer -> Stated.of(offer.by(), offer.way())).toList();
    boolean alike = stated.size() == 1 || new HashSet<>(stated).size() == 1;
    List<Interface> interfaces = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      Offered offered = offers.get(i).way().offered();
      Set<Reason> own = warnings.get(i);
      own.removeAll(shared);
      Stated only = alike ? Stated.NOTHING : stated.get(i);
      interfaces.add(
          Interface.of(offered.servicetype(), offered.serviceinfo())
              .withWarnings(List.copyOf(own))
              .stating(only.resources(), only.data()));
    }
    List<Reason> all = new ArrayList<>(shared);
    addLeftOut(all, willing, offers);
    Stated everywhere = alike ? stated.getFirst() : Stated.NOTHING;
    return Answer.yes(interfaces, all).stating(everywhere.resources(), everywhere.data());
  }

  private static Set<Reason> warnings(Offer offer) {
    Disclosure disclosure = offer.by().acceptance().disclosure();
    Set<Reason> warnings = new LinkedHashSet<>();
    for (List<Finding> findings : List.of(offer.by().findings(), offer.way().findings())) {
      for (Finding finding : findings) {
        finding.says().ifPresent(reason -> warnings.add(Reasons.disclosed(reason, disclosure)));
      }
    }
    return warnings;
  }

  /** A warning for each interface that an acceptance would offer if its own checks let it. */
  private static void addLeftOut(
      List<Reason> warnings, List<Considered> willing, List<Offer> offers) {
    Set<Integer> offered = new HashSet<>();
    offers.forEach(offer -> offered.add(offer.way().offered().position()));
    for (Considered by : willing) {
      boolean told = by.acceptance().disclosure() == Disclosure.FULL;
      for (Way way : by.ways()) {
        if (told && way.isNo() && offered.add(way.offered().position())) {
          warnings.add(Reasons.leftOut(way));
        }
      }
    }
  }

  private static Answer no(List<Considered> considered) {
    Optional<Considered> nearest = Optional.empty();
    List<Reason> fewest = List.of();
    for (Considered by : considered) {
      if (by.acceptance().disclosure() != Disclosure.NONE) {
        List<Reason> reasons = Reasons.of(by);
        if (nearest.isEmpty() || reasons.size() < fewest.size()) {
          nearest = Optional.of(by);
          fewest = reasons;
        }
      }
    }
    return nearest.isEmpty() ? Answer.BARE_NO : no(nearest.get(), fewest);
  }

  private static Answer no(Considered nearest, List<Reason> reasons) {
    Disclosure disclosure = nearest.acceptance().disclosure();
    List<Reason> besides = List.copyOf(Reasons.besides(nearest));
    if (disclosure == Disclosure.FULL) {
      Stated stated = Stated.of(nearest);
      return Answer.no(reasons, besides).stating(stated.resources(), stated.data());
    }
    Set<Reason> told = new LinkedHashSet<>();
    for (Reason reason : reasons) {
      told.add(Reasons.disclosed(reason, disclosure));
    }
    return Answer.no(
        List.copyOf(told),
        besides.stream().map(reason -> Reasons.disclosed(reason, disclosure)).toList());
  }
}
