// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {

  @Test
  void escapeSequencesAndLineBreaksBecomeBlanks() {
    assertThat(OneLine.of(" a\n\n\u001b[31mred\t\u202eb\u2028c\u0000 ")).isEqualTo("a [31mred b c");
  }

  @Test
  void ordinaryWordsOfAnyLanguageStay() {
    assertThat(OneLine.of("Größe: 5 µm \u2264 日本 \ud83d\ude00")).isEqualTo("Größe: 5 µm ≤ 日本 😀");
  }

  @Test
  void endlessTextsAreCutBetweenCharacters() {
    String cut = OneLine.of("x" + "\ud83d\ude00".repeat(10_000));
    assertThat(cut).hasSizeBetween(OneLine.LONGEST - 1, OneLine.LONGEST).endsWith("\ude00...");
    assertThat(OneLine.of("y".repeat(OneLine.LONGEST))).doesNotContain("...");
  }

  @Test
  void onlyTheEndOfALongTextIsCutOff() {
    assertThat(OneLine.cut("a\nb", 3)).isEqualTo("a\nb");
    assertThat(OneLine.cut("12345678", 7)).isEqualTo("1234...");
    assertThat(OneLine.cut("123\ud83d\ude0067890", 7)).isEqualTo("123...");
  }
}
