// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.Maybe.ask;
import static org.whereto.support.Maybe.changes;
import static org.whereto.support.Maybe.container;
import static org.whereto.support.Maybe.job;
import static org.whereto.support.Maybe.platform;
import static org.whereto.support.Maybe.suggestion;
import static org.whereto.support.Maybe.yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Suggestion;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

/** "No, but maybe" (note, section 4.2): which NO comes with a Task that would be a YES. */
class SuggestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "example/x:3 -> example/x:2",
        "docker.io/example/x:1.5 -> docker.io/example/x:1",
        "example/x -> example/x:2",
        "index.docker.io/example/x:latest -> index.docker.io/example/x:2",
        "'example/x@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b'"
            + " -> example/x:2",
      })
  void anImageGetsTheNearestTagThatTheOwnerNames(String asked, String suggested) throws BadInput {
    Suggestion suggestion = container("{image: [example/x:1, example/x:2]}", asked).orElseThrow();

    assertThat(changes(suggestion))
        .containsExactly("taskinfo.image: " + asked + " -> " + suggested);
    assertThat(suggestion.task().orElseThrow().taskinfo().flatMap(info -> info.get("image")))
        .contains(Tree.text(suggested));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example/y:1", "quay.io/example/x:1", "evil/x:1"})
  void anImageOfAnotherRepositoryIsNoChoiceAmongTags(String asked) throws BadInput {
    assertThat(container("{image: [example/x:1, example/x:2]}", asked)).isEmpty();
  }

  @Test
  void aTagThatIsDeniedIsNotSuggested() throws BadInput {
    String checks = "{image: {allow: [example/x:1, example/x:2], deny: ['example/x:2']}}";
    assertThat(changes(container(checks, "example/x:2").orElseThrow()))
        .containsExactly("taskinfo.image: example/x:2 -> example/x:1");
  }

  @Test
  void aDigestIsSuggestedWhereItIsTheOnlyOne() throws BadInput {
    String digest = "@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";
    assertThat(changes(container("{image: ['example/x" + digest + "']}", "example/x:1").get()))
        .containsExactly("taskinfo.image: example/x:1 -> example/x" + digest);
  }

  @Test
  void amountsAreBroughtIntoTheirRange() throws BadInput {
    String field = "{field: {taskinfo.nodes: {min: 2, max: 16}, taskinfo.site: [roe]}}";

    assertThat(changes(job(field, "{nodes: 99, site: roe}").orElseThrow()))
        .containsExactly("taskinfo.nodes: 99 -> 16");
    assertThat(changes(job(field, "{nodes: 1.5, site: roe}").orElseThrow()))
        .containsExactly("taskinfo.nodes: 1.5 -> 2");
    assertThat(job(field, "{nodes: many, site: roe}")).isEmpty();
    assertThat(job(field, "{nodes: [99], site: roe}")).isEmpty();
    assertThat(job(field, "{nodes: '{99}', site: roe}")).isEmpty();
    assertThat(job(field, "{nodes: 4, site: inaf}")).isEmpty();
    assertThat(job(field, "{nodes: 99, site: inaf}")).isEmpty();
  }

  @Test
  void aConditionalYesIsNotSuggested() throws BadInput {
    String field = "{field: {taskinfo.nodes: {max: 16}, taskinfo.site: [roe]}}";
    assertThat(job(field, "{nodes: 99}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "codes"})
  void whoTellsNoReasonsSuggestsNothing(String reasons) throws BadInput {
    String accepts =
        "{tasktype: uri://docker-container, if: {image: [example/x:1]}, reasons: " + reasons + "}";
    assertThat(ask(accepts, "uri://docker-container", "{image: example/x:3}").suggestion())
        .isEmpty();
  }

  @Test
  void whatIsHiddenLeavesNoTraceInASuggestion() throws BadInput {
    String open = "{tasktype: uri://docker-container, if: {image: [example/x:1]}}";
    String hidden =
        "{tasktype: uri://docker-container, if: {image: [example/x:2, example/x:3.1]},"
            + " reasons: none}";

    Answer with = ask(hidden + ", " + open, "uri://docker-container", "{image: example/x:3}");

    assertThat(with)
        .isEqualTo(ask(open, "uri://docker-container", "{image: example/x:3}"))
        .satisfies(answer ->
            assertThat(changes(Suggestion.read(answer.suggestion().get()).orElseThrow()))
                .containsExactly("taskinfo.image: example/x:3 -> example/x:1"));
  }

  @Test
  void theNearestAcceptanceIsMendedFirst() throws BadInput {
    String two =
        "{tasktype: uri://docker-compose, if: {compose: {}, image: [example/x:1]}},"
            + "{tasktype: uri://docker-compose, if: {image: [example/x:2]}}";
    String file = "{composefile: {services: {a: {image: example/x:3, privileged: true}}}}";

    Suggestion suggestion = suggestion(ask(two, "uri://docker-compose", file)).orElseThrow();

    assertThat(changes(suggestion)).containsExactly("services.a.image: example/x:3 -> example/x:2");
  }

  @Test
  void anInterfaceThatCanBeMendedIsEnough() throws BadInput {
    String platform =
        """
        whereto: 1
        interfaces:
          a: {servicetype: 'uri://a', if: {image: [evil]}}
          b: {servicetype: 'uri://b', if: {image: [example/x:1]}}
        accepts:
          - {tasktype: uri://docker-container, on: [a, b]}
        """;
    Task task = Task.of("uri://docker-container", yaml("{image: example/x:3}"));
    Answer answer = Whereto.decide(task, platform(platform)).answer();
    assertThat(changes(suggestion(answer).orElseThrow()))
        .containsExactly("taskinfo.image: example/x:3 -> example/x:1");
  }
}
