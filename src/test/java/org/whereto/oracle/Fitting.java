// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.whereto.oracle.Sources.Place;
import org.whereto.oracle.Sources.Source;
import org.whereto.oracle.Wants.Want;

/**
 * Whether a Task fits (wire.md, section 3, and decision 017), by trying every place for everything
 * that is asked.
 */
final class Fitting {

  private static final String STARTUP = "startup";

  private final Level level;
  private final Map<String, Source> sources = new TreeMap<>();
  private final List<Want> wants;

  /** Sources that tell of something that is wanted. */
  private final List<Source> seen = new ArrayList<>();

  /** Why nothing is known of a dimension. */
  private final Map<String, String> silent = new HashMap<>();

  private final List<Place> places;

  /** What is said, and what the answer tells of amounts. */
  record Judgement(List<Said> said, Map<String, String> told) {}

  /**
   * @param wants in the order in which they were asked, those of which nothing is asked last
   */
  private Fitting(Level level, Sources all, List<Want> wants) {
    this.level = level;
    this.wants = wants;
    level.sources().orElse(List.of()).forEach(name -> sources.put(name, all.all().get(name)));
    look();
    this.places = places();
  }

  static Judgement judge(Level level, Sources sources, List<Want> asked) {
    if (asked.isEmpty() && !level.isTold()) {
      return new Judgement(List.of(), Map.of());
    }
    List<Want> all = new ArrayList<>(asked);
    if (level.isTold()) {
      declared(level, sources).forEach(dimension -> add(all, dimension));
    }
    return new Fitting(level, sources, all).judge();
  }

  /** The space that a Task gets for its data; empty if nobody can tell, or there is too little. */
  static Optional<BigDecimal> store(Level level, Sources sources, List<Want> asked) {
    List<Want> all = new ArrayList<>(asked);
    add(all, "store");
    Fitting fitting = new Fitting(level, sources, all);
    Want store = all.stream().filter(it -> it.dimension().equals("store")).findFirst().get();
    if (!fitting.isLimited(store) || fitting.silent.containsKey("store")) {
      return Optional.empty();
    }
    BigDecimal free = fitting.best().free().get("store");
    return store.isMetBy(free) || !store.isAsked()
        ? Optional.of(fitting.offer(store, free))
        : Optional.empty();
  }

  /** Whether anybody says how much store there is, be it only what is usual. */
  static boolean limitsStore(Level level, Sources sources) {
    return declared(level, sources).contains("store");
  }

  private static void add(List<Want> all, String dimension) {
    if (all.stream().noneMatch(want -> want.dimension().equals(dimension))) {
      all.add(Want.none(dimension));
    }
  }

  /** In the order of the owner's file, and what only sources tell of after that. */
  private static Set<String> declared(Level level, Sources sources) {
    Set<String> declared = new LinkedHashSet<>(level.limits().keySet());
    Set<String> told = new TreeSet<>();
    level.sources().orElse(List.of()).forEach(it -> told.addAll(sources.all().get(it).tells()));
    declared.addAll(told);
    level.start().ifPresent(_ -> declared.add(STARTUP));
    return declared;
  }

  private void look() {
    Set<String> wanted = new HashSet<>();
    wants.forEach(want -> wanted.add(want.dimension()));
    for (Source source : sources.values()) {
      boolean concerns = source.tells().stream().anyMatch(wanted::contains);
      if (!source.why().isEmpty()) {
        String why = source.why() + (source.refused() ? "" : " Later.");
        source.tells().forEach(dimension -> silent.putIfAbsent(dimension, why));
      } else if (concerns) {
        seen.add(source);
      }
    }
  }

  private List<Place> places() {
    Place everywhere = new Place("", new HashMap<>(), new HashMap<>());
    level
        .limits()
        .forEach((dimension, limits) -> {
          limits.free().ifPresent(it -> everywhere.free().put(dimension, it.value()));
          limits.max().ifPresent(it -> everywhere.most().put(dimension, it.value()));
        });
    List<List<Place>> apart = new ArrayList<>();
    for (Source source : seen) {
      if (source.places().isEmpty()) {
        source.tells().forEach(dimension -> everywhere.free().put(dimension, BigDecimal.ZERO));
      } else if (source.places().size() == 1 && source.places().getFirst().name().isEmpty()) {
        lower(everywhere, source.places().getFirst());
      } else {
        apart.add(whole(source.places()));
      }
    }
    List<Place> joined = apart.size() > 1 ? joined(apart) : new ArrayList<>();
    if (apart.isEmpty()) {
      joined.add(new Place("", new HashMap<>(), new HashMap<>()));
    } else if (apart.size() == 1) {
      joined.addAll(apart.getFirst());
    }
    for (Place place : joined) {
      lower(place, everywhere);
      place
          .most()
          .forEach((dimension, most) -> place.free().merge(dimension, most, BigDecimal::min));
    }
    return joined;
  }

