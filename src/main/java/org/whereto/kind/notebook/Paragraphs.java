// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.kind.notebook.LanguageTally.Claim;
import org.whereto.task.Interpreters;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Role;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * The paragraphs of a Zeppelin note and what they call. Only directives count, and the note's
 * default group: the editor's settings in a note are wrong more often than right.
 */
final class Paragraphs {

  static final String DEFAULT_GROUP = "defaultInterpreterGroup";

  private static final String NO_DIRECTIVE =
      "it has no %directive and the note names no default group, so the server decides";

  private final Mapping note;
  private final LanguageTally tally;
  private final String defaultGroup;
  private final Map<String, List<Integer>> untold = new LinkedHashMap<>();

  Paragraphs(Mapping note, LanguageTally tally) {
    this.note = note;
    this.tally = tally;
    this.defaultGroup = Texts.at(note, DEFAULT_GROUP);
  }

  /**
   * Adds what all paragraphs call.
   *
   * @return why the language of some cannot be told; empty if all can
   * @throws BadInput where paragraphs are not paragraphs; the path is left to the caller
   */
  String read() throws BadInput {
    List<Tree> items = note.get("paragraphs").orElseThrow().items(Path.ROOT);
    for (int i = 0; i < items.size(); i++) {
      read(text(items.get(i), i + 1), i + 1);
    }
    List<String> sentences = new ArrayList<>();
    untold.forEach((why, numbers) ->
        sentences.add(
            "The language of "
                + Languages.numbered("paragraph", numbers)
                + " cannot be told: "
                + why
                + "."));
    return String.join(" ", sentences);
  }

  private static String text(Tree item, int number) throws BadInput {
    Tree text = item.get("text").orElse(Tree.text(""));
    if (!(item instanceof Mapping) || !(text instanceof Scalar scalar)) {
      throw new BadInput(
          NotebookDocument.UNREADABLE,
          Path.ROOT,
          item.place(),
          "Paragraph " + number + " is not a paragraph.");
    }
    return scalar.isNull() ? "" : scalar.text();
  }

  private void read(String text, int number) {
    Optional<Directive> directive = Directive.of(text);
    if (directive.isPresent()) {
      read(directive.get(), number);
    } else if (!text.isBlank() && defaultGroup.isEmpty()) {
      untold(NO_DIRECTIVE, number);
    } else if (!text.isBlank()) {
      add(Interpreters.normal(defaultGroup, ""), Role.KERNEL, DEFAULT_GROUP, number);
    }
  }

  private void read(Directive directive, int number) {
    String normal = Interpreters.normal(directive.name(), defaultGroup);
    if (!directive.fault().isEmpty()) {
      untold("in its directive, " + directive.fault(), number);
    } else if (!Interpreters.isConfiguration(normal)) {
      add(withVariant(normal, directive.properties()), Role.CELL, "%" + directive.name(), number);
    }
  }

  private static String withVariant(String normal, Map<String, String> properties) {
    String variant =
        switch (normal) {
          case "jupyter" -> properties.getOrDefault("kernel", "");
          case "jdbc" -> properties.getOrDefault("db", alone(properties));
          default -> "";
        };
    return variant.isEmpty() ? normal : Interpreters.normal(normal + "(" + variant + ")", "");
  }

  /** The key that stands without a value, as in {@code %jdbc(hive)}. */
  private static String alone(Map<String, String> properties) {
    return properties.entrySet().stream()
        .filter(property -> property.getKey().equals(property.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private void add(String normal, Role otherwise, String source, int number) {
    Role role = Interpreters.role(normal);
    tally.add(
        new Claim(normal, role == Role.CELL ? otherwise : role, NotebookDocument.PATH, source),
        number);
  }

  private void untold(String why, int number) {
    untold.computeIfAbsent(why, key -> new ArrayList<>()).add(number);
  }
}
