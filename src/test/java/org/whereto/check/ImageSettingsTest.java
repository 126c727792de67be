// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;

/** What owners may write about images, and the faults of it. */
class ImageSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                              | 1:1  | Say which images this check should allow or deny",
        "{exists: false}                 | 1:1  | Say which images this check should allow or deny",
        "{exists: maybe}                 | 1:10 | must be true or false",
        "{base: []}                      | 1:8  | names no image",
        "{base: [example/*]}             | 1:9  | is no name of an image",
        "{base: [a, Example]}            | 1:12 | must be lower case",
        "{platform: []}                  | 1:12 | names no machine",
        "{platform: [amd64, linux]}      | 1:20 | is no platform",
        "{platform: linux/amd64/v1/x}    | 1:12 | is no platform",
        "{size: lots}                    | 1:8  | is not an amount",
        "{size: 512m}                    | 1:8  | Did you mean 512M?",
        "{size: 999B}                    | 1:8  | from 1K to 1P",
        "{size: 2P}                      | 1:8  | from 1K to 1P",
        "{labels: {}}                    | 1:10 | names no label",
        "{labels: [a]}                   | 1:10 | must be a mapping of names",
        "{labels: {a: {}}}               | 1:14 | one-of, glob, min, max or present",
        "{labels: {a: {present: false}}} | 1:14 | one-of, glob, min, max or present",
        "{labels: {a: {present: true, glob: x}}} | 1:24 | any value will do",
        "{labels: {a: {glob: x**}}}      | 1:21 | must stand alone",
        "{labels: {a: {like: x}}}        | 1:15 | Unknown key \"like\"",
        "{user: root}                    | 1:8  | must be one of not-root",
        "{user: 1000}                    | 1:8  | must be one of not-root",
        "{age: -1d}                      | 1:7  | is not a time",
        "{age: 90}                       | 1:7  | from 1h to 36500d",
        "{age: P1M}                      | 1:7  | is not a time",
        "{age: 36501d}                   | 1:7  | from 1h to 36500d",
        "{bases: [a]}                    | 1:2  | Did you mean \"base\"?",
      })
  void aFaultIsToldAtItsPlace(String settings, String place, String words) {
    assertThat(problems(settings).all())
        .anySatisfy(problem -> {
          assertThat(problem.place()).hasToString(place);
          assertThat(problem.sentence())
              .contains(words)
              .endsWith(problem.sentence().endsWith("?") ? "?" : ".");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{base: []}",
        "{base: [Example]}",
        "{platform: [x]}",
        "{size: x}",
        "{labels: {}}",
        "{labels: {a: {}}}",
        "{user: me}",
        "{age: x}",
        "{deny: []}"
      })
  void aFaultIsToldOnce(String settings) {
    assertThat(problems(settings).all()).hasSize(1);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            problems("{base: [A, B], platform: [x], size: x, labels: {a: {}}, user: x, age: x}")
                .all())
        .extracting(Problem::place)
        .hasSize(7)
        .doesNotHaveDuplicates();
  }

  private static Problems problems(String settings) {
    Problems problems = new Problems();
    Settings.read(ImageChecks.tree(settings), problems, ImageCheck.TYPE.read());
    return problems;
  }
}
