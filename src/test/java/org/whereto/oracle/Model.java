// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * A platform as its owner thinks of it.
 *
 * @param reasons how much is told unless an entry says otherwise; empty for the default
 * @param registry what registries say while it is asked
 * @param supply what it says of resources and data everywhere
 * @param sources what is free while it is asked
 * @param stock of data
 */
record Model(
    String reasons,
    List<Type> types,
    List<Way> ways,
    List<Rule> everywhere,
    List<Entry> accepts,
    Registry registry,
    Supply supply,
    Sources sources,
    Stock stock) {

  private static final Map<String, String> KNOWN =
      Map.of(
          "uri://jupyter-notebook", "jupyter-notebook",
          "uri://esap-notebook", "jupyter-notebook",
          "uri://binder-notebook", "binder-notebook",
          "uri://zeppelin-notebook", "zeppelin-notebook",
          "uri://docker-container", "docker-container",
          "uri://docker-compose", "docker-compose",
          "uri://portainer-container", "docker-container",
          "uri://portainer-compose", "docker-compose");

  /** A declared task type. */
  record Type(String name, String kind, List<String> sameAs) {}

  /** An interface. */
  record Way(String name, String servicetype, List<Rule> rules, Supply supply) {}

  record Entry(
      List<String> types,
      List<String> on,
      List<Rule> rules,
      boolean required,
      String reasons,
      Supply supply) {}

  /**
   * What one level says of resources and data.
   *
   * @param demand here or reachable; empty for nothing
   */
  record Supply(Level level, String demand) {

    static final Supply NONE = new Supply(Level.SILENT, "");

    /** The strictest of both. */
    Supply within(Supply outer) {
      boolean here = demand.equals("here") || outer.demand.equals("here");
      return new Supply(level.within(outer.level), here ? "here" : demand + outer.demand);
    }
  }

  /** What there is for a Task on an interface of an entry. */
  Supply supply(Entry entry, Way way) {
    return entry.supply().within(way.supply().within(supply));
  }

  /** The entries that name this type by any of its names, in the owner's order. */
  List<Entry> taking(String tasktype) {
    String own = own(tasktype);
    return accepts.stream()
        .filter(entry -> entry.types().stream().anyMatch(type -> own(type).equals(own)))
        .toList();
  }

  /** The kind of a type; {@code none} if it has none. */
  String kind(String tasktype) {
    String own = own(tasktype);
    for (Type type : types) {
      if (folded(type.name()).equals(own)) {
        return type.kind();
      }
    }
    return KNOWN.getOrDefault(own, "none");
  }

  private String own(String tasktype) {
    String asked = folded(tasktype);
    for (Type type : types) {
      if (type.sameAs().stream().anyMatch(name -> folded(name).equals(asked))) {
        return folded(type.name());
      }
    }
    return asked;
  }

  private static String folded(String tasktype) {
    return tasktype.toLowerCase(Locale.ROOT).startsWith("ivo:")
        ? tasktype.toLowerCase(Locale.ROOT)
        : tasktype;
  }

  /** The owner's interfaces of an entry, in the order of {@code interfaces:}. */
  List<Way> on(Entry entry) {
    return ways.stream()
        .filter(way -> entry.on().isEmpty() || entry.on().contains(way.name()))
        .toList();
  }

  /** How reasons name an interface: its servicetype, numbered from the second that shares it. */
  String label(Way way) {
    long before =
        ways.subList(0, ways.indexOf(way)).stream()
            .filter(other -> other.servicetype().equals(way.servicetype()))
            .count();
    return way.servicetype() + (before == 0 ? "" : "#" + (before + 1));
  }

  String reasons(Entry entry) {
    String told = entry.reasons().isEmpty() ? reasons : entry.reasons();
    return told.isEmpty() ? "full" : told;
  }

  /** The file that its owner writes. */
  Mapping file() {
    Tree.Builder file = Tree.build().put("whereto", Tree.literal("1"));
    file.putIfAny("reasons", reasons);
    file.put("fetch", Tree.build().put("hosts", Tree.texts(List.of("example.org"))).done());
    if (!types.isEmpty()) {
      Tree.Builder declared = Tree.build();
      types.forEach(type ->
          declared.put(
              type.name(),
              Tree.build()
                  .put("kind", type.kind())
                  .putIfAny("same-as", Tree.texts(type.sameAs()).items())
                  .done()));
      file.put("tasktypes", declared.done());
    }
    sources.setting().ifPresent(it -> file.put("available", it));
    stock.setting().ifPresent(it -> file.put("data", it));
    Tree.Builder interfaces = Tree.build();
    for (Way way : ways) {
      Tree.Builder one = Tree.build().put("servicetype", way.servicetype());
      one.put("serviceinfo", Tree.build().put("name", way.name()).done());
      interfaces.put(way.name(), conditions(one, way.rules(), way.supply()));
    }
    file.put("interfaces", interfaces.done());
    conditions(file, everywhere, supply);
    List<Tree> entries = new ArrayList<>();
    accepts.forEach(entry -> entries.add(entry(entry)));
    return file.put("accepts", Tree.list(entries)).done();
  }

  private static Mapping entry(Entry entry) {
    Tree.Builder tree = Tree.build().put("tasktype", Tree.texts(entry.types()));
    tree.putIfAny("on", Tree.texts(entry.on()).items()).putIfAny("reasons", entry.reasons());
    if (entry.required()) {
      tree.put("required", Tree.literal("true"));
    }
    return conditions(tree, entry.rules(), entry.supply());
  }

  private static Mapping conditions(Tree.Builder tree, List<Rule> rules, Supply supply) {
    supply.level().setting().ifPresent(it -> tree.put("resources", it));
    if (!rules.isEmpty() || !supply.demand().isEmpty()) {
      Tree.Builder conditions = Tree.build().putIfAny("data", supply.demand());
      rules.forEach(rule -> conditions.put(rule.name(), rule.setting()));
      tree.put("if", conditions.done());
    }
    return tree.done();
  }
}
