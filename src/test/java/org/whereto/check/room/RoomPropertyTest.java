// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.check.room.Prospect.Found;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;

/**
 * Random owners, nodes, disks and Tasks, held against a plainer computation: what is on offer is
 * within what was asked and what there is, and a Task fits only where one node alone has it all.
 */
class RoomPropertyTest {

  private static final List<String> OF_NODES = List.of("cores", "memory");
  private static final String STORE = "store";
  private static final List<String> ALL = List.of("cores", "memory", STORE);
  private static final Map<String, Measure> MEASURES =
      Map.of("cores", Measure.NUMBER, "memory", Measure.NUMBER, STORE, Measure.NUMBER);

  /** Free now, and what is there beside that: always together the most. */
  record Node(int cores, int memory, int moreCores, int moreMemory) {

    int free(String dimension) {
      return dimension.equals("cores") ? cores : memory;
    }

    int most(String dimension) {
      return dimension.equals("cores") ? cores + moreCores : memory + moreMemory;
    }

    Slot slot(int number) {
      Map<String, BigDecimal> free = new HashMap<>();
      Map<String, BigDecimal> most = new HashMap<>();
      for (String dimension : OF_NODES) {
        free.put(dimension, BigDecimal.valueOf(free(dimension)));
        most.put(dimension, BigDecimal.valueOf(most(dimension)));
      }
      return new Slot("n" + number, free, most);
    }
  }

  /** A number of -1 is none. */
  record Owner(int max, int free, int usual) {

    Limits limits() {
      return new Limits(amount(max), amount(free), amount(usual));
    }

    private static Optional<Amount> amount(int number) {
      return number < 0
          ? Optional.empty()
          : Optional.of(Amount.of(Measure.NUMBER, BigDecimal.valueOf(number)));
    }

    int cap(int most) {
      return max < 0 ? most : Math.min(max, most);
    }

    int capNow(int now) {
      return cap(free < 0 ? now : Math.min(free, now));
    }
  }

  /** A number of -1 is none; never above each other. */
  record Range(int min, int max) {

    boolean isMetBy(int amount) {
      return min >= 0 ? amount >= min : max < 0 || amount > 0;
    }
  }

  /**
   * Everything of one try.
   *
   * @param disk what is free of it, and there is no more than twice that
   */
  record Case(List<Node> nodes, int disk, Map<String, Owner> owner, Map<String, Range> asked) {

    Room room() {
      Map<String, Limits> limits = new HashMap<>();
      owner.forEach((dimension, says) -> limits.put(dimension, says.limits()));
      Map<String, Set<String>> sources =
          Map.of("nodes", Set.copyOf(OF_NODES), "disk", Set.of(STORE));
      return new Room(limits, Optional.empty(), sources, MEASURES, false);
    }

    Availability availability() {
      List<Slot> slots = new ArrayList<>();
      for (Node node : nodes) {
        slots.add(node.slot(slots.size()));
      }
      Slot whole =
          new Slot(
              "",
              Map.of(STORE, BigDecimal.valueOf(disk)),
              Map.of(STORE, BigDecimal.valueOf(2L * disk)));
      return _ ->
          Map.of(
              "nodes", new Known.Value<>(new Available(slots, false), Duration.ZERO),
              "disk", new Known.Value<>(new Available(List.of(whole), false), Duration.ZERO));
    }

    Resources resources() throws BadInput {
      Tree.Builder members = Tree.build();
      asked.forEach((dimension, range) -> {
        if (range.min() >= 0) {
          members.put("min" + dimension, Tree.text(String.valueOf(range.min())));
        }
        if (range.max() >= 0) {
          members.put("max" + dimension, Tree.text(String.valueOf(range.max())));
        }
      });
      return Resources.read(Optional.of(members.done()), MEASURES);
    }

    int free(Node node, String dimension) {
      int now = dimension.equals(STORE) ? disk : node.free(dimension);
      return owner.get(dimension).capNow(now);
    }

    int most(Node node, String dimension) {
      int ever = dimension.equals(STORE) ? 2 * disk : node.most(dimension);
      return owner.get(dimension).cap(ever);
    }

    boolean fitsNow(Node node) {
      return asked.entrySet().stream()
          .allMatch(each -> each.getValue().isMetBy(free(node, each.getKey())));
    }

    boolean fitsEver(Node node) {
      return asked.entrySet().stream()
          .allMatch(each -> each.getValue().isMetBy(most(node, each.getKey())));
    }
  }

