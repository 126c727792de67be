// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Reason;
import org.whereto.check.data.Found;
import org.whereto.check.data.ItemName;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.DataNeed;
import org.whereto.task.Resources.Wanted;
import org.whereto.task.Task;
import org.whereto.world.Availability;

/** Whether the data that is copied for a Task fits into the store that it gets. */
record DataStore(Room room, Asked asked, Findings findings) {

  /**
   * Looks at all items that can be had.
   *
   * @param found what became of the items that were asked for, in their order
   */
  void look(List<Found> found, Availability availability) {
    if (!room.limitsAnyOf(Room.STORE)) {
      return;
    }
    BigDecimal bytes = BigDecimal.ZERO;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Found.There there && there.terms().isCopied()) {
        if (there.bytes().isPresent()) {
          bytes = bytes.add(BigDecimal.valueOf(there.bytes().getAsLong()));
        } else {
          unsized(asked.data().get(i));
        }
      }
    }
    if (bytes.signum() > 0) {
      compare(bytes, availability);
    }
  }

  /** Who says how much store he needs has thought of it; for all others it may be too little. */
  private void unsized(DataNeed need) {
    String path = need.path().text();
    String name = ItemName.of(need.item());
    if (wanted().isPresent()) {
      findings.remark(
          Reason.of(
              "data.size-not-known",
              path,
              "How large " + name + " is was not told: see that the store you ask for holds it."));
    } else {
      findings.cannotTell(
          Reason.of(
                  "data.not-checked",
                  path,
                  "How large "
                      + name
                      + " is was not told, and a task has only so much store here: say in"
                      + " resources.minstore how much it needs.")
              .comparing(name, ""));
    }
  }

  private void compare(BigDecimal bytes, Availability availability) {
    Optional<BigDecimal> offer = room.storeOnOffer(asked.resources(), availability);
    if (offer.isEmpty()) {
      // Where store was asked for, what there is of it is told by the check of resources.
      if (wanted().isEmpty()) {
        findings.cannotTell(
            Reason.of(
                "data.not-checked",
                Task.DATA,
                "Whether the data fits could not be told: how much store is free is not known."));
      }
      return;
    }
    if (bytes.compareTo(offer.get()) > 0) {
      refuse(bytes, offer.get());
    }
  }

  private void refuse(BigDecimal bytes, BigDecimal offer) {
    Amount unit = wanted().map(Wanted::like).orElseGet(() -> Amount.of(Measure.BYTES, offer));
    String limit = unit.down(offer);
    findings.refuse(
        Reason.of(
                "data.too-large",
                Task.DATA,
                "The data that is copied takes "
                    + unit.up(bytes)
                    + ", which is "
                    + unit.up(bytes.subtract(offer))
                    + " more than the store on offer, "
                    + limit
                    + "."
                    + (wanted().isPresent() ? " Ask for more store, if there is more." : ""))
            .comparing(unit.up(bytes), limit));
  }

  private Optional<Wanted> wanted() {
    return Optional.ofNullable(asked.resources().wanted().get(Room.STORE));
  }
}
