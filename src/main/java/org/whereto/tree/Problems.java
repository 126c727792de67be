// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  public void add(Place place, String sentence) {
    found.add(new Problem(place, sentence));
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
