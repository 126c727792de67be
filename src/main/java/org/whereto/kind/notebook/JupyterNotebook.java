// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.kind.notebook.Cells.Cell;
import org.whereto.kind.notebook.LanguageTally.Claim;
import org.whereto.task.Facts;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Sequence;

/** A Jupyter notebook, nbformat 2 to 4.5 (note, sections 3.1 and 3.3). */
public final class JupyterNotebook implements NotebookKind {

  private static final Keep CELLS =
      Keep.items(
          Keep.members(
              Map.of(
                  "cell_type", Keep.ALL,
                  "source", Keep.ALL,
                  "input", Keep.ALL,
                  "language", Keep.ALL,
                  "metadata",
                      Keep.members(
                          Map.of(
                              "dotnet_interactive", Keep.ALL,
                              "polyglot_notebook", Keep.ALL,
                              "vscode", Keep.ALL,
                              "kernel", Keep.ALL)))));

  private static final Keep METADATA =
      Keep.members(
          Map.of(
              "kernelspec",
              Keep.ALL,
              "language_info",
              Keep.members(Map.of("name", Keep.ALL)),
              "jupytext",
              Keep.members(Map.of("main_language", Keep.ALL)),
              "polyglot_notebook",
              Keep.ALL));

  static final Keep NOTEBOOK =
      NotebookDocument.keep(
          Map.of(
              "cells", CELLS,
              "worksheets", Keep.items(Keep.members(Map.of("cells", CELLS))),
              "metadata", METADATA));

  @Override
  public String name() {
    return "jupyter-notebook";
  }

  @Override
  public Set<String> tasktypes() {
    return Set.of("uri://jupyter-notebook", "uri://esap-notebook");
  }

  @Override
  public Keep keep() {
    return Keep.allBut(Map.of(NotebookDocument.FIELD, NOTEBOOK));
  }

  /** Whether this document is a Jupyter notebook, of whatever format version. */
  public static boolean recognise(Mapping document) {
    return document.get("cells").orElse(Tree.text("")) instanceof Sequence
        || document.get("worksheets").orElse(Tree.text("")) instanceof Sequence;
  }

  @Override
  public Facts read(Mapping taskinfo) throws BadInput {
    return NotebookFacts.read(taskinfo, new Reader());
  }

  private static final class Reader implements NotebookFacts.Reader {
    @Override
    public String unit() {
      return "cell";
    }

    @Override
    public Keep keep() {
      return NOTEBOOK;
    }

    @Override
    public boolean recognises(Mapping document) {
      return recognise(document);
    }

    @Override
    public String lacking() {
      return "It has no list of cells, as a Jupyter notebook has.";
    }

    @Override
    public Claim declared(String name) {
      String folded = LanguageNames.fold(name);
      return new Claim(folded, LanguageNames.role(folded), DeclaredLanguages.PATH, "declared");
    }

    @Override
    public String read(Mapping notebook, LanguageTally tally) throws BadInput {
      List<Cell> cells = Cells.of(notebook);
      Optional<KernelLanguage> kernel = kernel(notebook, cells);
      kernel.ifPresent(k -> tally.add(claim(k)));
      CellLanguages languages = new CellLanguages(kernel, tally);
      cells.forEach(languages::read);
      List<Integer> untold = languages.untold();
      return untold.isEmpty()
          ? ""
          : "The language of "
              + Languages.numbered("cell", untold)
              + " cannot be told: the notebook does not say the language of its kernel.";
    }

    private static Optional<KernelLanguage> kernel(Mapping notebook, List<Cell> cells) {
      Tree metadata = notebook.get("metadata").orElse(Tree.text(""));
      Optional<KernelLanguage> declared = KernelLanguage.declared(metadata);
      boolean cellsSay =
          cells.stream().anyMatch(cell -> !Texts.at(cell.members(), "language").isEmpty());
      return declared.isPresent() || cellsSay ? declared : KernelLanguage.inferred(metadata);
    }

    private static Claim claim(KernelLanguage kernel) {
      return new Claim(kernel.name(), Role.KERNEL, NotebookDocument.PATH, kernel.source());
    }
  }

  /**
   * The taskinfo that says the languages found and no content. Where names alone would be read
   * otherwise, a notebook of empty shells stands beside them: for a language that cannot be told,
   * and for one that a kernel runs although its name is that of a display language.
   */
  @Override
  public Mapping factsOnly(Languages found) {
    List<Tree> cells = new ArrayList<>();
    for (Language language : found.used()) {
      if (language.role() != Role.DISPLAY && LanguageNames.isDisplay(language.name())) {
        Mapping tag = Tree.build().put("kernel", language.name()).done();
        cells.add(cell("", tag));
      }
    }
    if (!found.undetermined().isEmpty()) {
      cells.add(cell("0", Tree.build().done()));
    }
    Mapping names = DeclaredLanguages.write(found.used().stream().map(Language::name).toList());
    return cells.isEmpty()
        ? names
        : names.with(
            NotebookDocument.FIELD,
            Tree.build()
                .put("cells", Tree.list(cells))
                .put("metadata", Tree.build().done())
                .put("nbformat", Tree.literal("4"))
                .put("nbformat_minor", Tree.literal("4"))
                .done());
  }

  private static Tree cell(String source, Mapping metadata) {
    return Tree.build()
        .put("cell_type", "code")
        .put("execution_count", Tree.literal("null"))
        .put("metadata", metadata)
        .put("outputs", Tree.list(List.of()))
        .put("source", source)
        .done();
  }
}
