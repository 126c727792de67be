// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.whereto.oracle.Items.Item;
import org.whereto.oracle.Wants.Want;
import org.whereto.task.DataItem;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/**
 * What an owner says of data, what its systems say when they are asked, and what becomes of a Task
 * (wire.md, section 4, and decision 019).
 */
record Stock(long seed, List<Holding> holdings) {

  private static final List<String> ELEMENTS = List.of("A_DISK", "B_DISK", "C_TAPE");
  private static final List<Long> SIZES =
      List.of(
          0L, 1L, 999_999_999L, 1_000_000_000L, 4_000_000_000L, 8_589_934_592L, 300_000_000_000L);

  /**
   * What a system says of an item.
   *
   * @param how there, absent, down or refused
   * @param holders and how far each is; -1 if nobody knows
   * @param bytes -1 if nobody knows
   * @param age in seconds
   */
  record Fate(String how, Map<String, Integer> holders, long bytes, int age) {}

  /** What becomes of an item: how it stands, how near that is, and what matters of it. */
  private record Found(String standing, int rank, Optional<Holding> by, Fate fate, String why) {}

  private static final Fate NONE = new Fate("", Map.of(), -1, 0);

  /** What is said, and what the answer tells of each item. */
  record Judgement(List<Said> said, List<String> told) {}

  static Stock of(Dice dice) {
    List<Holding> all = new ArrayList<>();
    if (dice.chance(40)) {
      return new Stock(dice.seed(), all);
    }
    if (dice.chance(60)) {
      all.add(rucio(dice, Items.R1));
    }
    if (dice.chance(60)) {
      all.add(rucio(dice, Items.R2));
    }
    if (dice.chance(60)) {
      all.add(
          either(
              dice,
              "vospace",
              "example.org!vospace",
              new Names(List.of("/surveys"), List.of("/", "/home"))));
    }
    if (dice.chance(60)) {
      all.add(
          either(
              dice,
              "s3",
              Items.S1,
              new Names(List.of("survey-*", "survey-1"), List.of("public", "survey-2"))));
    }
    if (dice.chance(20)) {
      all.add(either(dice, "s3", Items.S2, new Names(List.of("survey-1"), List.of("public"))));
    }
    if (dice.chance(60)) {
      String data =
          dice.of("https://archive.example.org/data/", "https://archive.example.org/data");
      all.add(
          either(
              dice, "http", "", new Names(List.of(data), List.of("https://mirror.example.org/"))));
    }
    if (dice.chance(30)) {
      List<String> whole = List.of("https://archive.example.org/");
      all.add(new Holding("http", "", List.of(), whole, credentials(dice), dice.chance(70)));
    }
    if (dice.chance(50)) {
      boolean here = dice.chance(50);
      List<String> type = List.of("uri://fits-cutout");
      List<String> nothing = List.of();
      all.add(
          new Holding(
              type.getFirst(), "", here ? type : nothing, here ? nothing : type, "", false));
    }
    return new Stock(dice.seed(), all);
  }

  private static Holding rucio(Dice dice, String endpoint) {
    List<String> elements = dice.some(ELEMENTS, 1, 3);
    int own = dice.below(elements.size() + 1);
    List<String> here = elements.subList(0, own);
    List<String> others = elements.subList(own, elements.size());
    List<String> far =
        switch (dice.below(4)) {
          case 0 -> List.of("*");
          case 1 -> own == 0 ? List.of("*") : List.of("<" + dice.below(4));
          default -> others;
        };
    List<String> reachable = here.isEmpty() && far.isEmpty() ? List.of("*") : far;
    return new Holding("rucio", endpoint, here, reachable, credentials(dice), dice.chance(70));
  }

  /** Of which some may be declared. */
  private record Names(List<String> here, List<String> far) {}

  private static Holding either(Dice dice, String type, String system, Names names) {
    List<String> near = dice.chance(70) ? List.of(dice.of(names.here)) : List.of();
    boolean farther = dice.chance(60) || near.isEmpty();
    List<String> far = farther ? List.of(dice.of(names.far)) : List.of();
    if (near.contains("survey-*") && farther) {
      far = List.of("public");
    }
    return new Holding(type, system, near, far, credentials(dice), dice.chance(70));
  }

  private static String credentials(Dice dice) {
    return dice.of("", "anonymous", "caller-token", "platform");
  }

  boolean isAnyHere() {
    return holdings.stream().anyMatch(holding -> !holding.here().isEmpty());
  }

