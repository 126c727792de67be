// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.task.ImageUse;
import org.whereto.tree.Settings;
import org.whereto.world.Image.Variant;

/** Not made longer ago than this. The date is what the image says of itself. */
record ImageAge(Amount most, InstantSource clock) implements ImageRule {

  private static final AmountSetting SETTING =
      AmountSetting.time("age", "How long ago an image may have been made", "1h", "36500d");

  private static final String CODE = "image.too-old";

  /** Before this year there was no such image: a date of then only makes builds repeatable. */
  private static final Instant FIRST = Instant.parse("2013-01-01T00:00:00Z");

  /** Clocks of builders go wrong by so much. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  static Optional<ImageRule> read(Settings in) {
    return SETTING.read(in).map(most -> new ImageAge(most, InstantSource.system()));
  }

  @Override
  public String about() {
    return SETTING.key();
  }

  @Override
  public String demand() {
    return "images that were made in the last " + most.text();
  }

  @Override
  public String limit() {
    return most.text();
  }

  @Override
  public Verdict judge(Variant variant, ImageUse use, Looked looked) {
    if (variant.created().isEmpty()) {
      return untold("", "does not say when it was made");
    }
    Instant made = variant.created().get();
    Instant now = clock.instant();
    if (made.isBefore(FIRST)) {
      return untold(made.toString(), "says that it was made in " + made + ", which cannot be");
    }
    if (made.isAfter(now.plus(SKEW))) {
      return untold(made.toString(), "says that it was made in the future, in " + made);
    }
    Duration age = Duration.between(made, now);
    String seen = made + (age.isNegative() ? "" : ", " + Span.of(age) + " ago");
    return age.compareTo(most.time()) <= 0
        ? Verdict.holds(seen)
        : Verdict.fails(
            CODE,
            seen,
            "was made too long ago ("
                + seen
                + "); it may be "
                + most.text()
                + " old: build it anew.");
  }

  private static Verdict untold(String seen, String says) {
    return Verdict.untold(CODE, seen, says + ": build it with its true date.");
  }
}
