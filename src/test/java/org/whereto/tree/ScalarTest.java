// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {

  private static Tree plain(String text) {
    return Tree.literal(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "-0", "1.10", "1e3", "2E+1", "true", "false", "null", "~", "", "NULL"})
  void quotesMakeADifferenceToANumberABooleanOrNull(String text) {
    assertThat(plain(text)).isNotEqualTo(Tree.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "no",
        "True",
        "0123",
        "-",
        "1.",
        ".5",
        "+1",
        "1e",
        "1e+",
        "01",
        "-01",
        "1.e1",
        "0x1F",
        "1 ",
        "--1",
        "1e3.5",
        "Infinity",
        "NaN"
      })
  void quotesMakeNoDifferenceToAText(String text) {
    assertThat(plain(text)).isEqualTo(Tree.text(text)).hasSameHashCodeAs(Tree.text(text));
  }
}
