// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.time.Duration;
import java.util.Optional;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Word;

/**
 * How one source of available amounts fares, for its owner alone.
 *
 * @param name the owner's
 * @param origin where it is read from
 * @param age of what it said last; empty if it was never read
 * @param slots that it spoke of then
 * @param isFailing whether it could not be read the last time
 * @param fault why it is not as it should be, if it is not; one sentence
 */
public record SourceState(
    String name,
    String origin,
    Use use,
    Optional<Duration> age,
    int slots,
    boolean isFailing,
    Optional<String> fault) {

  /** {@code {source, origin, state, age, slots, fault}}; the age in seconds. */
  public Mapping tree() {
    Tree.Builder told =
        Tree.build().put("source", name).put("origin", origin).put("state", Word.of(use));
    if (age.isPresent()) {
      told.put("age", Tree.literal(String.valueOf(age.get().toMillis() / 1000.0)));
      told.put("slots", Tree.literal(String.valueOf(slots)));
    }
    return told.putIfAny("fault", fault.orElse("")).done();
  }

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
