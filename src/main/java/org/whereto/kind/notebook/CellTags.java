// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whereto.kind.notebook.Cells.Cell;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages.Role;

/** The languages that a single cell claims for itself, whatever the kernel. */
final class CellTags {

  /**
   * One tag.
   *
   * @param language folded; empty for a tag that says the cell holds no code, like {@code value}
   */
  record Tag(String language, Role role, String source) {}

  /** Names of .NET Interactive that say nothing about a language. */
  private static final Set<String> SAYS_NOTHING =
      Set.of("", ".net", "polyglot-notebook", "plaintext", "raw");

  /** The languages of .NET Interactive; every other {@code #!} line is a command of it. */
  private static final Set<String> SWITCHES =
      Set.of("csharp", "fsharp", "powershell", "javascript", "html", "mermaid", "sql", "kql", "md");

  /** Where SoS notes the kernel of a cell. */
  static final String SOS = "metadata.kernel";

  private static final String VSCODE_PREFIX = "dotnet-interactive.";

  private CellTags() {}

  /** What the cell's metadata say, in the order in which they are believed. */
  static Optional<Tag> of(Cell cell) {
    String vscode = Texts.at(cell.members(), "metadata", "vscode", "languageId");
    boolean prefixed = vscode.startsWith(VSCODE_PREFIX);
    String language = prefixed ? vscode.substring(VSCODE_PREFIX.length()) : vscode;
    return said(cell, "dotnet_interactive", "language")
        .or(() -> said(cell, "polyglot_notebook", "kernelName"))
        .or(() -> tag(language, "vscode.languageId"))
        .or(() -> kernel(cell));
  }

  private static Optional<Tag> said(Cell cell, String owner, String member) {
    return tag(Texts.at(cell.members(), "metadata", owner, member), owner + "." + member);
  }

  private static Optional<Tag> tag(String said, String source) {
    String name = LanguageNames.fold(said);
    if (SAYS_NOTHING.contains(name)) {
      return Optional.empty();
    }
    String language = name.equals("value") ? "" : name;
    return Optional.of(new Tag(language, LanguageNames.role(language), source));
  }

  /** SoS runs each language in a kernel of its own: nothing here is only shown. */
  private static Optional<Tag> kernel(Cell cell) {
    String said = Texts.at(cell.members(), "metadata", "kernel");
    return tag(said, SOS).map(tag -> new Tag(tag.language(), Role.CELL, tag.source()));
  }

  /** Each {@code #!fsharp} line of a cell: what follows it is in that language. */
  static List<Tag> switches(Cell cell) {
    List<Tag> tags = new ArrayList<>();
    String source = cell.source();
    int at = source.indexOf("#!");
    while (at >= 0) {
      int end = at + 2;
      while (end < source.length() && !Character.isWhitespace(source.charAt(end))) {
        end++;
      }
      String word = end - at > 40 ? "" : source.substring(at + 2, end).toLowerCase(Locale.ROOT);
      String language = LanguageNames.fold(word);
      if (startsLine(source, at) && SWITCHES.contains(language)) {
        tags.add(new Tag(language, LanguageNames.role(language), "#!" + word));
      }
      at = source.indexOf("#!", end);
    }
    return tags;
  }

  /** Whether the first line with anything on it is such a line, so that no code stands before. */
  static boolean startsWithSwitch(Cell cell) {
    String source = cell.source().stripLeading();
    int end = 0;
    while (end < source.length() && !Character.isWhitespace(source.charAt(end))) {
      end++;
    }
    return source.startsWith("#!")
        && end < 40
        && SWITCHES.contains(LanguageNames.fold(source.substring(2, end)));
  }

  private static boolean startsLine(String source, int at) {
    int before = at - 1;
    while (before >= 0 && (source.charAt(before) == ' ' || source.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || source.charAt(before) == '\n';
  }
}
