// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.Problems;

class RuleFaultsTest {

  private static final String VARIABLES =
      "variables: {n: int, x: number, s: text, f: flag, l: list of text, i: list of int}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n                      | 4:11 | A rule is either true or false; this is int.",
        "n < 5 && m < 5         | 4:20 | There is no \"m\" in rules.",
        "site(s)                | 4:15 | There is no \"site\" in rules. Did you mean \"sites\"?",
        "sites(s) && s in sites |  | a list is asked as a function, sites(x)",
        "s(s)                   | 4:12 | a variable stands without brackets",
        "n < 5 &&               | 4:19 | cannot be read as an expression",
        "n = 5                  | 4:13 | Write ==.",
        "n < 5 and n > 1        | 4:17 | Write &&.",
        "(n < 5                 | 4:18 | at its end",
        "n < 1.5                | 4:13 | \"<\" does not go with int, number. Write 8.0, not 8,"
            + " beside a number.",
        "x < 1                  | 4:13 | Write 8.0, not 8",
        "x + x < 1.0            | 4:13 | Numbers can be compared only",
        "x < 9007199254740993.0 | 4:15 | more digits than rules can compare",
        "x < 1e400              | 4:15 | more digits than rules can compare",
        "s.matches(s)           | 4:21 | wants a regular expression that is written here",
        "s.matches('(?=a)')     | 4:21 | linear time",
        "s.matches('(a{99}){99}') | 4:21 | repeats too much",
        "n == dyn(5)            | 4:19 | There is no \"dyn\"",
        "type(n) == type(n)     | 4:15 | There is no \"type\"",
        "int(s) == 5            | 4:14 | There is no \"int\"",
        "duration(s) == duration(s) | 4:19 | There is no \"duration\"",
        "{'a': n}['a'] == 5     |  | ",
        "b'a' == b'a'           | 4:11 | of one sort only",
        "null == null           | 4:12 | of one sort only",
        "[n, s] == [n]          | 4:12 | of one sort only",
        "n == 9223372036854775808 | 4:16 | cannot be read",
        "[] == []               |  | of one sort only",
      })
  void whatIsWrongWithARuleIsAFaultWithItsPlace(String that, String place, String told) {
    List<Problems.Problem> problems = Rules.problems(Rules.rule(that));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().sentence()).contains(told == null ? "" : told);
    if (place != null) {
      assertThat(problems.getFirst().place()).hasToString(place);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`- that: \"n < 5 && m\"`             | 4:21",
        "`- that: 'n < 5 && m'`               | 4:21",
        "`- that: 's == ''a'' && m'`          | 4:26",
        "`- that: \"s == \\\"a\\\" && m\"`    | 4:26",
        "`- that: n < 5\n        && m`        | 5:12",
        "`- that: |\n      n < 5\n      && m` | 6:10",
        "`- that: >-\n      n < 5\n\n      && m` | 7:10",
        "`- that: &a n < 5 && m`              | 4:23",
      })
  void aFaultIsShownWhereItStandsInTheFile(String that, String place) {
    String file = VARIABLES + "lists: {sites: [roe]}\nholds:\n  " + that + "\n    else: No.\n";
    assertThat(Rules.problems(file))
        .anySatisfy(problem -> {
          assertThat(problem.sentence()).contains("There is no \"m\"");
          assertThat(problem.place()).hasToString(place);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                        | \"holds\" is missing",
        "{holds: []}                                               | is empty",
        "{holds: [{that: 'true'}]}                                 | \"else\" is missing",
        "{holds: [{else: No.}]}                                    | \"that\" is missing",
        "{holds: [{that: 'true', else: No., code: Too Long}]}      | cannot be a code",
        "{holds: [{that: 'true', else: No., code: not-given}]}     | cannot be a code",
        "{variables: {n: int}, holds: [{that: 'true', else: No.}]} | No rule uses \"n\"",
        "{lists: {n: [a]}, holds: [{that: 'true', else: No.}]}     | No rule uses \"n\"",
        "{variables: {in: int}, holds: [{that: 'true', else: No.}]} | cannot be a name in rules",
        "{variables: {a-b: int}, holds: [{that: 'true', else: No.}]} | cannot be a name in rules",
        "{variables: {images: int}, holds: [{that: 'true', else: No.}]} | is there in any case",
        "{lists: {size: [a]}, holds: [{that: size('a'), else: No.}]} | cannot be a name in rules",
        "{lists: {getDate: [a]}, holds: [{that: getDate('a'), else: No.}]} | take another name",
        "{variables: {n: integer}, holds: [{that: n > 1, else: No.}]} | must be one of text, int",
        "{variables: {n: {from: resources.mincores, type: int}}, holds: [{that: n > 1, else: No.}]}"
            + " | a meaning of its own",
        "{variables: {n: {from: 'taskinfo.a[', type: int}}, holds: [{that: n > 1, else: No.}]} | no"
            + " dotted path",
      })
  void settingsThatCannotBeMeantAreFaults(String settings, String told) {
    assertThat(Rules.problems(settings))
        .anySatisfy(problem -> assertThat(problem.sentence()).contains(told));
  }

  @Test
  void anExpressionHasItsLimits() {
    assertThat(Rules.problems(Rules.rule("(".repeat(200) + "n" + ")".repeat(200) + " < 5")))
        .hasSize(1);
    assertThat(Rules.problems(Rules.rule("n < 5" + " && n < 5".repeat(1000)))).hasSize(1);
    assertThat(Rules.problems(Rules.rule("n < 5" + " && n < 5".repeat(400)))).isEmpty();
    assertThat(Rules.problems(Rules.rule("!".repeat(3900) + "f"))).hasSizeLessThan(2);
    assertThat(Rules.problems(Rules.rule("[".repeat(1900) + "]".repeat(1900) + " == l")))
        .hasSize(1);
  }
}