  Optional<Mapping> setting() {
    if (holdings.isEmpty()) {
      return Optional.empty();
    }
    Tree.Builder setting = Tree.build();
    for (String type : List.of("rucio", "vospace", "s3", "http")) {
      setting.putIfAny(
          type,
          holdings.stream().filter(it -> it.type().equals(type)).map(Holding::setting).toList());
    }
    Tree.Builder named = Tree.build();
    boolean any = false;
    for (Holding holding : holdings) {
      if (holding.type().startsWith("uri:")) {
        named.put(holding.type(), holding.here().isEmpty() ? "reachable" : "here");
        any = true;
      }
    }
    return Optional.of(any ? setting.put("named", named.done()).done() : setting.done());
  }

  /** Always the same for the same system and item. */
  private Fate fate(String key) {
    Dice dice = new Dice(seed ^ key.hashCode() * 31L);
    Map<String, Integer> holders = new HashMap<>();
    dice.some(ELEMENTS, 0, 2).forEach(name -> holders.put(name, dice.below(5) - 1));
    String how = dice.of("there", "there", "there", "there", "there", "absent", "down", "refused");
    long bytes = dice.chance(75) ? dice.of(SIZES) : -1;
    return new Fate(how, holders, bytes, dice.of(0, 0, 0, 60, 61, 600));
  }

  /** As the planner asks for it. */
  Map<DataItem, Known<Optional<Replica>>> find(Set<DataItem> items) {
    Map<DataItem, Known<Optional<Replica>>> found = new HashMap<>();
    items.forEach(item -> found.put(item, known(fate(key(item)))));
    return found;
  }

  private static String key(DataItem item) {
    return switch (item) {
      case DataItem.VospaceNode(var authority, var path) -> authority + path;
      case DataItem.RucioDid(var endpoint, var scope, var name) ->
          endpoint.orElseThrow() + " " + scope + ":" + name;
      case DataItem.S3Object(var endpoint, var bucket, var object, _) ->
          endpoint.orElseThrow() + " " + bucket + "/" + object;
      case DataItem.HttpResource(var url) -> url;
      case DataItem.Other _ -> throw new IllegalStateException("Nobody can be asked for it.");
    };
  }

  private static Known<Optional<Replica>> known(Fate fate) {
    List<Replica.Holder> holders = new ArrayList<>();
    fate.holders()
        .forEach((name, far) ->
            holders.add(
                new Replica.Holder(name, far < 0 ? OptionalInt.empty() : OptionalInt.of(far))));
    OptionalLong bytes = fate.bytes() < 0 ? OptionalLong.empty() : OptionalLong.of(fate.bytes());
    Duration age = Duration.ofSeconds(fate.age());
    return switch (fate.how()) {
      case "there" -> new Known.Value<>(Optional.of(new Replica(holders, bytes)), age);
      case "absent" -> new Known.Value<>(Optional.empty(), age);
      case "down" -> new Known.Down<>("It is down.");
      default -> new Known.Refused<>("It does not tell.");
    };
  }

  private Found found(Item item, boolean mustBeHere) {
    List<Found> all = new ArrayList<>();
    for (Holding holding : holdings) {
      if (holding.covers(item)) {
        all.add(found(item, holding, mustBeHere));
      }
    }
    if (all.isEmpty()) {
      boolean known = holdings.stream().anyMatch(it -> it.type().equals(item.type()));
      return new Found(
          "unknown",
          9,
          Optional.empty(),
          NONE,
          known ? "data.not-reachable" : "data.not-supported");
    }
    Found best = all.getFirst();
    for (Found one : all) {
      best = one.rank < best.rank ? one : best;
    }
    return best;
  }

  private Found found(Item item, Holding holding, boolean mustBeHere) {
    Optional<Holding> by = Optional.of(holding);
    if (item.type().startsWith("uri:")) {
      String standing = holding.standing(item, NONE);
      return new Found(standing, standing.equals("here") ? 0 : mustBeHere ? 3 : 1, by, NONE, "");
    }
    boolean hasServer = item.type().equals("rucio") || item.type().equals("s3");
    Fate fate = fate((hasServer ? holding.system() + " " : "") + item.place());
    return switch (fate.how()) {
      case "absent" -> new Found("absent", 5, by, NONE, "data.absent");
      case "there" ->
          switch (holding.standing(item, fate)) {
            case "here" -> new Found("here", 0, by, fate, "");
            case "reachable" -> new Found("reachable", mustBeHere ? 3 : 1, by, fate, "");
            default -> new Found("absent", 4, by, NONE, "data.not-reachable");
          };
      default -> new Found("unknown", 2, by, NONE, "data.not-checked");
    };
  }

