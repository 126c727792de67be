// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LinesTest {

  @Test
  void linesBreakAtBlanks() {
    assertThat(Lines.of("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void wordsThatAreTooLongBreakWithin() {
    assertThat(Lines.of("see http://example.org/a/b", 10))
        .containsExactly("see", "http://exa", "mple.org/a", "/b");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(Columns.of("日本a")).isEqualTo(5);
    assertThat(Columns.of("😀")).isEqualTo(2);
    assertThat(Columns.of("한글")).isEqualTo(4);
    assertThat(Lines.of("日本語", 4)).containsExactly("日本", "語");
  }

  @Test
  void marksThatCombineTakeNoColumnAndStayWithTheirLetter() {
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
    assertThat(Lines.of("ae\u0301b", 2)).containsExactly("ae\u0301", "b");
  }

  @Test
  void cuttingKeepsWhatFits() {
    assertThat(Columns.cut("日本語", 5)).isEqualTo("日本");
    assertThat(Columns.cut("short", 5)).isEqualTo("short");
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(Lines.of("", 10)).containsExactly("");
  }

  @Property
  void noLineIsWiderAndNothingIsLost(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 50) int width) {
    String clean = Terminal.clean(text);
    List<String> lines = Lines.of(clean, width);
    assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(width));
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(clean.replace(" ", ""));
  }
}
