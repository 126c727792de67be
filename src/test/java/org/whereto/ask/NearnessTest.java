// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

class NearnessTest {

  private static final Reason CONDITION = Reason.of("data.not-given", "data", "Left open.");

  @Test
  void whoeverHasLeastToBringComesFirst() {
    assertThat(
            ranked(
                yes("far", "[{standing: reachable, size: 500}, {standing: reachable, size: 7}]"),
                yes("near", "[{standing: reachable, size: 500}, {standing: here, size: 7}]"),
                yes("nearer", "[{standing: here}, {standing: reachable, size: 7}]"),
                yes("there", "[{standing: here, size: 500}, {standing: here}]")))
        .containsExactly("there", "nearer", "near", "far");
  }

  @Test
  void aConditionalYesComesLaterHoweverNear() {
    assertThat(
            ranked(
                answered("if", Answer.yes(List.of(), List.of(CONDITION)), "[{standing: here}]"),
                answered("no", Answer.no(List.of(), List.of()), "[{standing: here}]"),
                yes("far", "[{standing: reachable, size: 9}]")))
        .containsExactly("far", "if", "no");
  }

  /** Who has an item next door tells its size for all. */
  @Test
  void aSizeThatOneTellsCountsForAll() {
    assertThat(
            ranked(
                yes("large", "[{standing: reachable}, {standing: here, size: 1}]"),
                yes("small", "[{standing: here, size: 100}, {standing: reachable}]")))
        .containsExactly("small", "large");
  }

  @Test
  void whatNobodyKnowsTheSizeOfIsFarther() {
    assertThat(
            ranked(
                yes("unsized", "[{standing: reachable}, {standing: here}]"),
                yes("sized", "[{standing: here}, {standing: reachable, size: 123456}]")))
        .containsExactly("sized", "unsized");
  }

  @Test
  void whoTellsNothingIsNotNear() {
    assertThat(
            ranked(
                yes("silent", "~"),
                yes("short", "[]"),
                yes("odd", "{standing: here}"),
                yes("strange", "[here, {standing: [here]}]"),
                yes("here", "[{standing: here, size: 4}, {standing: here, size: 5}]")))
        .containsExactly("here", "silent", "short", "odd", "strange");
  }

  @Test
  void sizesThatAreNoneAreNotCounted() {
    assertThat(
            ranked(
                yes("a", "[{standing: reachable, size: -5}]"),
                yes("b", "[{standing: reachable, size: 1e400}]"),
                yes("c", "[{standing: reachable, size: 99999999999999999999999}]"),
                yes("d", "[{standing: here, size: []}]")))
        .containsExactly("d", "a", "b", "c");
  }

  @Test
  void whatIsTooMuchToBeCountedIsComparedByItems() {
    String most = "{standing: reachable, size: 999999999999999999}";
    List<String> items = Collections.nCopies(20, most);
    assertThat(ranked(yes("a", items.toString()), yes("b", "[{standing: here}]")))
        .containsExactly("b", "a");
  }

  @Test
  void theBestInterfaceCounts() {
    Interface far =
        Interface.of("uri://a", Optional.empty()).stating(Optional.empty(), data("far"));
    Interface near =
        Interface.of("uri://b", Optional.empty()).stating(Optional.empty(), data("here"));
    Answer both = Answer.yes(List.of(far, near), List.of());
    assertThat(
            ranked(
                yes("reachable", "[{standing: reachable}]"),
                new Result("both", "both", Told.Answered.of(both, Duration.ZERO))))
        .containsExactly("both", "reachable");
  }

  @Test
  void equalsStayInTheGivenOrder() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      results.add(yes("same" + i, "[{standing: here}]"));
    }
    Collections.shuffle(results, new Random(7));
    assertThat(Result.ranked(results)).containsExactlyElementsOf(results);
  }

  private static List<String> ranked(Result... results) {
    return Result.ranked(List.of(results)).stream().map(Result::name).toList();
  }

  private static Result yes(String name, String data) {
    return answered(name, Answer.yes(List.of(), List.of()), data);
  }

  private static Result answered(String name, Answer answer, String data) {
    Answer stating = answer.stating(Optional.empty(), Optional.of(tree(data)));
    return new Result(name, name, Told.Answered.of(stating, Duration.ZERO));
  }

  private static Optional<Tree> data(String standing) {
    return Optional.of(tree("[{standing: " + standing + "}]"));
  }

  private static Tree tree(String yaml) {
    try {
      return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    } catch (BadInput impossible) {
      throw new AssertionError(impossible);
    }
  }
}
