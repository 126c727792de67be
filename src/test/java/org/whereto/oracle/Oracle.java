// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.whereto.oracle.Model.Entry;
import org.whereto.oracle.Model.Supply;
import org.whereto.oracle.Model.Way;

/**
 * The decision of wire.md, sections 1, 1.2 and 2, a second time: slow, and as near to the words of
 * the contract as it can be. It shares no code with what it is compared with.
 */
final class Oracle {

  private static final int MOST_UNREAD = 10;

  private final Model model;
  private final Truth truth;

  private Oracle(Model model, Truth truth) {
    this.model = model;
    this.truth = truth;
  }

  static Outcome decide(Model model, Truth truth) {
    return new Oracle(model, truth).decide();
  }

  /** One entry: what is said of each of its interfaces, with what holds for all of them. */
  private record Judged(
      Entry entry, Set<Said> common, Map<Way, Set<Said>> byWay, Map<Way, String> states) {

    boolean isNo(Way way) {
      return byWay.get(way).stream().anyMatch(Said::isNo);
    }

    boolean isUnconditional(Way way) {
      return byWay.get(way).stream().allMatch(said -> said.standing() == Said.Standing.MIND);
    }

    boolean isYes() {
      return byWay.keySet().stream().anyMatch(way -> !isNo(way));
    }
  }

  private Outcome decide() {
    List<Entry> taking = model.taking(truth.tasktype());
    if (taking.isEmpty()) {
      return Outcome.BARE_NO;
    }
    Set<Fault> faults = new LinkedHashSet<>(truth.outerFaults());
    for (Entry entry : taking) {
      for (Rule rule : rules(entry)) {
        faults.addAll(rule.isOfKind() ? truth.taskinfoFaults() : List.of());
        faults.addAll(rule.faults(truth));
      }
    }
    if (!faults.isEmpty()) {
      return Outcome.bad(faults);
    }
    List<Judged> judged = taking.stream().map(this::judge).toList();
    Map<Way, Judged> offers = offers(judged, true);
    offers = offers.isEmpty() ? offers(judged, false) : offers;
    return offers.isEmpty() ? no(judged) : yes(judged, offers);
  }

  /** Every check that an entry has anywhere. */
  private List<Rule> rules(Entry entry) {
    List<Rule> rules = new ArrayList<>(model.everywhere());
    rules.addAll(entry.rules());
    model.on(entry).forEach(way -> rules.addAll(way.rules()));
    return rules;
  }

  private Judged judge(Entry entry) {
    Set<Said> common = new LinkedHashSet<>();
    model.everywhere().forEach(rule -> common.addAll(look(rule, entry)));
    entry.rules().forEach(rule -> common.addAll(look(rule, entry)));
    told(truth.unused()).forEach(path -> common.add(Said.mind("field.not-used", path)));
    told(truth.unread(rules(entry))).forEach(path -> common.add(Said.mind("field.not-used", path)));
    Map<Way, Set<Said>> byWay = new LinkedHashMap<>();
    Map<Way, String> states = new LinkedHashMap<>();
    boolean alike = isAlike(entry);
    for (Way way : model.on(entry)) {
      Set<Said> all = new LinkedHashSet<>();
      states.put(way, supplied(entry, way, all));
      if (alike) {
        common.addAll(all);
      }
      way.rules().forEach(rule -> all.addAll(look(rule, entry)));
      all.addAll(common);
      byWay.put(way, all);
    }
    return new Judged(entry, common, byWay, states);
  }

  /** Whether all interfaces of an entry have the same for a Task. */
  private boolean isAlike(Entry entry) {
    Set<Object> all = new LinkedHashSet<>();
    for (Way way : model.on(entry)) {
      Supply supply = model.supply(entry, way);
      boolean here = supply.demand().equals("here") && !model.stock().holdings().isEmpty();
      all.add(List.of(supply.level().essence(), here));
    }
    return all.size() < 2;
  }

  /** What is said of resources and data; what is told of them comes back. */
  private String supplied(Entry entry, Way way, Set<Said> said) {
    Supply supply = model.supply(entry, way);
    Level level = supply.level();
    Fitting.Judgement room =
        Fitting.judge(
            level, model.sources(), truth.wants(), model.stock().copied(truth, supply.demand()));
    Stock.Judgement data = model.stock().judge(truth, supply.demand(), level, model.sources());
    List<Said> all = new ArrayList<>(room.said());
    all.addAll(data.said());
    all.forEach(one -> said.add(entry.required() ? one.required() : one));
    return states(new TreeMap<>(room.told()), data.told());
  }

  static String states(Map<String, String> resources, List<String> data) {
    return resources.isEmpty() && data.isEmpty() ? "" : resources + " " + data;
  }

  /** Ten of them, and that there are more. */
  private static List<String> told(List<String> unread) {
    List<String> told = new ArrayList<>(unread.subList(0, Math.min(unread.size(), MOST_UNREAD)));
    if (unread.size() > MOST_UNREAD) {
      told.add("");
    }
    return told;
  }

