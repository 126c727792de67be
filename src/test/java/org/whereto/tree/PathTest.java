// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "a.b, [a.b]",
    "a[b, [a[b]",
    "0, [0]",
    "9, [9]",
    "10, [10]",
    "1a, 1a",
    "/, /",
    ":, :",
  })
  void aNameThatWouldBeReadOtherwiseStandsInBrackets(String name, String path) {
    assertThat(Path.ROOT.member(name)).isEqualTo(new Path(path));
    String below = path.startsWith("[") ? "x" + path : "x." + path;
    assertThat(new Path("x").member(name)).isEqualTo(new Path(below));
  }

  @Property
  void namesAreReadBackAsTheyWere(
      @ForAll @Size(max = 5) List<@NotEmpty @Chars({'a', '0', '9', '.', '[', ' '}) String> names)
      throws BadInput {
    assertThat(Path.of(names).steps()).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b, a, true",
    "a.b, a.b, true",
    "a[0], a, true",
    "a[0].b, a[0], true",
    "ab, a, false",
    "a, a.b, false",
    "b.a, a, false",
    "a.bc, a.b, false",
  })
  void whatStandsBelowIsIn(String inner, String outer, boolean isIn) {
    assertThat(new Path(inner).isIn(new Path(outer))).isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "]x[", "[]", "a[]", "a[b", "a[b]c", ".", ".a", "a.", "a..b", "a[b]."})
  void whatIsNoPathHasNoSteps(String text) {
    assertThat(catchThrowableOfType(BadInput.class, new Path(text)::steps).code())
        .isEqualTo("path.malformed");
  }

  @Test
  void whatIsNoPathIsRepeatedToAPoint() {
    String longest = "a".repeat(99) + ".";
    assertThat(catchThrowableOfType(BadInput.class, new Path(longest)::steps).sentence())
        .contains("\"" + longest + "\"");
    String longer = "a".repeat(100) + ".";
    assertThat(catchThrowableOfType(BadInput.class, new Path(longer)::steps).sentence())
        .contains("\"" + "a".repeat(100) + "...\"");
  }

  @Test
  void aStepTellsHowItIsWritten() throws BadInput {
    assertThat(new Path("a[b].c[0]").segments())
        .containsExactly(
            new Path.Step("a", false),
            new Path.Step("b", true),
            new Path.Step("c", false),
            new Path.Step("0", true));
  }
}
