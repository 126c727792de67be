// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private static final String STORE = "store";

  private final Level level;
  private final Map<String, Source> sources = new TreeMap<>();
  private final List<Want> wants;
  private final Sources all;

  /** Bytes that have to fit into the store beside all else. */
  private final BigDecimal data;

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
  private Fitting(Level level, Sources all, List<Want> wants, BigDecimal data) {
    this.level = level;
    this.wants = wants;
    this.all = all;
    this.data = data;
    level.sources().orElse(List.of()).forEach(name -> sources.put(name, all.all().get(name)));
    look();
    this.places = Places.of(level, seen);
  }

  static Judgement judge(Level level, Sources sources, List<Want> asked, BigDecimal data) {
    if (asked.isEmpty() && !level.isTold()) {
      return new Judgement(List.of(), Map.of());
    }
    Fitting without = new Fitting(level, sources, besides(level, sources, asked), BigDecimal.ZERO);
    if (data.signum() > 0 && limitsStore(level, sources)) {
      Fitting with = withData(level, sources, asked, data);
      boolean most = cap(level, asked).filter(it -> data.compareTo(it) > 0).isEmpty();
      if (most && with.isEnough() && !with.silent.containsKey(STORE)) {
        return with.judge();
      }
    }
    return without.judge();
  }

  private static List<Want> besides(Level level, Sources sources, List<Want> asked) {
    List<Want> all = new ArrayList<>(asked);
    if (level.isTold()) {
      declared(level, sources).forEach(dimension -> add(all, dimension));
    }
    return all;
  }

  private static Fitting withData(Level level, Sources sources, List<Want> asked, BigDecimal data) {
    List<Want> all = new ArrayList<>(asked);
    add(all, STORE);
    return new Fitting(level, sources, besides(level, sources, all), data);
  }

  /** As much store as a Task gets; empty if it is as much as there is. */
  private static Optional<BigDecimal> cap(Level level, List<Want> asked) {
    Optional<BigDecimal> usual = level.limits(STORE).usual().map(Quantity::value);
    Optional<Want> store = asked.stream().filter(it -> it.dimension().equals(STORE)).findFirst();
    if (store.isPresent() && store.get().max().isPresent()) {
      return Optional.of(store.get().max().get().value());
    }
    return store.isPresent()
        ? Optional.of(store.get().least().max(usual.orElse(BigDecimal.ZERO)))
        : usual;
  }

  /**
   * What becomes of data that is copied.
   *
   * @param word fits, beyond, never, later or unknown
   */
  record Space(String word, Optional<BigDecimal> limit) {}

  static Space space(Level level, Sources sources, List<Want> asked, BigDecimal data) {
    Optional<BigDecimal> cap = cap(level, asked);
    if (cap.isPresent() && data.compareTo(cap.get()) > 0) {
      return new Space("beyond", cap);
    }
    Fitting with = withData(level, sources, asked, data);
    if (!with.isEnough()) {
      List<Want> all = besides(level, sources, asked);
      if (!new Fitting(level, sources, all, BigDecimal.ZERO).isEnough()) {
        List<Want> store = new ArrayList<>();
        asked.stream().filter(it -> it.dimension().equals(STORE)).forEach(store::add);
        add(store, STORE);
        with = new Fitting(level, sources, store, data);
      }
    }
    return with.space();
  }

  private Space space() {
    Place best = best();
    List<Want> missed = wants.stream().filter(it -> isLimited(it) && !isNow(best, it)).toList();
    Optional<Want> store = missed.stream().filter(it -> it.dimension().equals(STORE)).findFirst();
    if (store.isEmpty() && silent.containsKey(STORE)) {
      return new Space("unknown", Optional.empty());
    }
    if (missed.isEmpty()) {
      return new Space("fits", Optional.empty());
    }
    boolean never = missed.stream().anyMatch(it -> !isEver(best, it));
    Optional<BigDecimal> limit =
        store.map(it -> isEver(best, it) ? best.free().get(STORE) : best.most().get(STORE));
    boolean ever = store.isPresent() && isEver(best, store.get());
    boolean alone =
        places.stream()
            .map(it -> Optional.ofNullable(ever ? it.free().get(STORE) : it.most().get(STORE)))
            .allMatch(
                it -> it.isPresent() && limit.isPresent() && it.get().compareTo(limit.get()) <= 0);
    return new Space(never ? "never" : "later", alone ? limit : Optional.empty());
  }

  private boolean isEnough() {
    Place best = best();
    return wants.stream().noneMatch(it -> isLimited(it) && !isNow(best, it));
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
    wants.stream().filter(this::matters).forEach(want -> wanted.add(want.dimension()));
    if (wanted.isEmpty()) {
      wants.forEach(want -> wanted.add(want.dimension()));
    }
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

  private boolean matters(Want want) {
    return want.isAsked() || holdsData(want);
  }

  private boolean holdsData(Want want) {
    return want.dimension().equals(STORE) && data.signum() > 0;
  }

  private boolean isMet(Want want, BigDecimal amount) {
    return holdsData(want) ? amount.compareTo(least(want)) >= 0 : want.isMetBy(amount);
  }

  private BigDecimal least(Want want) {
    return holdsData(want) ? want.least().max(data) : want.least();
  }

  private boolean isEver(Place place, Want want) {
    return !place.most().containsKey(want.dimension())
        || !matters(want)
        || isMet(want, place.most().get(want.dimension()));
  }

  private boolean isNow(Place place, Want want) {
    return !matters(want) || isMet(want, place.free().get(want.dimension()));
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

  private BigDecimal shortage(Place place, Want want) {
    return least(want).subtract(place.free().get(want.dimension())).max(BigDecimal.ZERO);
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
      } else if (wants.size() > 1) {
        told.putAll(new Fitting(level, all, List.of(want), BigDecimal.ZERO).judge().told());
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