  private List<Said> look(Rule rule, Entry entry) {
    Optional<Said> missing = rule.isOfKind() ? truth.missing() : Optional.empty();
    List<Said> said = missing.map(List::of).orElseGet(() -> rule.look(truth));
    return said.stream().map(one -> entry.required() ? one.required() : one).toList();
  }

  /** The interfaces that are offered, in the owner's order, each by the first entry that does. */
  private Map<Way, Judged> offers(List<Judged> judged, boolean unconditional) {
    Map<Way, Judged> offers = new LinkedHashMap<>();
    for (Way way : model.ways()) {
      judged.stream()
          .filter(by -> by.byWay().containsKey(way))
          .filter(by -> unconditional ? by.isUnconditional(way) : !by.isNo(way))
          .findFirst()
          .ifPresent(by -> offers.put(way, by));
    }
    return offers;
  }

  private Outcome yes(List<Judged> judged, Map<Way, Judged> offers) {
    Map<Way, Set<Said>> warnings = new LinkedHashMap<>();
    offers.forEach((way, by) ->
        warnings.put(
            way,
            by.byWay().get(way).stream()
                .map(said -> disclosed(said, by))
                .collect(toCollection(LinkedHashSet::new))));
    List<String> states = new ArrayList<>();
    offers.forEach((way, by) ->
        states.add(model.reasons(by.entry()).equals("full") ? by.states().get(way) : ""));
    boolean alike = new HashSet<>(states).size() == 1;
    Set<Said> shared = new LinkedHashSet<>();
    warnings.values().forEach(shared::addAll);
    warnings.values().forEach(shared::retainAll);
    List<String> ways = new ArrayList<>();
    warnings.forEach((way, own) ->
        ways.add(
            way.servicetype()
                + " "
                + way.name()
                + " "
                + sorted(own.stream().filter(said -> !shared.contains(said)).map(Oracle::told))
                + (alike ? "" : states.get(ways.size()))));
    Stream<String> all = Stream.concat(shared.stream().map(Oracle::told), leftOut(judged, offers));
    return new Outcome(
        "YES", ways, List.of(), sorted(all), alike ? states.getFirst() : "", Set.of());
  }

  private Said disclosed(Said said, Judged by) {
    return model.reasons(by.entry()).equals("full") ? said : said.withoutDetail();
  }

  /** Interfaces that would be offered, were it not for their own checks. */
  private Stream<String> leftOut(List<Judged> judged, Map<Way, Judged> offers) {
    return model.ways().stream()
        .filter(way -> !offers.containsKey(way))
        .filter(way ->
            judged.stream()
                .filter(by -> model.reasons(by.entry()).equals("full") && by.isYes())
                .anyMatch(by -> by.byWay().containsKey(way) && by.isNo(way)))
        .map(way -> Outcome.told("interface.left-out", "", "", model.label(way)));
  }

  private Outcome no(List<Judged> judged) {
    Optional<Judged> nearest = Optional.empty();
    for (Judged by : judged) {
      boolean nearer =
          nearest.isEmpty() || reasons(by).size() < reasons(nearest.orElseThrow()).size();
      if (!model.reasons(by.entry()).equals("none") && nearer) {
        nearest = Optional.of(by);
      }
    }
    if (nearest.isEmpty()) {
      return Outcome.BARE_NO;
    }
    boolean full = model.reasons(nearest.get().entry()).equals("full");
    Stream<String> reasons =
        reasons(nearest.get()).stream()
            .map(reason -> full ? reason : new Located(reason.said().withoutDetail(), ""))
            .distinct()
            .map(reason ->
                Outcome.told(
                    reason.said().code(),
                    reason.said().path(),
                    reason.said().permanence(),
                    reason.way()));
    Stream<String> warnings =
        nearest.get().common().stream()
            .filter(said -> said.standing() == Said.Standing.MIND)
            .map(Oracle::told);
    String states = full ? nearest.get().states().values().iterator().next() : "";
    return new Outcome("NO", List.of(), sorted(reasons), sorted(warnings), states, Set.of());
  }

  /** A reason, and the one interface that it holds for; empty if it holds for all. */
  private record Located(Said said, String way) {}

  private Set<Located> reasons(Judged by) {
    Set<Located> reasons = new LinkedHashSet<>();
    by.byWay()
        .forEach((way, all) -> {
          for (Said said : all) {
            boolean everywhere = by.byWay().values().stream().allMatch(set -> set.contains(said));
            if (said.isNo()) {
              reasons.add(new Located(said, everywhere ? "" : model.label(way)));
            }
          }
        });
    return reasons;
  }

  private static String told(Said said) {
    return Outcome.told(said.code(), said.path(), said.permanence(), "");
  }

  private static List<String> sorted(Stream<String> texts) {
    return texts.sorted().toList();
  }
}