  /** What a source tells of one place and not of another is not in the other. */
  private static List<Place> whole(List<Place> told) {
    List<Place> whole = new ArrayList<>();
    for (Place place : told) {
      Place copy =
          new Place(place.name(), new HashMap<>(place.free()), new HashMap<>(place.most()));
      told.forEach(other -> complete(copy, place, other));
      whole.add(copy);
    }
    return whole;
  }

  private static void complete(Place copy, Place place, Place other) {
    other.free().keySet().forEach(it -> copy.free().putIfAbsent(it, BigDecimal.ZERO));
    for (String dimension : other.most().keySet()) {
      if (!place.free().containsKey(dimension)) {
        copy.most().putIfAbsent(dimension, BigDecimal.ZERO);
      }
    }
  }

  /** Places that each source knows, by their names. */
  private static List<Place> joined(List<List<Place>> apart) {
    Map<String, Place> joined = new LinkedHashMap<>();
    apart.getFirst().forEach(place -> joined.putIfAbsent(place.name(), blank(place.name())));
    for (List<Place> places : apart) {
      joined.keySet().removeIf(name -> places.stream().noneMatch(it -> it.name().equals(name)));
      for (Place place : places) {
        if (joined.containsKey(place.name())) {
          lower(joined.get(place.name()), place);
        }
      }
    }
    return new ArrayList<>(joined.isEmpty() ? List.of(nowhere(apart)) : joined.values());
  }

  /** No place is known to all: there is nothing of what they tell of. */
  private static Place nowhere(List<List<Place>> apart) {
    Place nowhere = blank("");
    for (Place place : apart.stream().flatMap(List::stream).toList()) {
      place.free().keySet().forEach(it -> nowhere.free().put(it, BigDecimal.ZERO));
      place.most().keySet().forEach(it -> nowhere.free().put(it, BigDecimal.ZERO));
    }
    return nowhere;
  }

  private static Place blank(String name) {
    return new Place(name, new HashMap<>(), new HashMap<>());
  }

  private static void lower(Place place, Place limits) {
    limits.free().forEach((name, amount) -> place.free().merge(name, amount, BigDecimal::min));
    limits.most().forEach((name, amount) -> place.most().merge(name, amount, BigDecimal::min));
  }

  private boolean isKnown(Want want) {
    return Level.STANDARD.contains(want.dimension())
        || want.dimension().equals(STARTUP)
        || level.limits().containsKey(want.dimension())
        || sources.values().stream().anyMatch(it -> it.tells().contains(want.dimension()));
  }

  /** All that is limited is limited at every place. */
  private boolean isLimited(Want want) {
    return !want.dimension().equals(STARTUP)
        && isKnown(want)
        && places.stream().anyMatch(place -> place.free().containsKey(want.dimension()));
  }

  private static boolean isEver(Place place, Want want) {
    return !place.most().containsKey(want.dimension())
        || !want.isAsked()
        || want.isMetBy(place.most().get(want.dimension()));
  }

  private static boolean isNow(Place place, Want want) {
    return !want.isAsked() || want.isMetBy(place.free().get(want.dimension()));
  }

  private BigDecimal offer(Want want, BigDecimal free) {
    Optional<Quantity> usual = level.limits(want.dimension()).usual();
    if (want.max().isPresent()) {
      return free.min(want.max().get().value());
    }
    if (want.min().isPresent()) {
      return free.min(usual.map(Quantity::value).orElse(want.least()).max(want.least()));
    }
    return usual.map(Quantity::value).orElse(free).min(free);
  }

  /** The place that suits best: of two that suit alike the first. */
  private Place best() {
    List<Want> limited = wants.stream().filter(this::isLimited).toList();
    Place best = places.getFirst();
    for (Place place : places) {
      if (isBetter(place, best, limited)) {
        best = place;
      }
    }
    return best;
  }

  private boolean isBetter(Place one, Place other, List<Want> limited) {
    int beyond = 0;
    int missed = 0;
    for (Want want : limited) {
      if (places.stream().anyMatch(place -> isEver(place, want))) {
        beyond += (isEver(other, want) ? 0 : 1) - (isEver(one, want) ? 0 : 1);
      }
      missed += (isNow(other, want) ? 0 : 1) - (isNow(one, want) ? 0 : 1);
    }
    if (beyond != 0 || missed != 0) {
      return beyond > 0 || (beyond == 0 && missed > 0);
    }
    for (Want want : limited) {
      int less = shortage(other, want).compareTo(shortage(one, want));
      if (less != 0) {
        return less > 0;
      }
    }
    for (Want want : limited) {
      String name = want.dimension();
      int more = offer(want, one.free().get(name)).compareTo(offer(want, other.free().get(name)));
      if (more != 0) {
        return more > 0;
      }
    }
    return false;
  }

