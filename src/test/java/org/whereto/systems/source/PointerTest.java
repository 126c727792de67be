// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** JSON Pointers, by the examples of RFC 6901, section 5. */
class PointerTest {

  private static final String DOCUMENT =
      """
      {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,
       "k\\"l": 6, " ": 7, "m~n": 8, "~1": 9}
      """;

  private static Tree document() throws BadInput {
    return Formats.JSON.read(DOCUMENT.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "/foo/0;bar",
        "/;0",
        "/a~1b;1",
        "/c%d;2",
        "/e^f;3",
        "/g|h;4",
        "/i\\j;5",
        "/k\"l;6",
        "/ ;7",
        "/m~0n;8",
        "/~01;9"
      })
  void itLeadsWhereItPoints(String pointer, String value) throws BadInput {
    assertThat(Pointer.of(pointer).in(document()))
        .get()
        .extracting(found -> ((Tree.Scalar) found).text())
        .isEqualTo(value);
  }

  @Test
  void theEmptyOneIsTheWholeDocument() throws BadInput {
    assertThat(Pointer.of("").in(document())).contains(document());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bar",
        "/foo/2",
        "/foo/-",
        "/foo/00",
        "/foo/ 0",
        "/foo/0/x",
        "/foo/",
        "//",
        "/FOO"
      })
  void whereNothingStandsNothingIsFound(String pointer) throws BadInput {
    assertThat(Pointer.of(pointer).in(document())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "#/foo", "/a~", "/a~2", "/~~0"})
  void whatIsNoneIsAFault(String pointer) {
    assertThatThrownBy(() -> Pointer.of(pointer)).isInstanceOf(BadInput.class);
  }
}
