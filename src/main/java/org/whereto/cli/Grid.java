// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows of columns that fit a width: every cell wraps in its own column, the last takes the rest.
 */
final class Grid {

  private static final String GAP = "  ";

  /**
   * One cell.
   *
   * @param paragraphs each wrapped by itself
   * @param lead stands before the first line of each; the others are set in as far
   */
  record Cell(List<String> paragraphs, String lead, UnaryOperator<String> paint) {
    Cell {
      paragraphs = List.copyOf(paragraphs);
    }

    static Cell of(String text) {
      return of(text, UnaryOperator.identity());
    }

    static Cell of(String text, UnaryOperator<String> paint) {
      return new Cell(List.of(text), "", paint);
    }

    /** Sentences; several are told apart by a dash each. */
    static Cell listing(List<String> sentences) {
      return new Cell(sentences, sentences.size() > 1 ? "- " : "", UnaryOperator.identity());
    }

    /** One below the other. */
    static Cell stack(List<String> paragraphs) {
      return new Cell(paragraphs, "", UnaryOperator.identity());
    }

    private List<String> lines(int width) {
      List<String> lines = new ArrayList<>();
      for (String paragraph : paragraphs) {
        String before = lead;
        for (String line : Lines.of(paragraph, width - lead.length())) {
          lines.add(before + line);
          before = " ".repeat(lead.length());
        }
      }
      return lines;
    }
  }

  private final String indent;
  private final int[] widths;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param width of everything, in columns
   * @param firsts widths of all columns but the last
   */
  Grid(String indent, int width, int... firsts) {
    this.indent = indent;
    this.widths = new int[firsts.length + 1];
    int rest = width - indent.length();
    for (int i = 0; i < firsts.length; i++) {
      widths[i] = firsts[i];
      rest -= firsts[i] + GAP.length();
    }
    widths[firsts.length] = rest;
  }

  /** Adds a row; one cell for each column. */
  void row(Cell... cells) {
    List<List<String>> columns =
        IntStream.range(0, cells.length).mapToObj(i -> cells[i].lines(widths[i])).toList();
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder out = new StringBuilder(indent);
      int blanks = 0;
      for (int i = 0; i < cells.length; i++) {
        String part = line < columns.get(i).size() ? columns.get(i).get(line) : "";
        if (!part.isEmpty()) {
          out.append(" ".repeat(blanks)).append(cells[i].paint().apply(part));
          blanks = 0;
        }
        blanks += widths[i] - Columns.of(part) + GAP.length();
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
  }

  /** All rows, each line ending in a line break. */
  @Override
  public String toString() {
    return text.toString();
  }
}
