// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.answer.Statement;
import org.whereto.check.data.Credentials;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.Found;
import org.whereto.check.data.Holdings;
import org.whereto.check.data.ItemName;
import org.whereto.check.data.Standing;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.DataNeed;
import org.whereto.task.Fact;
import org.whereto.task.Task;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Word;
import org.whereto.world.World;

/**
 * Whether the data that a Task needs can be had on a platform (note, section 6; wire.md, section
 * 4). A name that lies under no holding is looked up nowhere; of all others the system that holds
 * them has the last word.
 *
 * @param room into whose store data is copied
 */
public record DataCheck(Holdings holdings, DataDemand demand, Room room) implements Check {

  /** Of a platform that says of no data that it can be had. */
  public static final DataCheck UNDECLARED =
      new DataCheck(Holdings.NONE, DataDemand.REACHABLE, Room.UNDECLARED);

  /** Data and content have to find room in one place. */
  @Override
  public Set<Fact> uses() {
    return holdings.all().isEmpty() || room.isEmpty() ? Set.of() : Set.of(Fact.RESOURCES);
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    if (asked.task().data().isEmpty() && demand == DataDemand.HERE) {
      findings.notGiven(
          Reason.of(
                  "data.not-given",
                  Task.DATA,
                  "Only tasks whose data is at this platform run here, and the question does not"
                      + " say which data it needs.")
              .comparing("", Reason.listing(holdings.here())));
      return;
    }
    if (asked.data().isEmpty()) {
      findings.notConcerned();
      return;
    }
    List<Found> found = holdings.find(asked.data(), world.replicas(), demand);
    for (int i = 0; i < found.size(); i++) {
      tell(asked.data().get(i), found.get(i), findings);
    }
    new DataStore(room, asked.needs(), findings)
        .look(CopiedData.of(asked.data(), found), world.availability());
  }

  /** What is copied for a Task, as far as its size is told. */
  CopiedData copied(Asked asked, World world) {
    return CopiedData.of(asked.data(), holdings.find(asked.data(), world.replicas(), demand));
  }

  private void tell(DataNeed need, Found found, Findings findings) {
    switch (found) {
      case Found.There there -> tell(need, there, findings);
      case Found.Untold(String why) ->
          findings.cannotTell(
              reason(need, "data.not-checked", " could not be looked up. " + why, ""));
      case Found.Absent() ->
          findings.refuse(
              reason(need, "data.absent", " is not there: its system knows no such data.", ""));
      case Found.OutOfReach(List<String> holders) ->
          findings.refuse(reason(need, "data.not-reachable", outOfReach(holders), within(need)));
      case Found.Undeclared(boolean isTypeKnown) when isTypeKnown ->
          findings.refuse(
              reason(
                  need,
                  "data.not-reachable",
                  " is none of the data that this platform says it can reach.",
                  within(need)));
      case Found.Undeclared _ ->
          findings.refuse(
              Reason.of(
                      "data.not-supported",
                      need.path().text(),
                      "This platform does not say that it can reach data of the type "
                          + need.datatype()
                          + ".")
                  .comparing(need.datatype(), Reason.listing(holdings.types())));
    }
    findings.stating(new Statement.Standing(standing(need, found)));
  }

  private void tell(DataNeed need, Found.There there, Findings findings) {
    if (demand == DataDemand.HERE && there.standing() != Standing.HERE) {
      findings.refuse(
          reason(
              need,
              "data.not-here",
              " can be reached from this platform, but does not lie at it, and that is what is"
                  + " demanded here.",
              Reason.listing(holdings.here())));
      return;
    }
    if (!there.age().isZero()) {
      findings.remark(
          reason(
              need,
              "data.late",
              " was there "
                  + Amount.shown(Measure.TIME, BigDecimal.valueOf(there.age().toSeconds()))
                  + " ago; nobody could tell since.",
              ""));
    }
    if (there.terms().credentials() == Credentials.CALLER_TOKEN) {
      findings.remark(
          reason(
              need,
              "data.with-your-token",
              " is read with your own token: pass one to the task that its system takes.",
              ""));
    } else {
      findings.ok(need.path().text(), ItemName.of(need.item()), Word.of(demand));
    }
  }

  private static Reason reason(DataNeed need, String code, String predicate, String limit) {
    String name = ItemName.of(need.item());
    return Reason.of(code, need.path().text(), capital(name) + predicate).comparing(name, limit);
  }

  /** Names of data begin as their systems spell them; only our own words can be a sentence's. */
  private static String capital(String name) {
    return name.startsWith("data of ") ? "D" + name.substring(1) : name;
  }

  private static String outOfReach(List<String> holders) {
    return holders.isEmpty()
        ? " is nowhere as a whole, as far as its system tells."
        : " lies at " + Reason.listing(holders) + ", from where this platform does not reach it.";
  }

  private String within(DataNeed need) {
    return Reason.listing(holdings.ofType(need.datatype()));
  }

  private static Mapping standing(DataNeed need, Found found) {
    Tree.Builder item =
        Tree.build().put("datatype", need.datatype()).put("standing", Word.of(found.standing()));
    if (found instanceof Found.There there && there.bytes().isPresent()) {
      item.put("size", Tree.literal(Long.toString(there.bytes().getAsLong())));
    }
    return item.done();
  }

  @Override
  public List<String> demands() {
    if (holdings.all().isEmpty()) {
      return List.of();
    }
    List<String> demands = new ArrayList<>();
    demands.add("all data must be " + Word.of(demand));
    add(demands, "here: ", holdings.here());
    add(demands, "reachable: ", holdings.reachable());
    add(demands, "read with your own token: ", holdings.withTokens());
    return demands;
  }

  private static void add(List<String> demands, String what, List<String> names) {
    if (!names.isEmpty()) {
      demands.add(what + Reason.listing(names));
    }
  }

  @Override
  public boolean asksWorld() {
    return holdings.all().stream().anyMatch(holding -> holding.isLookedUp());
  }
}
