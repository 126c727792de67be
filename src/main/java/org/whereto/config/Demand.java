// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.List;
import java.util.Optional;
import org.whereto.check.data.DataDemand;
import org.whereto.tree.Place;
import org.whereto.tree.Settings;
import org.whereto.tree.Word;

/** The key {@code data} under {@code if}: how near the data of a Task must be. */
record Demand(DataDemand nearness, Place place) {

  private static final String KEY = "data";

  static Optional<Demand> read(Settings in) {
    String word =
        in.choice(
            KEY,
            List.of(Word.of(DataDemand.HERE), Word.of(DataDemand.REACHABLE)),
            "",
            "Whether the data of a task must be here, or must be reachable as it must be where"
                + " nothing is said.");
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Demand(
                word.equals(Word.of(DataDemand.HERE)) ? DataDemand.HERE : DataDemand.REACHABLE,
                in.place(KEY)));
  }
}
