// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.check.room.Limits;
import org.whereto.check.room.Prospect;
import org.whereto.check.room.Room;
import org.whereto.check.room.Space;
import org.whereto.task.Amount;
import org.whereto.task.Fact;
import org.whereto.task.Resources;
import org.whereto.world.World;

/**
 * Whether a platform has the resources that a Task needs (note, section 5; wire.md, section 3): of
 * those that its request names, and of those that its content asks for where the owner declared
 * any.
 *
 * @param data of the same interface: what is copied has to fit in as well
 */
public record ResourcesCheck(Room room, DataCheck data) implements Check {

  /** Of a platform that does not say what it can give. */
  public static final ResourcesCheck UNDECLARED = new ResourcesCheck(Room.UNDECLARED);

  /** Of a platform where no data is copied. */
  public ResourcesCheck(Room room) {
    this(room, DataCheck.UNDECLARED);
  }

  @Override
  public Set<Fact> uses() {
    return room.isEmpty() ? Set.of() : Set.of(Fact.RESOURCES);
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    Resources both = asked.needs();
    if (both.wanted().isEmpty() && both.untold().isEmpty()) {
      findings.notConcerned();
      if (!room.isAlwaysTold()) {
        return;
      }
    }
    Prospect prospect = prospect(both, asked, world);
    RoomFindings told = new RoomFindings(room, asked.resources(), findings);
    prospect.findings().forEach(told::add);
    new Untellable(room, both.untold()).tell(findings);
    prospect
        .late()
        .ifPresent(age ->
            findings.remark(
                Reason.of(
                    "resources.late",
                    "resources",
                    "What is free here was seen " + Span.of(age) + " ago; it may have changed.")));
  }

  /** Where its data fits too, if it fits anywhere: else the check of data says so. */
  private Prospect prospect(Resources both, Asked asked, World world) {
    BigDecimal bytes = data.copied(asked, world).bytes();
    boolean isStored = bytes.signum() > 0 && room.limitsAnyOf(Room.STORE);
    return isStored
            && room.space(both, bytes, world.availability()) instanceof Space.Enough(var fitting)
        ? fitting
        : room.prospect(both, world.availability());
  }

  @Override
  public List<String> demands() {
    List<String> demands = new ArrayList<>();
    room.limits().forEach((dimension, limits) -> demands.add(demand(dimension, limits)));
    Set<String> told = room.toldBySources();
    told.stream()
        .filter(dimension -> !room.limits().containsKey(dimension))
        .sorted()
        .forEach(dimension -> demands.add(dimension + ": as much as is free"));
    room.start().ifPresent(time -> demands.add("startup: " + time.text() + " is usual"));
    return demands;
  }

  private String demand(String dimension, Limits limits) {
    List<String> parts = new ArrayList<>();
    add(parts, "at most ", limits.max(), "");
    add(parts, "", limits.free(), " free now");
    add(parts, "", limits.byDefault(), " by default");
    if (room.toldBySources().contains(dimension)) {
      parts.add("as much as is free");
    }
    return dimension + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static void add(
      List<String> parts, String before, Optional<Amount> amount, String after) {
    amount.ifPresent(known -> parts.add(before + known.text() + after));
  }
}