  private static BigDecimal shortage(Place place, Want want) {
    return want.least().subtract(place.free().get(want.dimension())).max(BigDecimal.ZERO);
  }

  private Judgement judge() {
    List<Said> said = new ArrayList<>();
    Map<String, String> told = new TreeMap<>();
    Place best = best();
    for (Want want : wants) {
      if (!isKnown(want)) {
        said.add(Said.no(code(want, "not-offered"), want.path(), ""));
      } else if (want.dimension().equals(STARTUP)) {
        startup(want, said, told);
      } else if (isLimited(want) && !isNow(best, want)) {
        missed(want, best, said, told);
      } else if (silent.containsKey(want.dimension())) {
        if (want.isAsked()) {
          String why = silent.get(want.dimension());
          said.add(Said.untold("resources.not-known", want.path(), why));
        }
      } else if (isLimited(want)) {
        tell(want, offer(want, best.free().get(want.dimension())), told);
      } else if (want.isAsked()) {
        said.add(Said.mind("resources.not-checked", want.path()));
      }
    }
    seen.stream()
        .filter(Source::late)
        .mapToInt(Source::age)
        .max()
        .ifPresent(
            age -> said.add(new Said("resources.late", "resources", Said.Standing.MIND, "" + age)));
    return new Judgement(said, told);
  }

  private static String code(Want want, String what) {
    return "resources." + want.dimension() + "." + what;
  }

  private void missed(Want want, Place best, List<Said> said, Map<String, String> told) {
    String name = want.dimension();
    boolean ever = isEver(best, want);
    BigDecimal free = best.free().get(name);
    BigDecimal limit = ever ? free : best.most().get(name);
    boolean alone = true;
    for (Place place : places) {
      Optional<BigDecimal> there =
          Optional.ofNullable(ever ? place.free().get(name) : place.most().get(name));
      alone &= there.isPresent() && there.get().compareTo(limit) <= 0;
    }
    Quantity bound = want.min().orElseGet(() -> want.max().get());
    String detail = bound.down(limit);
    if (want.min().isPresent()) {
      detail += " less " + bound.up(want.least().subtract(limit)) + (alone ? "" : " together");
    }
    said.add(
        ever
            ? Said.later(code(want, "not-free"), want.path(), detail)
            : Said.no(code(want, "above-limit"), want.path(), detail));
    BigDecimal most = want.max().map(Quantity::value).orElse(free).min(free);
    tell(want, most, told);
  }

  /** Amounts as an answer has them, by the asker's names. */
  private void tell(Want want, BigDecimal amount, Map<String, String> told) {
    if (!want.isAsked()) {
      unasked(want, Quantity.shown(Level.MEASURES.get(want.dimension()), amount), told);
      return;
    }
    Quantity unit = want.max().orElse(want.like());
    boolean cut =
        amount.compareTo(want.least()) >= 0 && unit.downValue(amount).compareTo(want.least()) < 0;
    want.min().ifPresent(min -> told.put(want.minKey(), min.text()));
    told.put(want.maxKey(), (cut ? want.min().get() : unit).down(amount));
  }

  private void unasked(Want want, String amount, Map<String, String> told) {
    if (level.isTold()) {
      told.put("max" + want.dimension(), amount);
    }
  }

  private void startup(Want want, List<Said> said, Map<String, String> told) {
    if (level.start().isEmpty()) {
      if (want.isAsked()) {
        said.add(Said.mind("resources.not-checked", want.path()));
      }
      return;
    }
    Quantity expected = level.start().get();
    if (!want.isAsked()) {
      unasked(want, expected.text(), told);
      return;
    }
    if (want.max().isPresent() && expected.value().compareTo(want.max().get().value()) > 0) {
      Quantity most = want.max().get();
      String detail =
          most.up(expected.value()) + " more " + most.up(expected.value().subtract(most.value()));
      said.add(Said.no(code(want, "too-slow"), "resources." + want.maxKey(), detail));
    }
    Quantity unit = want.max().orElse(want.like());
    BigDecimal time = expected.value().max(want.least());
    boolean beyond =
        time.compareTo(unit.value()) <= 0 && unit.upValue(time).compareTo(unit.value()) > 0;
    want.min().ifPresent(min -> told.put(want.minKey(), min.text()));
    told.put(want.maxKey(), beyond ? unit.text() : unit.up(time));
  }
}
