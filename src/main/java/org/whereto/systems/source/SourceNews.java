// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.math.BigDecimal;
import java.time.Duration;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.world.SourceState;

/** What an owner is told when a source fares otherwise than before. */
final class SourceNews {

  private SourceNews() {}

  static String of(SourceState state) {
    String source = "The source \"" + state.name() + "\" (" + state.origin() + ")";
    if (state.fault().isEmpty()) {
      return source + " is read again.";
    }
    String last = state.age().map(age -> "what it said is " + shown(age) + " old").orElse("");
    String use =
        switch (state.use()) {
          case FRESH -> " " + last + " and still used.";
          case LATE -> " " + last + ", late, and still used.";
          case NONE -> " nothing is known of it now.";
        };
    return source + ": " + state.fault().get() + " For the time being" + use;
  }

  private static String shown(Duration age) {
    return Amount.shown(Measure.TIME, BigDecimal.valueOf(age.toSeconds()));
  }
}
