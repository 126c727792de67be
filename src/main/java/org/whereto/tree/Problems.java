// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.whereto.tree.Tree.Scalar;

/** Everything that is wrong with one owner's file, gathered in one pass. */
public final class Problems {

  /** One fault: where, and a sentence that names the remedy. */
  public record Problem(Place place, String sentence) {

    /** {@code FILE:LINE:COLUMN: sentence}, as editors and people know it from compilers. */
    public String in(String file) {
      String at = place.toString();
      return file + ":" + (at.isEmpty() ? "" : at + ":") + " " + sentence;
    }
  }

  private final List<Problem> found = new ArrayList<>();
  private final byte[] source;

  /** Of a file whose text nobody has. */
  public Problems() {
    this(new byte[0]);
  }

  /**
   * Of a file with this text, which is not changed from now on.
   *
   * @param utf8 as the file has it
   */
  public Problems(byte[] utf8) {
    this.source = utf8;
  }

  public void add(Place place, String sentence) {
    found.add(new Problem(place, sentence));
  }

  /**
   * A fault within a text of the file.
   *
   * @param offset characters of the text that stand before it
   */
  public void add(Scalar text, int offset, String sentence) {
    boolean known = source.length > 0 && text.place().line() > 0;
    add(known ? new SourceText(source).place(text, offset) : text.place(), sentence);
  }

  public void add(BadInput fault) {
    add(fault.place(), fault.sentence());
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order of the file. */
  public List<Problem> all() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Problem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()))
        .toList();
  }
}
