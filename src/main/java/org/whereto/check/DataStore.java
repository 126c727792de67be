// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.answer.Repair;
import org.whereto.check.data.ItemName;
import org.whereto.check.room.Room;
import org.whereto.check.room.Space;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.DataNeed;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Wanted;
import org.whereto.task.Task;
import org.whereto.world.Availability;

/**
 * Whether the data that is copied for a Task fits into the store that it gets.
 *
 * @param needs of the Task by its request and its content together
 */
record DataStore(Room room, Resources needs, Findings findings) {

  /** Looks at all items that can be had. */
  void look(CopiedData copied, Availability availability) {
    if (!room.limitsAnyOf(Room.STORE) && wanted().isEmpty()) {
      return;
    }
    copied.unsized().forEach(this::unsized);
    if (copied.bytes().signum() > 0) {
      compare(copied.bytes(), availability);
    }
  }

  /** Who says how much store he needs has thought of it; for all others it may be too little. */
  private void unsized(DataNeed need) {
    String path = need.path().text();
    String name = ItemName.of(need.item());
    if (asksForSome()) {
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

  private boolean asksForSome() {
    return wanted()
        .flatMap(wanted -> wanted.max().or(wanted::min))
        .filter(bound -> bound.amount().value().signum() > 0)
        .isPresent();
  }

  private void compare(BigDecimal bytes, Availability availability) {
    switch (room.space(needs, bytes, availability)) {
      case Space.Enough _ -> {}
      case Space.Beyond(BigDecimal most) -> beyond(bytes, most);
      case Space.TooLittle little -> tooLittle(bytes, little);
      case Space.NotKnown _ -> {
        // Where store was asked for, what there is of it is told by the check of resources.
        if (wanted().isEmpty()) {
          findings.cannotTell(
              Reason.of(
                  "data.not-checked",
                  Task.DATA,
                  "Whether the data fits could not be told: how much store is free is not known."));
        }
      }
    }
  }

  /** To ask for more is the asker's choice, where he asked at all. */
  private void beyond(BigDecimal bytes, BigDecimal most) {
    String whose = wanted().isPresent() ? "the task asks for" : "a task gets that asks for none";
    Optional<Bound> bound = wanted().flatMap(wanted -> wanted.max().or(wanted::min));
    List<Repair> more =
        bound
            .filter(asked -> !asked.inContent())
            .<Repair>map(asked ->
                new Repair.Replace(asked.path(), asked.amount().text(), asked.amount().up(bytes)))
            .stream()
            .toList();
    String advice = wanted().isPresent() ? "" : " Say in resources.minstore how much it needs.";
    findings.refuse(
        reason(bytes, Optional.of(most), " more than the store that " + whose + ", ", advice)
            .lasting(Permanence.NEVER),
        more);
  }

  private void tooLittle(BigDecimal bytes, Space.TooLittle little) {
    String there = little.isForEver() ? " there ever is, " : " is free now, ";
    findings.refuse(
        reason(bytes, little.limit(), " more than the store that" + there, "")
            .lasting(little.isForEver() ? Permanence.NEVER : Permanence.NOT_NOW));
  }

  private Reason reason(
      BigDecimal bytes, Optional<BigDecimal> limit, String comparison, String advice) {
    Amount unit =
        wanted().map(Wanted::like).orElseGet(() -> Amount.of(Measure.BYTES, limit.orElse(bytes)));
    String takes = "The data that is copied takes " + shown(bytes);
    String text =
        limit
            .map(known ->
                takes + ", " + shown(bytes.subtract(known)) + comparison + shown(known) + ".")
            .orElse(takes + ", and no place with so much store has all else that is asked.");
    return Reason.of("data.too-large", Task.DATA, text + advice)
        .comparing(unit.up(bytes), limit.map(unit::down).orElse(""));
  }

  private static String shown(BigDecimal bytes) {
    return Amount.shown(Measure.BYTES, bytes);
  }

  private Optional<Wanted> wanted() {
    return Optional.ofNullable(needs.wanted().get(Room.STORE));
  }
}
