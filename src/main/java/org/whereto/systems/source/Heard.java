// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.Optional;
import org.whereto.world.Available;
import org.whereto.world.Known;
import org.whereto.world.SourceState;

/**
 * What was heard of a source up to now. Times are those of {@link System#nanoTime()}, so that it
 * does not matter if somebody sets the clock.
 *
 * @param last the last good reading
 * @param failure why the latest one failed, if it did
 */
record Heard(SourceSettings settings, Optional<Good> last, Optional<Failure> failure) {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  /** More doublings than any pause allows. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * A good reading.
   *
   * @param begun when it was begun
   */
  record Good(Reading reading, long begun) {}

  /**
   * Why a reading failed.
   *
   * @param why one sentence for the owner
   * @param inARow how many have failed since the last good one
   */
  record Failure(String why, int inARow) {}

  static Heard nothing(SourceSettings settings) {
    return new Heard(settings, Optional.empty(), Optional.empty());
  }

  /** And then it was read. */
  Heard good(Reading reading, long begun) {
    return new Heard(settings, Optional.of(new Good(reading, begun)), Optional.empty());
  }

  /** And then it could not be read. */
  Heard failed(String why) {
    int before = failure.map(Failure::inARow).orElse(0);
    return new Heard(settings, last, Optional.of(new Failure(why, Math.addExact(before, 1))));
  }

  /** How long to wait before it is read again. */
  Duration pause() {
    if (failure.isEmpty()) {
      return settings.every();
    }
    int doublings = Math.min(failure.get().inARow() - 1, MOST_DOUBLINGS);
    Duration longer = FIRST_RETRY.multipliedBy(1L << doublings);
    return longer.compareTo(settings.every()) < 0 ? longer : settings.every();
  }

  /** What a decision is told. Callers may read it: it says nothing of where the source is. */
  Known<Available> known(long now) {
    Optional<Duration> age = age(now);
    if (age.isEmpty()) {
      return new Known.Down<>(
          failure.isEmpty()
              ? "What is available has not been read yet: ask again in a moment."
              : "What is available could not be read so far: ask again later.");
    }
    if (isStale(age.get())) {
      return new Known.Down<>("What is available has not been known for a while: ask again later.");
    }
    boolean late = age.get().compareTo(settings.late()) > 0;
    Available available = new Available(last.orElseThrow().reading().slots(), late);
    return new Known.Value<>(available, age.get());
  }

  /** What its owner is told. */
  SourceState state(String name, long now) {
    Optional<Duration> age = age(now);
    boolean isKnown = age.isPresent() && !isStale(age.get());
    boolean late = isKnown && age.get().compareTo(settings.late()) > 0;
    Optional<String> why =
        failure
            .map(Failure::why)
            .or(() -> late || (age.isPresent() && !isKnown) ? Optional.of(OLD) : Optional.empty());
    int slots = last.map(good -> good.reading().slots().size()).orElse(0);
    SourceState.Use use =
        isKnown ? late ? SourceState.Use.LATE : SourceState.Use.FRESH : SourceState.Use.NONE;
    return new SourceState(
        name, settings.origin().label(), use, age, slots, failure.isPresent(), why);
  }

  private static final String OLD = "What it says is old: is it still written?";

  private boolean isStale(Duration age) {
    return age.compareTo(settings.stale()) > 0;
  }

  private Optional<Duration> age(long now) {
    return last.map(good -> good.reading().age().plusNanos(Math.max(0, now - good.begun())));
  }
}
