// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** The code cells of a Jupyter notebook, nbformat 2 to 4. */
final class Cells {

  /**
   * One code cell.
   *
   * @param number counted from 1 over all cells, those with text too
   * @param members the cell itself
   */
  record Cell(int number, String source, Mapping members) {
    boolean isBlank() {
      return source.isBlank();
    }
  }

  private static final String BREAKS = "\r\013\f\034\035\036\u0085\u2028\u2029";

  private final List<Cell> code = new ArrayList<>();
  private int count;

  private Cells() {}

  /**
   * All code cells in order.
   *
   * @throws BadInput where cells are not cells; the path is left to the caller
   */
  static List<Cell> of(Mapping notebook) throws BadInput {
    Cells cells = new Cells();
    Optional<Tree> flat = notebook.get("cells");
    if (flat.isPresent()) {
      cells.add(flat.get(), false);
    }
    Optional<Tree> worksheets = notebook.get("worksheets");
    if (worksheets.isPresent()) {
      for (Tree sheet : list(worksheets.get(), "The member worksheets")) {
        Optional<Tree> below = sheet.get("cells");
        if (below.isPresent()) {
          cells.add(below.get(), true);
        }
      }
    }
    return cells.code;
  }

  private void add(Tree list, boolean old) throws BadInput {
    for (Tree item : list(list, "The member cells")) {
      count++;
      if (!(item instanceof Mapping cell)) {
        throw fault(item, "Cell " + count + " is not a cell.");
      }
      if (Texts.at(cell, "cell_type").equals("code")) {
        Optional<Tree> source = cell.get("source").or(() -> cell.get("input"));
        String text = source.isPresent() ? text(source.get(), old) : "";
        code.add(new Cell(count, text, cell));
        upgraded(cell, old);
      }
    }
  }

  /**
   * A reader that brings an old notebook up to date takes {@code input}, whatever else there is.
   */
  private void upgraded(Mapping cell, boolean old) throws BadInput {
    Optional<Tree> input = cell.get("input");
    if (input.isPresent() && cell.get("source").isPresent()) {
      code.add(new Cell(count, text(input.get(), old), cell));
    }
  }

  private static List<Tree> list(Tree tree, String what) throws BadInput {
    if (tree instanceof Sequence sequence) {
      return sequence.items();
    }
    throw fault(tree, what + " is not a list.");
  }

  private String text(Tree source, boolean old) throws BadInput {
    if (source instanceof Scalar scalar) {
      return scalar.isNull() ? "" : lines(scalar.text());
    }
    List<String> lines = new ArrayList<>();
    for (Tree line : source instanceof Sequence list ? list.items() : List.of(source)) {
      if (!(line instanceof Scalar scalar)) {
        throw fault(
            line, "The source of cell " + count + " is neither a text nor a list of texts.");
      }
      lines.add(scalar.text());
    }
    // Writers of nbformat 2 and 3 left out the line breaks, and readers put them back.
    boolean broken = old && !lines.isEmpty() && !lines.getFirst().endsWith("\n");
    return lines(String.join(broken ? "\n" : "", lines));
  }

  /** The text with one kind of line break. These are all that Python's splitlines knows. */
  private static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.replace("\r\n", "\n"));
    for (int i = 0; i < lines.length(); i++) {
      if (BREAKS.indexOf(lines.charAt(i)) >= 0) {
        lines.setCharAt(i, '\n');
      }
    }
    return lines.toString();
  }

  private static BadInput fault(Tree at, String sentence) {
    return new BadInput(NotebookDocument.UNREADABLE, Path.ROOT, at.place(), sentence);
  }
}
