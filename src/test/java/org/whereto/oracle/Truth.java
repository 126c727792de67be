// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Task;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * A Task and all that is true of it, known because it was written from this. It is filled while the
 * Task is made up and only read afterwards.
 */
final class Truth {

  private final String tasktype;
  private final String kind;
  private final Registry registry;
  private final Map<String, Tree> members = new LinkedHashMap<>();
  private final List<Fault> outerFaults = new ArrayList<>();
  private final List<Fault> taskinfoFaults = new ArrayList<>();
  private final List<Wants.Want> wants = new ArrayList<>();
  private final List<Items.Item> items = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();
  private final List<Notebooks.Tongue> tongues = new ArrayList<>();
  private final List<Images.Use> images = new ArrayList<>();
  private final List<Composes.Reach> reaches = new ArrayList<>();
  private final Map<String, Fields.Given> fields = new LinkedHashMap<>();
  private Optional<Said> missing = Optional.empty();
  private Optional<Binders.Build> build = Optional.empty();
  private boolean undetermined;
  private boolean namesData;

  /**
   * @param kind the kind that the platform gives to the type; {@code none} for none
   */
  Truth(String tasktype, String kind, Registry registry) {
    this.tasktype = tasktype;
    this.kind = kind;
    this.registry = registry;
  }

  Registry registry() {
    return registry;
  }

  String tasktype() {
    return tasktype;
  }

  String kind() {
    return kind;
  }

  Task task() {
    return new Task(tasktype, Tree.map(members));
  }

  /** The members beside {@code tasktype}, to be added to. */
  Map<String, Tree> members() {
    return members;
  }

  /** Faults outside of taskinfo, which every understood type brings to light. */
  List<Fault> outerFaults() {
    return outerFaults;
  }

  /** Faults that come to light where a check reads what the kind finds. */
  List<Fault> taskinfoFaults() {
    return taskinfoFaults;
  }

  /** The resources that are asked for, in the order of the request. */
  List<Wants.Want> wants() {
    return wants;
  }

  /** The data that is asked for, in the order of the request. */
  List<Items.Item> items() {
    return items;
  }

  /** Whether the request says which data it needs, be it none. */
  boolean namesData() {
    return namesData;
  }

  void nameData() {
    namesData = true;
  }

  /** Members of resources and data that mean nothing. */
  List<String> unused() {
    return unused;
  }

  List<Notebooks.Tongue> tongues() {
    return tongues;
  }

  List<Images.Use> images() {
    return images;
  }

  List<Composes.Reach> reaches() {
    return reaches;
  }

  /** By dotted path; what is not there was not given. */
  Map<String, Fields.Given> fields() {
    return fields;
  }

  Binders.Build build() {
    return build.orElseThrow();
  }

  void build(Binders.Build known) {
    build = Optional.of(known);
  }

  boolean undetermined() {
    return undetermined;
  }

  void leaveUndetermined() {
    undetermined = true;
  }

  /** What stands in for all that a check of the kind could say. */
  Optional<Said> missing() {
    return missing;
  }

  void miss(Said said) {
    missing = Optional.of(said);
  }

  /**
   * The topmost members that nobody reads.
   *
   * @param rules all that might have read them
   */
  List<String> unread(List<Rule> rules) {
    Set<String> all = new HashSet<>();
    rules.forEach(rule -> all.addAll(rule.reads()));
    if (rules.stream().anyMatch(Rule::isOfKind)) {
      kindFields().forEach(field -> all.add("taskinfo." + field));
    }
    if (kind.equals("docker-container") && rules.stream().anyMatch(Rule::looksInside)) {
      all.add("taskinfo.platform");
    }
    List<String> unread = new ArrayList<>();
    members.forEach((name, value) -> {
      boolean contract = List.of("taskinfo", "resources", "data").contains(name);
      if (!contract) {
        walk(name, value, all, unread);
      } else if (name.equals("taskinfo") && !kind.equals("none")) {
        if (value instanceof Mapping taskinfo) {
          taskinfo
              .members()
              .forEach((field, member) -> walk("taskinfo." + field, member.value(), all, unread));
        } else {
          walk(name, value, all, unread);
        }
      }
    });
    return unread;
  }

  private static void walk(String path, Tree value, Set<String> read, List<String> unread) {
    if (read.contains(path)) {
      return;
    }
    boolean below = read.stream().anyMatch(one -> one.startsWith(path + "."));
    if (below && value instanceof Mapping mapping) {
      mapping
          .members()
          .forEach((name, member) -> walk(path + "." + name, member.value(), read, unread));
    } else {
      unread.add(path);
    }
  }

  /** The table of wire.md, section 1.2, without what only some checks of a kind read. */
  private List<String> kindFields() {
    return switch (kind) {
      case "jupyter-notebook", "zeppelin-notebook" -> List.of("notebook", "languages");
      case "binder-notebook" -> List.of("repository", "ref", "path", "files");
      case "docker-container" -> List.of("image");
      case "docker-compose" -> List.of("composefile");
      default -> List.of();
    };
  }
}
