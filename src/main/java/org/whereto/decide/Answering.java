// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.whereto.answer.Answer;
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
    List<Offer> yes = offers(considered, true);
    List<Offer> offers = yes.isEmpty() ? offers(considered, false) : yes;
    return offers.isEmpty() ? no(considered) : yes(considered, offers);
  }

  /** One interface that is offered, by the first acceptance that does. */
  private record Offer(Considered by, Way way) {}

  private static List<Offer> offers(List<Considered> considered, boolean unconditional) {
    Map<Integer, Offer> offers = new TreeMap<>();
    considered.stream()
        .filter(Considered::isYes)
        .forEach(by ->
            by.ways().stream()
                .filter(way -> unconditional ? by.isUnconditional(way) : !way.isNo())
                .forEach(way -> offers.putIfAbsent(way.offered().position(), new Offer(by, way))));
    return List.copyOf(offers.values());
  }

  private static Answer yes(List<Considered> considered, List<Offer> offers) {
    List<List<Reason>> warnings = offers.stream().map(Answering::warnings).toList();
    Set<Reason> shared = new LinkedHashSet<>(warnings.getFirst());
    warnings.forEach(shared::retainAll);
    List<Interface> interfaces = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      Offered offered = offers.get(i).way().offered();
      List<Reason> own =
          warnings.get(i).stream().filter(warning -> !shared.contains(warning)).toList();
      interfaces.add(Interface.of(offered.servicetype(), offered.serviceinfo()).withWarnings(own));
    }
    return Answer.yes(
        interfaces, Stream.concat(shared.stream(), leftOut(considered, offers)).toList());
  }

  private static List<Reason> warnings(Offer offer) {
    return Stream.concat(offer.by().findings().stream(), offer.way().findings().stream())
        .flatMap(finding -> finding.says().stream())
        .map(reason -> Reasons.disclosed(reason, offer.by().acceptance().disclosure()))
        .distinct()
        .toList();
  }

  /** A warning for each interface that an acceptance would offer if its own checks let it. */
  private static Stream<Reason> leftOut(List<Considered> considered, List<Offer> offers) {
    Set<Integer> offered = new HashSet<>();
    offers.forEach(offer -> offered.add(offer.way().offered().position()));
    return considered.stream()
        .filter(Considered::isYes)
        .filter(by -> by.acceptance().disclosure() == Disclosure.FULL)
        .flatMap(by -> by.ways().stream())
        .filter(way -> way.isNo() && offered.add(way.offered().position()))
        .map(Reasons::leftOut);
  }

  private static Answer no(List<Considered> considered) {
    return considered.stream()
        .filter(by -> by.acceptance().disclosure() != Disclosure.NONE)
        .min(Comparator.comparingInt(by -> Reasons.of(by).size()))
        .map(nearest -> {
          Disclosure disclosure = nearest.acceptance().disclosure();
          return Answer.no(
              Reasons.of(nearest).stream()
                  .map(reason -> Reasons.disclosed(reason, disclosure))
                  .distinct()
                  .toList(),
              Reasons.besides(nearest).stream()
                  .map(reason -> Reasons.disclosed(reason, disclosure))
                  .toList());
        })
        .orElse(Answer.BARE_NO);
  }
}
