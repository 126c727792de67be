// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.answer.Statement;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.Holding;
import org.whereto.check.data.Holdings;
import org.whereto.check.room.Room;
import org.whereto.task.Caller;
import org.whereto.task.DataItem;
import org.whereto.task.DataNeed;
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replica.Holder;
import org.whereto.world.Replicas;
import org.whereto.world.World;

/** What the check of data finds, and the worlds that it is shown. */
record DataLook(List<Finding> findings) {

  List<Reason> says() {
    return findings.stream().flatMap(finding -> finding.says().stream()).toList();
  }

  List<String> codes() {
    return says().stream().map(Reason::code).toList();
  }

  List<Outcome> outcomes() {
    return findings.stream()
        .filter(finding -> finding.states().isPresent())
        .map(Finding::outcome)
        .toList();
  }

  List<Mapping> items() {
    return findings.stream()
        .flatMap(finding -> finding.states().stream())
        .map(statement -> ((Statement.Standing) statement).item())
        .toList();
  }

  List<String> standings() {
    return items().stream()
        .map(item -> ((Tree.Scalar) item.get("standing").orElseThrow()).text())
        .toList();
  }

  static DataLook of(DataDemand demand, String items, Replicas replicas, Holding... holdings)
      throws BadInput {
    Tree data = tree("[" + items + "]");
    Task task = new Task("t", Tree.map(Map.of("data", data)));
    Holdings all = new Holdings(List.of(holdings), Duration.ofMinutes(1));
    return of(new DataCheck(all, demand, Room.UNDECLARED), task, replicas);
  }

  static DataLook of(DataCheck check, Task task, Replicas replicas) throws BadInput {
    Findings findings = new Findings("data");
    Asked asked =
        new Asked(
            task,
            Facts.about(new Subject.Given()),
            Resources.read(task.resources(), Resources.STANDARD),
            DataNeed.read(task.data()),
            new Caller.Anonymous(),
            Set.of());
    check.look(asked, World.CLOSED.withReplicas(replicas), findings);
    return new DataLook(findings.all());
  }

  static Tree tree(String yaml) throws BadInput {
    return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  static Replica there() {
    return new Replica(List.of(), OptionalLong.empty());
  }

  /** Storage elements with their distances: {@code A=3 B}. */
  static Replica at(String holders) {
    return new Replica(
        Stream.of(holders.split(" "))
            .filter(holder -> !holder.isEmpty())
            .map(holder -> holder.split("=", 2))
            .map(parts ->
                new Holder(
                    parts[0],
                    parts.length == 1
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(parts[1]))))
            .toList(),
        OptionalLong.empty());
  }

  static DataItem did(String endpoint) {
    return new DataItem.RucioDid(Optional.of(endpoint), "s", "n");
  }

  static Replicas saying(Replica replica) {
    return items -> all(items, value(Optional.of(replica)));
  }

  static Known<Optional<Replica>> value(Optional<Replica> replica) {
    return new Known.Value<>(replica, Duration.ZERO);
  }

  static Map<DataItem, Known<Optional<Replica>>> all(
      Set<DataItem> items, Known<Optional<Replica>> said) {
    Map<DataItem, Known<Optional<Replica>>> known = new HashMap<>();
    items.forEach(item -> known.put(item, said));
    return known;
  }
}
