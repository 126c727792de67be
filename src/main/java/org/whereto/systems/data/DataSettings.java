// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.task.WebUrl;
import org.whereto.tree.Settings;

/**
 * The systems that hold data, as the key {@code data} of an owner's file names them. Each reads its
 * own keys from the entry in which the owner also says what of it is here.
 *
 * @param http below which URLs web servers may be asked
 * @param pace how they are asked
 */
public record DataSettings(
    List<RucioSettings> rucio,
    List<VospaceSettings> vospace,
    List<S3Settings> s3,
    List<WebUrl> http,
    Pace pace) {

  /** Nothing is asked. */
  public static final DataSettings NONE =
      new DataSettings(List.of(), List.of(), List.of(), List.of(), Pace.USUAL);

  public DataSettings {
    rucio = List.copyOf(rucio);
    vospace = List.copyOf(vospace);
    s3 = List.copyOf(s3);
    http = List.copyOf(http);
  }

  /** Whether there is nothing that could be asked. */
  public boolean isEmpty() {
    return rucio.isEmpty() && vospace.isEmpty() && s3.isEmpty() && http.isEmpty();
  }

  /**
   * How systems are asked.
   *
   * @param time how long a question waits for them, all its items together
   * @param fresh how long what they said is taken to be true
   * @param stale how old that may be while they do not answer; empty if it is never used
   */
  public record Pace(Duration time, Duration fresh, Optional<Duration> stale) {

    private static final AmountSetting TIME =
        AmountSetting.time(
            "time", "How long a question waits for systems that hold data", "0.1s", "1m");
    private static final AmountSetting FRESH =
        AmountSetting.time("fresh", "How long what they said is taken to be true", "1s", "1d");
    private static final AmountSetting STALE =
        AmountSetting.time(
            "stale",
            "How old it may be while they do not answer; if left out, it is not used then",
            "1s",
            "30d");

    /** Where the owner says nothing. */
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(2), Duration.ofMinutes(1), Optional.empty());

    /** The keys {@code time}, {@code fresh} and {@code stale}. */
    public static Pace read(Settings in) {
      Duration fresh = FRESH.readOr(in, "1m").time();
      Optional<Duration> stale = STALE.read(in).map(Amount::time);
      if (stale.isPresent() && stale.get().compareTo(fresh) < 0) {
        in.problem(
            STALE.key(), "\"stale\" is shorter than \"fresh\": make it longer, or leave it out.");
      }
      return new Pace(TIME.readOr(in, "2s").time(), fresh, stale);
    }
  }
}
