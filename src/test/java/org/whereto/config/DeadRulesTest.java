// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.Problems.Problem;

class DeadRulesTest {

  private static final String BEGIN =
      """
      whereto: 1
      interfaces:
        x: {servicetype: uri://x}
        y: {servicetype: uri://y}
      accepts:
      """;

  private static final String DOCKER =
      "{tasktype: uri://docker-container, on: [x, y], if: {image: ";

  private static List<Problem> warnings(String file) {
    assertThat(PlatformFile.read("test", file.getBytes(UTF_8)))
        .as(file)
        .isInstanceOf(PlatformFile.Checked.Good.class);
    return PlatformFile.warnings(file.getBytes(UTF_8));
  }

  private static List<String> of(String... entries) {
    StringBuilder file = new StringBuilder(BEGIN);
    for (String entry : entries) {
      file.append("  - ").append(entry).append('\n');
    }
    return warnings(file.toString()).stream()
        .map(problem -> problem.place() + " " + problem.sentence())
        .toList();
  }

  @Test
  void anEntryWithOtherResourcesAddsThem() {
    assertThat(
            of(
                "{tasktype: t, on: [x, y], resources: {cores: 1}}",
                "{tasktype: t, on: [x, y], resources: {cores: 2}}"))
        .isEmpty();
    assertThat(
            of(
                "{tasktype: t, on: [x, y], resources: {cores: 1}}",
                "{tasktype: t, on: [x, y], resources: {cores: 1}}"))
        .hasSize(1);
  }

  @Test
  void anEntryThatAddsNothingToOneAboveIsTold() {
    assertThat(of("{tasktype: t, on: [x, y]}", "{tasktype: t, on: x}"))
        .containsExactly(
            "7:5 All that this accepts is accepted already by the entry at 6:5, on the same"
                + " interfaces.");
    assertThat(of("{tasktype: [t, u], on: [x, y]}", "{tasktype: u, on: x, if: {field: {a: b}}}"))
        .singleElement()
        .asString()
        .startsWith("7:5 All that this accepts");
    assertThat(
            of(
                "{tasktype: t, on: [x, y], if: {field: {a: [b, c]}}}",
                "{tasktype: t, on: [x, y], if: {schema: {type: object}, field: {a: [b, c]}}}"))
        .hasSize(1);
    assertThat(of("{tasktype: t, on: x}", "{tasktype: t, on: y}", "{tasktype: t, on: [x, y]}"))
        .containsExactly(
            "8:5 All that this accepts is accepted already by the entries above, on the same"
                + " interfaces.");
    assertThat(of("{tasktype: 'ivo://A/t', on: [x, y]}", "{tasktype: 'ivo://a/T', on: [x, y]}"))
        .hasSize(1);
  }

  @Test
  void entriesThatOverlapInPartAreTold() {
    assertThat(of("{tasktype: t, on: x}", "{tasktype: [t, u], on: [x, y]}"))
        .containsExactly(
            "7:5 The type t is accepted already on \"x\", whenever this accepts it, by the entry at"
                + " 6:5.");
  }

  @Test
  void whatAddsSomethingIsNotTold() {
    assertThat(of("{tasktype: t, on: x}", "{tasktype: t, on: y}")).isEmpty();
    assertThat(of("{tasktype: t, on: [x, y], if: {field: {a: b}}}", "{tasktype: t, on: x}"))
        .isEmpty();
    assertThat(
            of(
                "{tasktype: t, on: [x, y], if: {field: {a: b}}}",
                "{tasktype: t, on: [x, y], if: {field: {a: c}}}"))
        .isEmpty();
    assertThat(of("{tasktype: t, on: [x, y], required: true}", "{tasktype: t, on: x}")).isEmpty();
    assertThat(of("{tasktype: t, on: [x, y], reasons: none}", "{tasktype: t, on: x}")).isEmpty();
    assertThat(of("{tasktype: t, on: [x, y], reasons: codes}", "{tasktype: t, on: x}")).isEmpty();
    assertThat(of("{tasktype: t, on: [x, y]}", "{tasktype: t, on: x, reasons: none}")).hasSize(1);
    assertThat(of("{tasktype: t, on: [x, y]}", "{tasktype: u, on: x}")).isEmpty();
  }

  @Test
  void anEntryThatAcceptsNothingIsTold() {
    assertThat(of(DOCKER + "[]}}"))
        .containsExactly(
            "6:5 This accepts no Task without a condition. No image may run: the list of those that"
                + " may is empty.");
    assertThat(of(DOCKER + "{allow: [example/a, 'example/b:1'], deny: ['example/*']}}}"))
        .containsExactly(
            "6:5 This accepts no Task without a condition. No image may run: all that are allowed"
                + " are denied, too.");
    assertThat(of("{tasktype: t, on: [x, y], if: {field: {a: {one-of: [20, b], max: 16}}}}"))
        .singleElement()
        .asString()
        .contains("No value of a is allowed");
    assertThat(of("{tasktype: t, on: [x, y], if: {rule: {holds: [{that: 1 > 2, else: No.}]}}}"))
        .singleElement()
        .asString()
        .contains("The rule \"1 > 2\" holds for no Task.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{allow: [example/a, other/b], deny: ['example/*']}",
        "{allow: [example/a], deny: ['example/a:1']}",
        "{allow: ['example/*'], deny: [example/a]}",
        "{allow: ['example/a:1'], deny: ['example/a:2']}",
        "{deny: ['example/*']}",
        "[example/a]",
      })
  void anImageThatMayRunIsEnough(String image) {
    assertThat(of(DOCKER + image + "}}")).isEmpty();
  }

  /** A repository without a Dockerfile passes every list of images. */
  @Test
  void whatMayHaveNoImageIsNotToldForItsImages() {
    assertThat(of("{tasktype: uri://docker-container, on: [x, y], if: {image: {allow: []}}}"))
        .hasSize(1);
    assertThat(of("{tasktype: uri://binder-notebook, on: [x, y], if: {image: {allow: []}}}"))
        .isEmpty();
  }

  @Test
  void interfacesWithoutUseAreTold() {
    assertThat(of("{tasktype: t, on: x}"))
        .containsExactly("4:3 Nothing is accepted on the interface \"y\".");
    assertThat(
            warnings(
                """
                whereto: 1
                interfaces:
                  x: {servicetype: x, if: {image: []}}
                  y: {servicetype: y}
                accepts:
                  - {tasktype: uri://docker-container, on: [x, y]}
                """))
        .extracting(Problem::sentence)
        .containsExactly(
            "The interface \"x\" is never offered. No image may run: the list of those that may is"
                + " empty.");
  }

  @Test
  void whatAnAliasRepeatsIsToldWhereItIsRepeated() {
    String file =
        """
        whereto: 1
        interfaces: {x: {servicetype: x}}
        accepts:
          - &a {tasktype: t, if: {field: {b: c}}}
          - *a
        """;
    assertThat(warnings(file))
        .extracting(problem -> problem.place().toString())
        .containsExactly("5:5");
  }

  @Test
  void aFileWithFaultsHasNoWarnings() {
    assertThat(PlatformFile.warnings("whereto: 2".getBytes(UTF_8))).isEmpty();
    assertThat(PlatformFile.warnings("{".getBytes(UTF_8))).isEmpty();
  }
}
