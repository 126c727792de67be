// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Description.Accepted;
import org.whereto.decide.Description.Condition;
import org.whereto.decide.Description.Field;
import org.whereto.decide.Description.On;
import org.whereto.decide.Description.TaskType;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;

/** What a platform tells of itself, and what it does not. */
class DescriptionTest {

  private static final String INTERFACES =
      """
      whereto: 1
      title: Here
      interfaces:
        a: {servicetype: uri://a}
        b: {servicetype: uri://b, if: {image: [b-only]}}
        c: {servicetype: uri://a}
      """;

  @Test
  void aTypeIsDescribedByItsKind() {
    Description description =
        describe(
            """
            accepts:
              - {tasktype: uri://jupyter-notebook, on: a}
              - {tasktype: uri://docker-compose, on: a}
              - {tasktype: uri://binder-notebook, on: a}
              - {tasktype: uri://mine, on: a}
            """);

    assertThat(description.title()).isEqualTo("Here");
    assertThat(description.tasktypes())
        .extracting(TaskType::name)
        .containsExactly(
            "uri://jupyter-notebook",
            "uri://docker-compose",
            "uri://binder-notebook",
            "uri://mine");
    assertThat(description.tasktypes())
        .extracting(TaskType::kind)
        .containsExactly("jupyter-notebook", "docker-compose", "binder-notebook", "");
    assertThat(description.tasktypes())
        .extracting(TaskType::format)
        .containsExactly(
            Optional.of("application/json"),
            Optional.of("application/yaml"),
            Optional.empty(),
            Optional.empty());
    assertThat(description.tasktypes().getFirst().fields())
        .containsExactly(new Field("notebook", true), new Field("languages", false));
    assertThat(description.tasktypes().getLast().fields()).isEmpty();
  }

  @Test
  void aTypeIsToldOnceWithItsOtherNames() {
    Description description =
        describe(
            """
            tasktypes:
              uri://mine: {same-as: [uri://z, "ivo://X/Y", uri://b]}
              uri://nobody: {same-as: [uri://n]}
            accepts:
              - {tasktype: [uri://z, uri://mine], on: a}
              - {tasktype: http://types.example.org/other, on: a}
              - {tasktype: uri://mine, on: c}
            """);

    assertThat(description.tasktypes())
        .extracting(TaskType::name)
        .containsExactly("uri://mine", "http://types.example.org/other");
    TaskType mine = description.tasktypes().getFirst();
    assertThat(mine.synonyms()).containsExactly("uri://z", "ivo://x/y", "uri://b");
    assertThat(mine.accepted()).hasSize(2);
  }

  @Test
  void whereAllIsToldEachCheckSaysWhatItWants() {
    Description description =
        describe(
            """
            if: {field: {taskinfo.x: [1]}}
            accepts:
              - {tasktype: uri://docker-container, on: [c, b], required: true, if: {image: [i]}}
            """);

    assertThat(description.tasktypes().getFirst().accepted())
        .containsExactly(
            new Accepted(
                List.of(
                    new On("uri://b", List.of(new Condition("image", List.of("images: b-only")))),
                    new On("uri://a", List.of())),
                Disclosure.FULL,
                true,
                List.of(
                    new Condition("field", List.of("taskinfo.x: one of 1")),
                    new Condition("image", List.of("images: i")))));
  }

  @Test
  void whereOnlyCodesAreToldChecksAreNamed() {
    Description description =
        describe(
            """
            reasons: codes
            if: {image: [j]}
            accepts:
              - {tasktype: uri://docker-container, on: [b], required: true, if: {image: [i]}}
            """);

    assertThat(description.tasktypes().getFirst().accepted())
        .containsExactly(
            new Accepted(
                List.of(new On("uri://b", List.of(new Condition("image", List.of())))),
                Disclosure.CODES,
                true,
                List.of(new Condition("image", List.of()))));
  }

  /** Whatever the conditions are, and however they are spread over acceptances. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accepts: [{tasktype: uri://docker-container, on: [a, b]}]",
        "accepts: [{tasktype: uri://docker-container, on: [b, a], if: {image: [i]}}]",
        "accepts: [{tasktype: uri://docker-container, on: [a, b], required: true}]",
        "accepts: [{tasktype: uri://docker-container, on: b, if: {image: [i]}},"
            + " {tasktype: uri://docker-container, on: a, required: true}]",
        "if: {field: {taskinfo.x: [1]}}\n"
            + "accepts: [{tasktype: uri://docker-container, on: [a, b]}]"
      })
  void whereNothingIsToldNothingShows(String accepts) {
    Description description = describe("reasons: none\n" + accepts);

    assertThat(description.tasktypes().getFirst().accepted())
        .containsExactly(
            new Accepted(
                List.of(new On("uri://a", List.of()), new On("uri://b", List.of())),
                Disclosure.NONE,
                false,
                List.of()));
  }

  private static Description describe(String rest) {
    Checked read = PlatformFile.read("test", (INTERFACES + rest).getBytes(UTF_8));
    assertThat(read).isInstanceOf(Checked.Good.class);
    Platform platform = ((Checked.Good) read).platform();
    return Planner.describe(Caller.ANONYMOUS, platform);
  }
}
