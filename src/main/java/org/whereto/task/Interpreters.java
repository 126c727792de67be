// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.Languages.Role;

/**
 * The interpreters of a stock Apache Zeppelin: which group has which, and one normal form for the
 * names by which a paragraph can call them.
 *
 * <p>Normal form: {@code group.name}; the group alone for the interpreter that it starts by default
 * ({@code %spark.spark} is {@code spark}, {@code %jdbc.sql} is {@code jdbc}); the bare name where
 * no group can be told ({@code sql}, or a name that an owner gave). A data source or kernel stands
 * behind in parentheses: {@code jdbc(hive)}, {@code jupyter(ir)}. All in lower case.
 */
public final class Interpreters {

  /** Group to its interpreters, the default one first (interpreter-setting.json of each group). */
  private static final Map<String, List<String>> GROUPS =
      groups(
          """
          spark spark sql pyspark ipyspark r ir shiny kotlin
          livy spark sql pyspark pyspark3 sparkr shared
          flink flink bsql ssql pyflink ipyflink
          python python ipython sql conda docker
          r r ir shiny
          sh sh terminal
          jdbc sql
          bigquery sql
          file hdfs
          angular angular ng
          spark-submit submit
          flink-cmd cmd
          md md
          java java
          kotlin kotlin
          groovy groovy
          hbase hbase
          influxdb influxdb
          mongodb mongodb
          jupyter jupyter
          neo4j neo4j
          cassandra cassandra
          elasticsearch elasticsearch
          sparql sparql
          """);

  /** Interpreter to the groups that have one of this name. */
  private static final Map<String, List<String>> HAVING = having();

  /** What every group has beside its interpreters. */
  private static final String CONFIGURATION = "conf";

  /** Names that two groups have, of which everybody means the first. */
  private static final Map<String, String> USUAL = Map.of("pyspark", "spark");

  /** Interpreters that speak the language of a data source or kernel. */
  private static final Set<String> WITH_VARIANTS = Set.of("jdbc", "jupyter");

  /** What people also write for the group on the right. */
  private static final Map<String, String> ALIASES = Map.of("markdown", "md");

  private Interpreters() {}

  /** An interpreter's name taken apart; {@code group} and {@code variant} may be empty. */
  private record Name(String group, String bare, String variant) {

    static Name of(String text) {
      String lower = text.strip().toLowerCase(Locale.ROOT);
      int open = lower.endsWith(")") ? lower.indexOf('(') : -1;
      String called = open < 0 ? lower : lower.substring(0, open).strip();
      String variant = open < 0 ? "" : lower.substring(open + 1, lower.length() - 1).strip();
      int dot = called.indexOf('.');
      return dot <= 0
          ? new Name("", called, variant)
          : new Name(called.substring(0, dot), called.substring(dot + 1), variant);
    }

    String text() {
      return group.isEmpty() ? bare : group + "." + bare;
    }
  }

  /**
   * The normal form of a name that a paragraph, an asker or an owner wrote.
   *
   * @param defaultGroup the note's default group, in which Zeppelin looks first; may be empty
   */
  public static String normal(String name, String defaultGroup) {
    Name read = Name.of(name);
    String group = defaultGroup.strip().toLowerCase(Locale.ROOT);
    String normal = normal(read, group);
    return LanguageNames.cut(
        read.variant().isEmpty() ? normal : normal + "(" + read.variant() + ")");
  }

  private static String normal(Name name, String defaultGroup) {
    if (!name.group().isEmpty()) {
      return isDefault(name.group(), name.bare()) ? name.group() : name.text();
    }
    return group(name.bare(), defaultGroup)
        .map(group -> normal(new Name(group, name.bare(), ""), ""))
        .orElseGet(() -> ALIASES.getOrDefault(name.bare(), name.bare()));
  }

  /** The group of a bare name: the default group's, or the only one's; empty for a group's name. */
  private static Optional<String> group(String bare, String defaultGroup) {
    boolean configures = bare.equals(CONFIGURATION) && !defaultGroup.isEmpty();
    if (configures || GROUPS.getOrDefault(defaultGroup, List.of()).contains(bare)) {
      return Optional.of(defaultGroup);
    }
    if (GROUPS.containsKey(bare)) {
      return Optional.empty();
    }
    if (USUAL.containsKey(bare)) {
      return Optional.ofNullable(USUAL.get(bare));
    }
    List<String> having = HAVING.getOrDefault(bare, List.of());
    return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
  }

  private static boolean isDefault(String group, String name) {
    List<String> names = GROUPS.get(group);
    return names == null ? name.equals(group) && meansItself(group) : name.equals(names.getFirst());
  }

  /**
   * Whether a bare name is no interpreter's of some group: only then can it stand for an unknown
   * group of that name, so that a normal form read again is the same.
   */
  private static boolean meansItself(String bare) {
    return group(bare, "").isEmpty() && !ALIASES.containsKey(bare);
  }

  /** Settings of an interpreter that look like one: {@code spark.conf}, {@code dep}. */
  public static boolean isConfiguration(String normal) {
    Name name = Name.of(normal);
    return (!name.group().isEmpty() && name.bare().equals(CONFIGURATION))
        || normal.equals("dep")
        || normal.equals("spark.dep");
  }

  /** The role of an interpreter in its normal form. */
  public static Role role(String normal) {
    return switch (normal) {
      case "sh", "sh.terminal" -> Role.SHELL;
      case "angular", "angular.ng" -> Role.DISPLAY;
      default -> LanguageNames.isDisplay(normal) ? Role.DISPLAY : Role.CELL;
    };
  }

  /** The name without the data source or kernel behind it, where it is one that can have such. */
  static String withoutVariant(String normal) {
    String text = Name.of(normal).text();
    return WITH_VARIANTS.contains(text) ? text : normal;
  }

  /**
   * The bare names, with and without variant, by which an interpreter of a group can be offered.
   */
  static List<String> bareNames(String normal) {
    Name name = Name.of(normal);
    return name.group().isEmpty()
        ? List.of()
        : List.of(name.bare(), name.bare() + "(" + name.variant() + ")");
  }

  /** The bare name that this offers in every group; empty if it names a group. */
  static Optional<String> bareOffer(String allowed) {
    Name name = Name.of(allowed);
    boolean everywhere = name.group().isEmpty() && !GROUPS.containsKey(name.bare());
    String variant = name.variant().isEmpty() ? "" : "(" + name.variant() + ")";
    return everywhere ? Optional.of(name.bare() + variant) : Optional.empty();
  }

  private static Map<String, List<String>> groups(String table) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String line : table.split("\n", -1)) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.size() > 1) {
        groups.put(words.getFirst(), words.subList(1, words.size()));
      }
    }
    return groups;
  }

  private static Map<String, List<String>> having() {
    Map<String, List<String>> having = new HashMap<>();
    GROUPS.forEach((group, names) ->
        names.forEach(name -> having.computeIfAbsent(name, key -> new ArrayList<>()).add(group)));
    return having;
  }
}
