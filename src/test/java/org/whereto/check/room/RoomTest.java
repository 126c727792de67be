// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.check.room.Prospect.Found;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.world.Availability;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;

/** Slots, of one source and of several together: what fits has to fit into one of them alone. */
class RoomTest {

  private static final Map<String, Measure> DIMENSIONS =
      Map.of("cores", Measure.NUMBER, "memory", Measure.NUMBER, "store", Measure.NUMBER);

  /**
   * Slots are written like {@code n1 cores 8/64 memory 5/9}: free now, and ever; sources are
   * separated by semicolons, their slots by commas.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n1 cores 8/64 memory 5/9 | cores 8 memory 5 | cores 8, memory 5",
        "n1 cores 8/64 memory 5/9 | cores 9 memory 5 | cores 8 not now, memory 5",
        "n1 cores 8/64 memory 5/9 | cores 65 memory 6 | cores 64 never, memory 5 not now",
        // cores on one and memory on another are no room
        "n1 cores 8/8 memory 1/1, n2 cores 1/1 memory 8/8 | cores 8 memory 8"
            + " | cores 8, memory 1 never together",
        "n1 cores 8/8 memory 1/8, n2 cores 1/8 memory 8/8 | cores 8 memory 8"
            + " | cores 8, memory 1 not now together",
        // which could ever do counts more than which lacks less now
        "n1 cores 7/7 memory 8/8, n2 cores 0/8 memory 0/8 | cores 8 memory 8"
            + " | cores 0 not now together, memory 0 not now together",
        // what can never be had does not hide what else is missing
        "n1 cores 2/8 memory 4/8, n2 cores 1/4 memory 8/8 | cores 8 memory 9"
            + " | cores 2 not now, memory 8 never",
        // the larger of two that fit
        "n1 cores 8/8 memory 8/8, n2 cores 9/9 memory 8/8 | cores 8-20 memory 8"
            + " | cores 9, memory 8",
        "n1 cores 8/8 memory 9/9, n2 cores 9/9 memory 8/8 | cores 8-20 memory 8-20"
            + " | cores 9, memory 8",
        // two sources of different things
        "n1 cores 8/8, n2 cores 2/2; store 7/7 | cores 8 store 7 | cores 8, store 7",
        "n1 cores 8/8, n2 cores 2/2; store 7/7 | cores 8 store 8 | cores 8, store 7 never",
        // two sources of the same thing: the smaller counts
        "n1 cores 8/8, n2 cores 9/9; cores 5/20 | cores 6 | cores 5 not now",
        // two that tell nodes apart: those with one name are one
        "n1 cores 8/8, n2 cores 2/2; n1 memory 1/1, n2 memory 9/9 | cores 8 memory 9"
            + " | cores 8, memory 1 never together",
        "n1 cores 8/8, n2 cores 2/2; n3 memory 1/1, n4 memory 9/9 | cores 1 memory 1"
            + " | cores 0 not now, memory 0 not now",
        "n1 cores 8/8 memory 1/1, n1 cores 1/1 memory 8/8; n1 store 1/1 | cores 8 memory 8 store 1"
            + " | cores 1 never, memory 1 never, store 1",
        // what one slot has and another does not name is not there
        "n1 cores 8/8, n2 cores 1/1 memory 9/9 | cores 8 memory 9"
            + " | cores 8, memory 0 never together",
        // nowhere to run
        "- | cores 1 | cores 0 not now",
        "-; store 7/7 | cores 1 store 1 | cores 0 not now, store 1",
        "n1 cores 0/8 | cores 0 | cores 0",
        "n1 cores 0/8 | cores -8 | cores 0 not now",
        "n1 cores 1/8 | cores -8 | cores 1",
        "n1 cores 1/8 | store 8 | store unchecked",
      })
  void aTaskFitsIntoOneSlotAlone(String sources, String asked, String expected) throws BadInput {
    assertThat(told(room(sources), asked, availability(sources))).isEqualTo(expected);
  }

  @Test
  void theOwnersNumbersHoldEverywhere() throws BadInput {
    String sources = "n1 cores 8/8, n2 cores 6/6";
    Room room = room(sources, Map.of("cores", limits("5", "4"), "store", limits("3", "")));

    assertThat(told(room, "cores 4 store 3", availability(sources))).isEqualTo("cores 4, store 3");
    assertThat(told(room, "cores 5 store 4", availability(sources)))
        .isEqualTo("cores 4 not now, store 3 never");
    assertThat(told(room, "cores 6", availability(sources))).isEqualTo("cores 5 never");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cores 4 | cores unknown",
        "cores 6 | cores 5 never",
        "store 3 | store 3",
        "cores 4 store 4 | cores unknown, store 3 never",
      })
  void whereASourceIsSilentOnlyWhatItTellsOfIsUnknown(String asked, String expected)
      throws BadInput {
    Room room =
        new Room(
            Map.of("cores", limits("5", ""), "store", limits("3", "")),
            Optional.empty(),
            Map.of("s0", Set.of("cores", "memory")),
            DIMENSIONS,
            false);
    Availability down = _ -> Map.of("s0", new Known.Down<>("It is down."));
    Availability refused = _ -> Map.of("s0", new Known.Refused<>("It may not be asked."));

    assertThat(told(room, asked, down)).isEqualTo(expected);
    assertThat(told(room, asked, refused)).isEqualTo(expected);
    assertThat(told(room, asked, _ -> Map.of())).isEqualTo(expected);
  }

  @Test
  void whatIsLateIsToldWithTheAgeOfTheOldestThatMatters() throws BadInput {
    Room room =
        new Room(
            Map.of(),
            Optional.empty(),
            Map.of("a", Set.of("cores"), "b", Set.of("cores"), "c", Set.of("store")),
            DIMENSIONS,
            false);
    Availability late =
        _ ->
            Map.of(
                "a", late("cores 8/8", 7, true),
                "b", late("cores 8/8", 99, false),
                "c", late("store 8/8", 50, true));

    assertThat(room.prospect(asked("cores 1"), late).late()).contains(Duration.ofMinutes(7));
    assertThat(room.prospect(asked("store 1"), late).late()).contains(Duration.ofMinutes(50));
    assertThat(room.prospect(asked("memory 1"), late).late()).isEmpty();
  }

  /** Data is one more thing that a Task needs where it runs, in the store that it gets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // slots | what is asked | data | what becomes of it
        "store 7/9 | store 2-5 | 5 | store 5",
        "store 7/9 | store 2-5 | 6 | beyond 5",
        "store 7/9 | store 2 | 3 | beyond 2",
        "store 7/9 | memory 1 | 7 | memory ?, store 7",
        "store 7/9 | memory 1 | 8 | 7 not now",
        "store 7/9 | memory 1 | 10 | 9 never",
        "store 7/9 | store -8 | 8 | 7 not now",
        "cores 8/8 | cores 1 | 100 | cores 1, store ?",
        // the store of a place that has not the rest is of no use
        "n1 cores 8/8, n2 cores 2/2; n2 store 200/200 | cores 8 | 100" + " | another place never",
        "n1 cores 8/8 store 50/50, n2 cores 2/8 store 200/200 | cores 8 | 100"
            + " | another place not now",
        "n1 cores 8/8 store 50/50, n2 cores 2/2 store 200/200 | cores 8 | 100 | another place"
            + " never",
        // and the larger place is not the better one if it has no room for the data
        "n1 cores 16/16 store 50/50, n2 cores 8/8 store 200/200 | cores 8-16 | 100"
            + " | cores 8, store 200",
        // where nothing is free for the Task itself, data is judged alone
        "cores 1/8 store 50/50 | cores 8 | 100 | 50 never",
      })
  void dataHasToFitBesideAllElse(String sources, String asked, long data, String expected)
      throws BadInput {
    Space space =
        room(sources).space(asked(asked), BigDecimal.valueOf(data), availability(sources));
    String said =
        switch (space) {
          case Space.Enough(Prospect prospect) -> offered(prospect);
          case Space.Beyond(BigDecimal most) -> "beyond " + most;
          case Space.TooLittle(var limit, boolean ever) ->
              limit.map(BigDecimal::toString).orElse("another place")
                  + (ever ? " never" : " not now");
          case Space.NotKnown() -> "not known";
        };
    assertThat(said).isEqualTo(expected);
  }

  private static String offered(Prospect prospect) {
    List<String> offered = new ArrayList<>();
    for (Found found : prospect.findings()) {
      String amount = found instanceof Found.Enough enough ? enough.onOffer().toString() : "?";
      offered.add(found.need().dimension() + " " + amount);
    }
    return String.join(", ", offered);
  }

  /** What is told besides changes nothing of what is decided. */
  @Test
  void whatNobodyAsksForJoinsNothing() throws BadInput {
    String sources = "n1 cores 8/8; x1 memory 4/4, x2 memory 3/3";
    Room told = room(sources);
    Room always = new Room(told.limits(), told.start(), told.sources(), told.measures(), true);
    Prospect prospect = always.prospect(asked("cores 8"), availability(sources));
    assertThat(offered(prospect)).isEqualTo("cores 8, memory 4");
  }