  /**
   * @param demand here or reachable; empty for nothing
   */
  Judgement judge(Truth truth, String demand, Level level, Sources sources) {
    boolean mustBeHere = demand.equals("here") && !holdings.isEmpty();
    List<Said> said = new ArrayList<>();
    List<String> told = new ArrayList<>();
    if (mustBeHere && !truth.namesData()) {
      said.add(Said.open("data.not-given", "data", ""));
      return new Judgement(said, told);
    }
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < truth.items().size(); i++) {
      Item item = truth.items().get(i);
      Found found = found(item, mustBeHere);
      all.add(found);
      tell("data[" + i + "]", found, mustBeHere, said);
      told.add(
          item.datatype()
              + " "
              + found.standing
              + (found.fate.bytes() < 0 ? "" : " " + found.fate.bytes()));
    }
    List<Want> wants = truth.wants();
    boolean asked = wants.stream().anyMatch(want -> want.dimension().equals("store"));
    if ((asked || Fitting.limitsStore(level, sources)) && !all.isEmpty()) {
      List<Boolean> counts = counts(truth.items(), all);
      store(all, counts, wants, said);
      BigDecimal bytes = bytes(all, counts);
      if (bytes.signum() > 0) {
        space(bytes, wants, said, Fitting.space(level, sources, wants, bytes));
      }
    }
    return new Judgement(said, told);
  }

  /** The size of what is copied, as far as it is told. */
  BigDecimal copied(Truth truth, String demand) {
    boolean mustBeHere = demand.equals("here") && !holdings.isEmpty();
    List<Found> all = truth.items().stream().map(item -> found(item, mustBeHere)).toList();
    return bytes(all, counts(truth.items(), all));
  }

  /** Which items are copied; one that is named in two ways is copied once. */
  private static List<Boolean> counts(List<Item> items, List<Found> all) {
    Set<String> copied = new HashSet<>();
    List<Boolean> counts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Item item = items.get(i);
      Found found = all.get(i);
      counts.add(
          found.why.isEmpty()
              && found.by.get().copied()
              && copied.add(item.type() + " " + found.by.get().system() + " " + item.place()));
    }
    return counts;
  }

  private static BigDecimal bytes(List<Found> all, List<Boolean> counts) {
    BigDecimal bytes = BigDecimal.ZERO;
    for (int i = 0; i < all.size(); i++) {
      if (counts.get(i) && all.get(i).fate.bytes() >= 0) {
        bytes = bytes.add(BigDecimal.valueOf(all.get(i).fate.bytes()));
      }
    }
    return bytes;
  }

  private static void tell(String path, Found found, boolean mustBeHere, List<Said> said) {
    if (found.why.equals("data.not-checked")) {
      said.add(Said.untold(found.why, path, "not told"));
    } else if (!found.why.isEmpty()) {
      said.add(Said.no(found.why, path, ""));
    } else if (mustBeHere && !found.standing.equals("here")) {
      said.add(Said.no("data.not-here", path, ""));
    } else {
      if (found.fate.age() > 60) {
        said.add(Said.mind("data.late", path));
      }
      if (found.by.get().credentials().equals("caller-token")) {
        said.add(Said.mind("data.with-your-token", path));
      }
    }
  }

  private static void store(
      List<Found> all, List<Boolean> counts, List<Want> wants, List<Said> said) {
    boolean some =
        wants.stream()
            .filter(want -> want.dimension().equals("store"))
            .anyMatch(
                want -> want.max().or(want::min).filter(it -> it.value().signum() > 0).isPresent());
    for (int i = 0; i < all.size(); i++) {
      if (counts.get(i) && all.get(i).fate.bytes() < 0) {
        said.add(
            some
                ? Said.mind("data.size-not-known", "data[" + i + "]")
                : Said.untold("data.not-checked", "data[" + i + "]", "size"));
      }
    }
  }

  private static void space(
      BigDecimal bytes, List<Want> wants, List<Said> said, Fitting.Space space) {
    boolean asked = wants.stream().anyMatch(want -> want.dimension().equals("store"));
    String detail =
        bytes + " " + space.limit().map(BigDecimal::toPlainString).orElse("") + space.word();
    switch (space.word()) {
      case "fits" -> {}
      case "unknown" -> {
        if (!asked) {
          said.add(Said.untold("data.not-checked", "data", ""));
        }
      }
      case "later" -> said.add(Said.later("data.too-large", "data", detail));
      default -> said.add(Said.no("data.too-large", "data", detail));
    }
  }
}
