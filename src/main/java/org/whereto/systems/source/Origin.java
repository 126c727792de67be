// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.util.Set;

/** Where a source is and how it is read, as its owner says. Equal ones are one source. */
sealed interface Origin permits SlurmAt, JsonAt, FileAt, Origin.Nowhere {

  /** The dimensions of which it tells amounts. */
  Set<String> dimensions();

  /**
   * The source itself; nothing is read yet.
   *
   * @param time for one reading
   */
  Source open(Duration time);

  /** What the owner's log calls it, without anything secret. */
  String label();

  /** Stands in a file with faults, which is never served. */
  record Nowhere() implements Origin {

    @Override
    public Set<String> dimensions() {
      return Set.of();
    }

    @Override
    public Source open(Duration time) {
      return () -> {
        throw new Unread("It is nowhere.");
      };
    }

    @Override
    public String label() {
      return "nowhere";
    }
  }
}