  @Property(tries = 2000)
  void aTaskFitsWhereOneNodeAloneHasItAll(@ForAll("cases") Case tried) throws BadInput {
    List<Found> found = tried.room().prospect(tried.resources(), tried.availability()).findings();

    boolean fits = found.stream().allMatch(one -> one instanceof Found.Enough);
    assertThat(fits).isEqualTo(tried.nodes().stream().anyMatch(tried::fitsNow));
    boolean never =
        found.stream().anyMatch(one -> one instanceof Found.TooLittle little && little.isForEver());
    assertThat(never).isEqualTo(tried.nodes().stream().noneMatch(tried::fitsEver));
  }

  @Property(tries = 2000)
  void whatIsToldIsThereOnOneNode(@ForAll("cases") Case tried) throws BadInput {
    List<Found> found = tried.room().prospect(tried.resources(), tried.availability()).findings();

    assertThat(found).hasSameSizeAs(tried.asked().keySet());
    assertThat(tried.nodes())
        .anySatisfy(node -> assertThat(found).allSatisfy(one -> isTrueOn(node, one, tried)));
  }

  /** What a lowered request asks for is what was told to be free, and so it fits. */
  @Property(tries = 1000)
  void whoAsksForWhatWasToldGetsIt(@ForAll("cases") Case tried) throws BadInput {
    Map<String, Range> less = new HashMap<>();
    for (Found found : tried.room().prospect(tried.resources(), tried.availability()).findings()) {
      String dimension = found.need().dimension();
      Range range = tried.asked().get(dimension);
      less.put(
          dimension,
          found instanceof Found.TooLittle little
              ? new Range(little.free().intValueExact(), range.max())
              : range);
    }
    Case again = new Case(tried.nodes(), tried.disk(), tried.owner(), less);

    assertThat(again.room().prospect(again.resources(), again.availability()).findings())
        .allSatisfy(found -> assertThat(found).isInstanceOf(Found.Enough.class));
  }

  private static void isTrueOn(Node node, Found found, Case tried) {
    String dimension = found.need().dimension();
    Range range = tried.asked().get(dimension);
    BigDecimal free = BigDecimal.valueOf(tried.free(node, dimension));
    switch (found) {
      case Found.Enough(_, BigDecimal onOffer, BigDecimal now) -> {
        assertThat(now).isEqualByComparingTo(free);
        assertThat(onOffer).isLessThanOrEqualTo(free);
        assertThat(onOffer).isGreaterThanOrEqualTo(BigDecimal.valueOf(range.min()));
        if (range.max() >= 0) {
          assertThat(onOffer).isEqualByComparingTo(free.min(BigDecimal.valueOf(range.max())));
        } else {
          int wanted = Math.max(range.min(), tried.owner().get(dimension).usual());
          assertThat(onOffer).isEqualByComparingTo(free.min(BigDecimal.valueOf(wanted)));
        }
      }
      case Found.TooLittle little -> {
        int most = tried.most(node, dimension);
        assertThat(range.isMetBy(free.intValueExact())).isFalse();
        assertThat(little.isForEver()).isEqualTo(!range.isMetBy(most));
        assertThat(little.free()).isEqualByComparingTo(free);
        assertThat(little.limit())
            .isEqualByComparingTo(little.isForEver() ? BigDecimal.valueOf(most) : free);
      }
      default -> throw new AssertionError(found);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 6);
    Arbitrary<Integer> maybe = Arbitraries.integers().between(-1, 7);
    Arbitrary<Node> node = Combinators.combine(small, small, small, small).as(Node::new);
    Arbitrary<Owner> owner =
        Combinators.combine(maybe, maybe, Arbitraries.integers().between(-1, 3)).as(Owner::new);
    Arbitrary<Range> range =
        Combinators.combine(maybe, maybe)
            .as((min, max) -> new Range(min, max < min ? -1 : max))
            .filter(one -> one.min() >= 0 || one.max() >= 0);
    Arbitrary<Map<String, Owner>> owners =
        owner.list().ofSize(ALL.size()).map(RoomPropertyTest::byDimension);
    Arbitrary<Map<String, Range>> asked =
        Arbitraries.maps(Arbitraries.of(ALL), range).ofMinSize(1).ofMaxSize(ALL.size());
    return Combinators.combine(node.list().ofMinSize(1).ofMaxSize(4), small, owners, asked)
        .as(Case::new);
  }

  private static Map<String, Owner> byDimension(List<Owner> owners) {
    Map<String, Owner> byDimension = new HashMap<>();
    for (int i = 0; i < ALL.size(); i++) {
      byDimension.put(ALL.get(i), owners.get(i));
    }
    return byDimension;
  }
}
