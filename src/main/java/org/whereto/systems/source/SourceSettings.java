// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * An entry of the key {@code available} of an owner's file. Whoever says the same, under whatever
 * name, has the same source.
 *
 * @param every pause between two readings
 * @param late the age at which a reading is called late
 * @param stale the age at which it is not used any more
 * @param time for one reading
 */
public record SourceSettings(
    Origin origin, Duration every, Duration late, Duration stale, Duration time) {

  private static final AmountSetting EVERY =
      AmountSetting.time("every", "Pause between two readings", "1s", "1d");
  private static final AmountSetting LATE =
      AmountSetting.time(
          "late",
          "The age at which an answer warns of it; if left out, twice \"every\", or \"stale\"",
          "1s",
          "30d");
  private static final AmountSetting STALE =
      AmountSetting.time(
          "stale",
          "The age at which nothing is known any more; if left out, ten times \"every\"",
          "1s",
          "30d");
  private static final AmountSetting TIME =
      AmountSetting.time("time", "How long a reading may take", "0.1s", "1m");

  private static final List<String> ORIGINS = List.of("slurm", "json", "file");
  private static final int USUAL_LATE = 2;
  private static final int USUAL_STALE = 10;

  /**
   * Reads the entry; every fault goes to the problems of the file.
   *
   * @param measures of the dimensions that the file declares; all others are numbers
   */
  public static SourceSettings read(Settings in, Map<String, Measure> measures) {
    Origin origin = origin(in, measures);
    Duration every = EVERY.readOr(in, "30s").time();
    Optional<Duration> own = LATE.read(in).map(Amount::time);
    Duration stale =
        STALE.read(in).map(Amount::time).orElseGet(() -> every.multipliedBy(USUAL_STALE));
    Duration late = own.orElseGet(() -> least(every.multipliedBy(USUAL_LATE), stale));
    Duration time = TIME.readOr(in, "10s").time();
    if (stale.compareTo(every) < 0) {
      in.problem(
          STALE.key(),
          "\"stale\" is shorter than \"every\": nothing would be known at most times.");
    }
    if (late.compareTo(stale) > 0) {
      in.problem(
          LATE.key(), "\"late\" is longer than \"stale\": make it shorter, or leave it out.");
    }
    return new SourceSettings(origin, every, late, stale, time);
  }

  private static Origin origin(Settings in, Map<String, Measure> measures) {
    Optional<Origin> slurm =
        in.part(
            "slurm",
            "The nodes of a partition of Slurm, as slurmrestd tells of them.",
            part -> SlurmAt.read(part, measures));
    Optional<Origin> json =
        in.part(
            "json",
            "A JSON document at a URL, like that of a monitoring.",
            part -> JsonAt.read(part, measures));
    Optional<Origin> file =
        in.part(
            "file",
            "A file in JSON that a program of yours writes now and then.",
            part -> FileAt.read(part, measures));
    if (ORIGINS.stream().filter(in::has).count() != 1) {
      in.problemAt(in.place(), "A source is one of these: " + String.join(", ", ORIGINS) + ".");
    }
    return Stream.of(slurm, json, file)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Origin.Nowhere::new);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The dimensions of which it tells amounts. */
  public Set<String> dimensions() {
    return origin.dimensions();
  }
}
