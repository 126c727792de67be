// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.whereto.check.room.Limits;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.Nearest;
import org.whereto.tree.Place;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Word;

/**
 * The key {@code resources}: what a platform has for a Task. It means the same on a platform, an
 * interface and an acceptance; the strictest ceiling counts.
 */
final class Rooms {

  private static final String KEY = "resources";
  private static final String DOC =
      "What a Task can have here at most, and what is free; the strictest of platform, interface"
          + " and acceptance counts.";
  private static final String MEASURE = "measure";
  private static final String AVAILABLE = "available";
  private static final String ALWAYS = "always";
  private static final List<String> MEASURES =
      Arrays.stream(Measure.values()).map(Word::of).toList();
  private static final List<String> AMOUNTS = List.of("cores", "memory", "store", "duration");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,39}");

  private final Map<String, Set<String>> sources;
  private final Map<String, Measured> further = new HashMap<>();

  /** What a further dimension is measured in, and where that was said first. */
  private record Measured(Measure measure, Place place) {}

  /**
   * Those of one file.
   *
   * @param sources of free amounts, by the owner's names, and the dimensions of which each tells
   */
  Rooms(Map<String, Set<String>> sources) {
    this.sources = new TreeMap<>(sources);
  }

  /** What stands below the key here. */
  RoomLevel read(Settings in) {
    return in.part(KEY, DOC, this::level).orElse(RoomLevel.SILENT);
  }

  /** What holds where these levels are around each other, the outermost first. */
  Room room(List<RoomLevel> levels) {
    RoomLevel all = RoomLevel.together(levels);
    return new Room(
        all.limits(),
        all.start(),
        all.sources().orElse(Map.of()),
        all.equals(RoomLevel.SILENT) ? Resources.STANDARD : measures(),
        all.isAlwaysTold().orElse(false));
  }

  /** All dimensions of the file, and what they are measured in. */
  Map<String, Measure> measures() {
    Map<String, Measure> all = new HashMap<>(Resources.STANDARD);
    further.forEach((name, measured) -> all.put(name, measured.measure()));
    return all;
  }

  private RoomLevel level(Settings in) {
    Map<String, Limits> limits = new LinkedHashMap<>();
    Map<String, Place> places = new HashMap<>();
    for (String dimension : AMOUNTS) {
      Place place = in.place(dimension);
      in.part(
              dimension,
              doc(dimension),
              part ->
                  RoomLimits.read(part, Resources.STANDARD.getOrDefault(dimension, Measure.NUMBER)))
          .ifPresent(read -> {
            limits.put(dimension, read);
            places.put(dimension, place);
          });
    }
    Optional<Amount> start =
        in.part(Room.STARTUP, "When a Task begins.", RoomLimits::start)
            .flatMap(expected -> expected);
    in.named(
            "further",
            "Dimensions of your own, like \"gpus\": a Task asks for them as \"mingpus\".",
            (name, part) -> further(name, part, places))
        .forEach((name, read) -> limits.put(Resources.dimension(name), read));
    return new RoomLevel(limits, places, start, available(in), always(in));
  }

  private static String doc(String dimension) {
    return switch (dimension) {
      case "cores" -> "Processor cores.";
      case "memory" -> "Memory, like 240G.";
      case "store" -> "Space for the data that a Task works on, like 1T.";
      default -> "How long a Task may run, like 8h.";
    };
  }

  private Limits further(String name, Settings in, Map<String, Place> places) {
    String dimension = Resources.dimension(name);
    refuseName(name, dimension, in, places);
    places.put(dimension, in.place());
    return RoomLimits.read(in, measure(dimension, in));
  }

  private static void refuseName(
      String name, String dimension, Settings in, Map<String, Place> places) {
    if (Resources.STANDARD.containsKey(dimension)) {
      in.problemAt(
          in.place(), "\"" + name + "\" is known to all: write it beside \"further\", not below.");
    } else if (!NAME.matcher(dimension).matches()) {
      in.problemAt(
          in.place(),
          "\""
              + name
              + "\" cannot be the name of a dimension: take up to 40 letters and digits, like"
              + " \"gpus\".");
    } else if (places.containsKey(dimension)) {
      in.problemAt(in.place(), "\"" + name + "\" stands here twice, in two spellings.");
    }
  }

  private Measure measure(String dimension, Settings in) {
    String word =
        in.choice(
            MEASURE,
            MEASURES,
            "",
            "What it is measured in, if that is no plain number; said once in the file.");
    Measured known = further.get(dimension);
    if (known != null && (word.isEmpty() || Word.of(known.measure()).equals(word))) {
      return known.measure();
    }
    Measure measure = word.isEmpty() ? Measure.NUMBER : measure(word);
    if (known == null) {
      further.put(dimension, new Measured(measure, in.place()));
    } else {
      in.problem(
          MEASURE,
          "\""
              + dimension
              + "\" is measured in "
              + word
              + " here, and in "
              + Word.of(known.measure())
              + " at "
              + known.place()
              + ": say it once, at the first.");
    }
    return measure;
  }

  private static Measure measure(String word) {
    return Measure.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Optional<Map<String, Set<String>>> available(Settings in) {
    List<Scalar> names =
        in.texts(AVAILABLE, "The sources that tell what is free, by their names above.");
    if (!in.has(AVAILABLE)) {
      return Optional.empty();
    }
    Map<String, Set<String>> told = new TreeMap<>();
    List<String> seen = new ArrayList<>();
    for (Scalar name : names) {
      String source = name.text();
      if (!sources.containsKey(source)) {
        in.problemAt(name.place(), "There is no source \"" + source + "\"." + remedy(source));
      } else if (seen.contains(source)) {
        in.problemAt(name.place(), "The source \"" + source + "\" stands here twice.");
      } else if (sources.get(source).contains(Room.STARTUP)) {
        in.problemAt(
            name.place(),
            "The source \""
                + source
                + "\" tells of startup, which is no amount that is free: take it out there.");
      }
      seen.add(source);
      told.put(source, sources.getOrDefault(source, Set.of()));
    }
    return Optional.of(told);
  }

  private String remedy(String source) {
    return sources.isEmpty()
        ? " Declare it under \"available\", beside \"interfaces\"."
        : Nearest.remedy(source, sources.keySet());
  }

  private static Optional<Boolean> always(Settings in) {
    boolean always =
        in.flag(ALWAYS, false, "Whether what is on offer is told even where nothing is asked.");
    return in.has(ALWAYS) ? Optional.of(always) : Optional.empty();
  }
}
