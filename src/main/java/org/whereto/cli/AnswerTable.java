// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.whereto.ask.Result;
import org.whereto.ask.Result.Outcome;
import org.whereto.cli.Grid.Cell;

/** The answers of all who were asked, best first, as a table that fits the terminal. */
final class AnswerTable {

  private static final String NAME_HEADER = "WHERE";
  private static final int WIDEST_NAME = 28;
  private static final int NAME_SHARE = 4;

  private AnswerTable() {}

  /**
   * The table, with a header and a line that counts.
   *
   * @param results in any order
   * @param width columns of the terminal
   */
  static String of(List<Result> results, int width, Paint paint) {
    Set<String> shared = sharedNames(results);
    int longest = results.stream().mapToInt(one -> Columns.of(name(one, shared))).max().orElse(0);
    int forNames = Math.min(Math.min(WIDEST_NAME, width / NAME_SHARE), longest);
    Grid grid =
        new Grid(
            "", width, Columns.of(word(Outcome.SILENT)), Math.max(NAME_HEADER.length(), forNames));
    grid.row(
        Cell.of("ANSWER", paint::strong),
        Cell.of(NAME_HEADER, paint::strong),
        Cell.of("HOW, OR WHY NOT", paint::strong));
    for (Result result : Result.ranked(results)) {
      grid.row(
          Cell.of(word(result.outcome()), brush(result.outcome(), paint)),
          Cell.of(name(result, shared)),
          Cell.listing(Said.of(result.told())));
    }
    return grid + "\n" + count(results) + "\n";
  }

  /** Those who share their name are told apart by where they are. */
  private static Set<String> sharedNames(List<Result> results) {
    Set<String> seen = new HashSet<>();
    return results.stream()
        .map(Result::name)
        .filter(name -> !seen.add(name))
        .collect(Collectors.toSet());
  }

  private static String name(Result result, Set<String> shared) {
    String name = result.name();
    return Terminal.clean(shared.contains(name) ? name + " (" + result.location() + ")" : name);
  }

  /** How people say it. */
  static String word(Outcome outcome) {
    return switch (outcome) {
      case YES -> "YES";
      case YES_IF -> "yes, if";
      case NO -> "NO";
      case SILENT -> "no answer";
    };
  }

  static UnaryOperator<String> brush(Outcome outcome, Paint paint) {
    return switch (outcome) {
      case YES -> paint::good;
      case YES_IF -> paint::half;
      case NO -> paint::bad;
      case SILENT -> paint::faint;
    };
  }

  private static String count(List<Result> results) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long times = results.stream().filter(result -> result.outcome() == outcome).count();
      if (times > 0) {
        parts.add(times + " " + word(outcome));
      }
    }
    return results.size() + " asked: " + String.join("; ", parts) + ".";
  }
}
