// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.platform.Offered;
import org.whereto.tree.Nearest;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** The key {@code interfaces}: the ways to run a Task on a platform, by the owner's names. */
final class Interfaces {

  private final Map<String, Offered> byName;
  private final Map<String, Conditions> conditions;
  private final Map<String, RoomLevel> rooms;

  private Interfaces(
      Map<String, Offered> byName,
      Map<String, Conditions> conditions,
      Map<String, RoomLevel> rooms) {
    this.byName = byName;
    this.conditions = conditions;
    this.rooms = rooms;
  }

  static Interfaces read(Settings in, Rooms reader) {
    Map<String, Offered> byName = new LinkedHashMap<>();
    Map<String, Conditions> conditions = new HashMap<>();
    Map<String, RoomLevel> rooms = new HashMap<>();
    Map<String, Integer> shared = new HashMap<>();
    in.require("interfaces");
    in.named(
            "interfaces",
            "The ways to run a task here, each under a name of your choice.",
            (_, one) -> Declared.read(one, reader))
        .forEach((name, declared) -> {
          int nth = shared.merge(declared.servicetype(), 1, Integer::sum);
          byName.put(name, declared.offered(name, nth, byName.size()));
          conditions.put(name, declared.conditions());
          rooms.put(name, declared.room());
        });
    if (in.has("interfaces") && byName.isEmpty()) {
      in.problem("interfaces", "\"interfaces\" is empty: name at least one way to run a task.");
    }
    return new Interfaces(byName, conditions, rooms);
  }

  /** What must hold on one of them. */
  Conditions conditions(Offered offered) {
    return conditions.getOrDefault(offered.name(), Conditions.NONE);
  }

  /** What is said of the resources of one of them. */
  RoomLevel room(Offered offered) {
    return rooms.getOrDefault(offered.name(), RoomLevel.SILENT);
  }

  List<Offered> inOrder() {
    return List.copyOf(byName.values());
  }

  /** The interfaces named by {@code on}, in their own order; a lone interface needs no naming. */
  List<Offered> on(Settings in) {
    List<Scalar> names =
        in.texts("on", "The interfaces, by the names above; may be left out if there is only one.");
    if (!in.has("on")) {
      if (byName.size() > 1) {
        in.problemAt(
            in.place(),
            "\"on\" is missing: say on which of " + String.join(", ", byName.keySet()) + ".");
      }
      return inOrder();
    }
    if (names.isEmpty()) {
      in.problem("on", "\"on\" names nothing: name an interface, or leave it out.");
    }
    List<String> wanted = new ArrayList<>();
    for (Scalar name : names) {
      if (!byName.containsKey(name.text())) {
        in.problemAt(
            name.place(),
            "There is no interface \""
                + name.text()
                + "\"."
                + Nearest.hint(name.text(), byName.keySet()));
      } else if (wanted.contains(name.text())) {
        in.problemAt(name.place(), "The interface \"" + name.text() + "\" stands here twice.");
      }
      wanted.add(name.text());
    }
    return byName.values().stream().filter(offered -> wanted.contains(offered.name())).toList();
  }

  /** One interface as it stands in the file. */
  private record Declared(
      String servicetype, Optional<Tree> serviceinfo, Conditions conditions, RoomLevel room) {

    static Declared read(Settings in, Rooms reader) {
      String servicetype = in.text("servicetype", "What kind of service it is, normally a URI.");
      Optional<Tree> serviceinfo =
          in.any("serviceinfo", "How to reach it: handed on unchanged, so say what clients need.");
      if (serviceinfo.isPresent() && !(serviceinfo.get() instanceof Mapping)) {
        in.problem("serviceinfo", "\"serviceinfo\" must be a mapping, like \"endpoint: URL\".");
      }
      serviceinfo.ifPresent(tree -> refuseTags(in, tree));
      return new Declared(servicetype, serviceinfo, Conditions.read(in), reader.read(in));
    }

    /** A tag is a word to a YAML reader; in an answer it would be lost without a word. */
    private static void refuseTags(Settings in, Tree tree) {
      tree.nodes()
          .skip(1)
          .filter(node -> !node.tag().isEmpty())
          .forEach(node ->
              in.problemAt(
                  node.place(), "The tag " + node.tag() + " cannot be answered: take it out."));
    }

    Offered offered(String name, int nth, int position) {
      String label = nth == 1 ? servicetype : servicetype + "#" + nth;
      return new Offered(name, servicetype, label, position, serviceinfo, conditions.checks());
    }
  }
}
