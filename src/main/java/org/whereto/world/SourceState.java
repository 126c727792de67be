// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.time.Duration;
import java.util.Optional;

/**
 * How one source of available amounts fares, for its owner alone.
 *
 * @param name the owner's
 * @param origin where it is read from
 * @param age of what it said last; empty if it was never read
 * @param slots that it spoke of then
 * @param fault why it is not as it should be, if it is not; one sentence
 */
public record SourceState(
    String name,
    String origin,
    Use use,
    Optional<Duration> age,
    int slots,
    Optional<String> fault) {

  /** What its last reading is good for. */
  public enum Use {
    /** It is as young as its owner expects. */
    FRESH,
    /** It is used, with a warning. */
    LATE,
    /** There is none, or it is too old. */
    NONE
  }
}
