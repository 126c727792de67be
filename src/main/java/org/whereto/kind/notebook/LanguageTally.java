// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.tree.Path;

/** Gathers the languages of one Task: each name once, with all the claims that speak for it. */
final class LanguageTally {

  /**
   * One claim.
   *
   * @param name in the normal form of its kind
   * @param path the field that says so
   * @param source what in that field, like {@code %%R}
   */
  record Claim(String name, Role role, Path path, String source) {}

  private static final class Entry {
    private final Path path;
    private Role role;
    private final Map<String, List<Integer>> cells = new LinkedHashMap<>();

    Entry(Claim first) {
      path = first.path();
      role = first.role();
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A claim of the whole document. */
  void add(Claim claim) {
    cells(claim);
  }

  /** A claim of one cell or paragraph, numbered from 1. */
  void add(Claim claim, int cell) {
    List<Integer> cells = cells(claim);
    if (cells.isEmpty() || cells.getLast() != cell) {
      cells.add(cell);
    }
  }

  private List<Integer> cells(Claim claim) {
    Entry entry = entries.computeIfAbsent(claim.name(), name -> new Entry(claim));
    entry.role = stronger(claim.role(), entry.role);
    return entry.cells.computeIfAbsent(
        LanguageNames.cut(claim.source()), source -> new ArrayList<>());
  }

  /** What is run by a kernel of its own weighs more than what is only shown. */
  private static Role stronger(Role one, Role other) {
    return weight(one) >= weight(other) ? one : other;
  }

  private static int weight(Role role) {
    return switch (role) {
      case KERNEL -> 3;
      case CELL -> 2;
      case SHELL -> 1;
      case DISPLAY -> 0;
    };
  }

  /** In order of first claim. */
  List<Language> languages() {
    List<Language> languages = new ArrayList<>();
    entries.forEach((name, entry) ->
        languages.add(new Language(name, entry.role, entry.path, evidence(entry))));
    return languages;
  }

  private static List<Evidence> evidence(Entry entry) {
    List<Evidence> evidence = new ArrayList<>();
    entry.cells.forEach((source, cells) -> evidence.add(new Evidence(source, cells)));
    return evidence;
  }
}