  private static Known<Available> late(String slots, int minutes, boolean isLate) {
    return new Known.Value<>(new Available(slots(slots), isLate), Duration.ofMinutes(minutes));
  }

  private static Limits limits(String max, String free) throws BadInput {
    return new Limits(amount(max), amount(free), Optional.empty());
  }

  private static Optional<Amount> amount(String text) throws BadInput {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Amount.parse(Measure.NUMBER, Tree.text(text), Path.ROOT));
  }

  private static Room room(String sources) {
    return room(sources, Map.of());
  }

  private static Room room(String sources, Map<String, Limits> limits) {
    Map<String, Set<String>> told = new HashMap<>();
    int number = 0;
    for (String source : sources.split(";", -1)) {
      Set<String> tells = Set.copyOf(new ArrayList<>(named(source)));
      told.put("s" + number++, tells.isEmpty() ? Set.of("cores", "memory") : tells);
    }
    return new Room(limits, Optional.empty(), told, DIMENSIONS, false);
  }

  private static Set<String> named(String source) {
    Map<String, BigDecimal> all = new HashMap<>();
    slots(source).forEach(slot -> all.putAll(slot.free()));
    return all.keySet();
  }

  private static Availability availability(String sources) {
    Map<String, Known<Available>> all = new HashMap<>();
    int number = 0;
    for (String source : sources.split(";", -1)) {
      all.put(
          "s" + number++, new Known.Value<>(new Available(slots(source), false), Duration.ZERO));
    }
    return _ -> all;
  }

  private static List<Slot> slots(String source) {
    List<Slot> slots = new ArrayList<>();
    if (source.strip().equals("-")) {
      return slots;
    }
    for (String slot : source.split(",", -1)) {
      String[] words = slot.strip().split(" ", -1);
      int first = words.length % 2;
      Map<String, BigDecimal> free = new HashMap<>();
      Map<String, BigDecimal> most = new HashMap<>();
      for (int i = first; i < words.length; i += 2) {
        String[] amounts = words[i + 1].split("/", -1);
        free.put(words[i], new BigDecimal(amounts[0]));
        most.put(words[i], new BigDecimal(amounts[1]));
      }
      slots.add(new Slot(first == 0 ? "" : words[0], free, most));
    }
    return slots;
  }

  /** {@code cores 8-10 memory 4 store -3}: minimum, maximum. */
  private static Resources asked(String asked) throws BadInput {
    StringBuilder members = new StringBuilder();
    String[] words = asked.strip().split(" +", -1);
    for (int i = 0; i < words.length; i += 2) {
      String[] bounds = words[i + 1].split("-", -1);
      if (!bounds[0].isEmpty()) {
        members.append("min").append(words[i]).append(": ").append(bounds[0]).append('\n');
      }
      if (bounds.length > 1) {
        members.append("max").append(words[i]).append(": ").append(bounds[1]).append('\n');
      }
    }
    Tree tree = Formats.YAML.read(members.toString().getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    return Resources.read(Optional.of(tree), DIMENSIONS);
  }

  private static String told(Room room, String asked, Availability availability) throws BadInput {
    return String.join(
        ", ",
        room.prospect(asked(asked), availability).findings().stream().map(RoomTest::told).toList());
  }

  private static String told(Found found) {
    String dimension = found.need().dimension() + " ";
    return switch (found) {
      case Found.Enough enough -> dimension + enough.onOffer();
      case Found.TooLittle little ->
          dimension
              + little.limit()
              + (little.isForEver() ? " never" : " not now")
              + (little.isAlone() ? "" : " together");
      case Found.NotKnown _ -> dimension + "unknown";
      case Found.NotChecked _ -> dimension + "unchecked";
      case Found.NotOffered _ -> dimension + "not offered";
      case Found.Begins _, Found.TooSlow _, Found.Contradiction _ -> dimension + "?";
    };
  }

  @Test
  void whatSourcesTellOfStandsInTheSameOrderAlways() {
    Set<String> told = new LinkedHashSet<>(List.of("store", "gpus", "memory", "cores"));
    Room room = new Room(Map.of(), Optional.empty(), Map.of("a", told), DIMENSIONS, true);
    assertThat(room.toldBySources()).containsExactly("cores", "gpus", "memory", "store");
  }
}
