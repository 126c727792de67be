// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.Optional;
import org.whereto.world.Available;
import org.whereto.world.Known;
import org.whereto.world.SourceState;
import org.whereto.world.SourceState.Use;

/**
 * What was heard of a source up to now. Times are those of {@link System#nanoTime()}, so that it
 * does not matter if somebody sets the clock.
 *
 * @param last the last good reading
 * @param failure why the latest one failed, if it did
 */
record Heard(SourceSettings settings, Optional<Good> last, Optional<Failure> failure) {

  private static final String OLD = "What it says is old: is it still written?";

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  /** More doublings than any pause allows. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * A good reading, in the two forms that it takes as it grows old: whoever makes more of it can
   * know it again.
   *
   * @param age how old it was already when it was read
   * @param begun when it was begun to be read
   */
  record Good(Available fresh, Available late, Duration age, long begun) {

    static Good of(Reading reading, long begun) {
      return new Good(
          new Available(reading.slots(), false),
          new Available(reading.slots(), true),
          reading.age(),
          begun);
    }
  }

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
    return new Heard(settings, Optional.of(Good.of(reading, begun)), Optional.empty());
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
    return switch (use(age)) {
      case FRESH -> new Known.Value<>(last.orElseThrow().fresh(), age.orElseThrow());
      case LATE -> new Known.Value<>(last.orElseThrow().late(), age.orElseThrow());
      case NONE -> new Known.Down<>(whyNothing());
    };
  }

  private String whyNothing() {
    if (last.isPresent()) {
      return "What is free has not been known for a while.";
    }
    return failure.isPresent()
        ? "What is free could not be read so far."
        : "What is free has not been read yet.";
  }

  /** What its owner is told. */
  SourceState state(String name, long now) {
    Optional<Duration> age = age(now);
    Use use = use(age);
    int slots = last.map(good -> good.fresh().slots().size()).orElse(0);
    boolean old = age.isPresent() && use != Use.FRESH;
    Optional<String> fault =
        failure.map(Failure::why).or(() -> old ? Optional.of(OLD) : Optional.empty());
    return new SourceState(
        name, settings.origin().label(), use, age, slots, failure.isPresent(), fault);
  }

  private Use use(Optional<Duration> age) {
    if (age.isEmpty() || age.get().compareTo(settings.stale()) > 0) {
      return Use.NONE;
    }
    return age.get().compareTo(settings.late()) > 0 ? Use.LATE : Use.FRESH;
  }

  private Optional<Duration> age(long now) {
    return last.map(good -> good.age().plusNanos(Math.max(0, now - good.begun())));
  }
}
