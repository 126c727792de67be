// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.util.Comparator;
import java.util.List;
import org.whereto.tree.Word;

/**
 * One line of what {@code ask} has to tell.
 *
 * @param name what people call the place that was asked
 * @param location where it is: a file's name, a URL
 */
public record Result(String name, String location, Told told) {

  /** The four ways it can come out, best first. */
  public enum Outcome {
    YES,
    /** A YES that holds only if something comes true that was not said or could not be told. */
    YES_IF,
    NO,
    /** Neither: see {@link Told.Silent}. */
    SILENT;

    /** The word for machines: {@code yes-if}. */
    public String word() {
      return Word.of(this);
    }
  }

  public Outcome outcome() {
    return switch (told) {
      case Told.Answered(var answer, _, _) when !answer.isYes() -> Outcome.NO;
      case Told.Answered(var answer, _, _) -> answer.isConditional() ? Outcome.YES_IF : Outcome.YES;
      case Told.Silent _ -> Outcome.SILENT;
    };
  }

  /**
   * The best first: of those that say YES alike, who has least data to bring; the given order among
   * equals.
   */
  public static List<Result> ranked(List<Result> results) {
    DataSizes sizes = DataSizes.of(results);
    return results.stream()
        .sorted(Comparator.comparing(Result::outcome).thenComparing(sizes::nearness))
        .toList();
  }
}
