// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser speaks of tokens and blocks; people are told what to mend. */
class YamlFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b: c | A \"name: value\" cannot stand here",
        "a: - b | A \"- \" cannot stand here",
        "a: ? b | A \"? \" cannot stand here",
        "a:\\n\t- b | A tab cannot indent YAML",
        "a: @b | A text cannot begin with this character",
        "a: 'b | A quote is not closed.",
        "a: \"\\q\" | No such escape",
        "a: \"\\x1\" | An escape here has too few",
        "[a b: c | A comma or a \"]\" is missing.",
        "{a: b c: d | A comma or a \"}\" is missing.",
        "a: !u!x b | No %TAG line names",
        "a: [b\\nc: d | A comma or a \"]\" is missing.",
        "a: 1\\nb\\nc: d | A name here has no colon",
      })
  void aFaultIsToldInPlainWords(String text, String told) {
    assertThat(Reads.fault(Formats.YAML, text.replace("\\n", "\n")).sentence()).startsWith(told);
  }
}
