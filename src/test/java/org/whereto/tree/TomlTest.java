// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.Tree.Mapping;

class TomlTest {

  private static Mapping read(String text) throws BadInput {
    return Toml.read(text, Budget.SMALL);
  }

  private static BadInput fault(String text) {
    return catchThrowableOfType(BadInput.class, () -> read(text));
  }

  @Test
  void tablesDottedNamesAndInlineTablesSayTheSame() throws BadInput {
    Tree wanted =
        Tree.map(Map.of("a", Tree.map(Map.of("b", Tree.map(Map.of("c", Tree.text("x")))))));

    for (String text :
        List.of(
            "a.b.c = 'x'",
            "[a]\nb.c = \"x\"",
            "[a.b]\nc = '''x'''",
            "[ a . \"b\" ]\nc = \"\"\"\nx\"\"\"",
            "a = {b = {c = 'x'}}",
            "a = { b = { c = 'x' } }",
            "a={b={c='x'}}",
            "# first\r\n[a.b] # so\r\nc = \"\\u0078\"\r\n")) {
      assertThat(read(text)).as(text).isEqualTo(wanted);
    }
  }

  @Test
  void aTextOverSeveralLinesHidesNoTable() throws BadInput {
    Mapping read =
        read(
            """
            note = \"""
            [requires]
            python_version = "2.7"
            \"""
            list = [
              "[requires]", # ] not yet
              'python_version',
            ]
            [requires]
            python_version = "3.10"
            """);

    assertThat(read.get("requires"))
        .contains(Tree.map(Map.of("python_version", Tree.text("3.10"))));
    assertThat(read.get("list")).contains(Tree.texts(List.of("[requires]", "python_version")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // | is a line break, ^ a carriage return; in place of double quotes stands `
        "```a|b```; a|b",
        "```|a```; a",
        "```^|a```; a",
        "```||a```; |a",
        "```a\\|  b```; ab",
        "```a\\^|b```; ab",
        "```a\\ |b```; ab",
        "```a\\\t| b```; ab",
        "```a\\nb```; a|b",
        "```a`b``c```; a`b``c",
        "```a`````; a``",
        "`````a```; ``a",
        "'''a\\|b'''; a\\|b",
        "'''a'b'''; a'b",
        "''; ~~",
        "``; ~~",
        "'`'; `",
        "`'`; '",
        "'a\\n'; a\\n",
        "`a\\b\\t\\f\\`\\\\b`; a\b\t\f`\\b",
        "`\\uD7FF\\uE000\\U0010FFFF`; \uD7FF\uE000\uDBFF\uDFFF",
      })
  void textsAreReadInAllKindsOfQuotes(String written, String text) throws BadInput {
    String toml = "a = " + written.replace('`', '"').replace('|', '\n').replace('^', '\r');

    assertThat(read(toml).get("a")).contains(Tree.text(text.replace('`', '"').replace('|', '\n')));
  }

  @Test
  void listsOfTablesGrow() throws BadInput {
    assertThat(read("[[source]]\nurl='a'\n[[source]]\nurl='b'\n[source.more]\nx=1").get("source"))
        .contains(
            Tree.list(
                List.of(
                    Tree.map(Map.of("url", Tree.text("a"))),
                    Tree.map(
                        Map.of(
                            "url",
                            Tree.text("b"),
                            "more",
                            Tree.map(Map.of("x", Tree.literal("1"))))))));
  }

  @Test
  void otherValuesKeepTheirText() throws BadInput {
    assertThat(read("a=1_000\nb=1979-05-27 07:32:00Z\nc=true\nd=-0.5e3"))
        .isEqualTo(
            Tree.map(
                Map.of(
                    "a", Tree.literal("1_000"),
                    "b", Tree.literal("1979-05-27 07:32:00Z"),
                    "c", Tree.literal("true"),
                    "d", Tree.literal("-0.5e3"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          a                      ; 1:2
          a =                    ; 1:4
          a = b c                ; 1:7
          a = "x                 ; 1:5
          a = "\\q"              ; 1:6
          a = "\\uD8"            ; 1:6
          a = "\\uD800"          ; 1:6
          a = "\\uDFFF"          ; 1:6
          a = "\\U00110000"      ; 1:6
          a = "\\u00g0"          ; 1:6
          a = [1 2]              ; 1:8
          a = {b = 1             ; 1:11
          [a                     ; 1:3
          [[a]                   ; 1:5
          []                     ; 1:2
          = 1                    ; 1:1
          a = 1|a = 2            ; 2:1
          [a]|[a]                ; 2:1
          a = 1|[a]              ; 2:1
          a = 1|a.b = 2          ; 2:1
          [[a]]|[a]              ; 2:1
          [a]|[[a]]              ; 2:1
          a = '''x               ; 1:5
          """)
  void aFaultHasItsPlace(String text, String place) {
    BadInput fault = fault(text.strip().replace('|', '\n'));

    assertThat(fault.place().toString()).isEqualTo(place);
    assertThat(fault.sentence()).endsWith(".");
  }

  @Test
  void budgetsHold() {
    assertThat(fault("a = " + "[".repeat(100_000)).code()).isEqualTo("toml.depth-budget");
    assertThat(fault("a.".repeat(100_000) + "b = 1").code()).isEqualTo("toml.depth-budget");
    assertThat(fault("a = " + "{b=".repeat(100_000)).code()).isEqualTo("toml.depth-budget");
    assertThat(fault("a = [" + "1,".repeat(60_000) + "]").code()).isEqualTo("toml.node-budget");
    assertThat(fault("x".repeat(300) + " = 1").code()).isEqualTo("toml.name-budget");
    assertThat(fault("[[a]]\n".repeat(60_000)).code()).isEqualTo("toml.node-budget");
  }

  @Property
  void noOtherExceptionLeaves(@ForAll @CharRange(from = '!', to = '~') String text) {
    for (String hostile : List.of(text, "a=" + text, "[" + text, "a=\"" + text)) {
      try {
        assertThat(read(hostile).place()).isEqualTo(new Place(1, 1));
      } catch (BadInput expected) {
        assertThat(expected.code()).startsWith("toml.");
      }
    }
  }

  /** Headers, dotted names and values nest in each other: only together they say how deep it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a.b]\nc.d = 1",
        "[a]\nb = [[[]]]",
        "[a]\nb = {c = {d = {}}}",
        "[[a]]\n[[a.b]]",
        "[[a]]\nb = [[]]",
        "a.b.c = {}",
      })
  void theDepthOfAllPartsIsCountedTogether(String text) throws BadInput {
    int depth = FormatRules.depth(read(text));

    assertThat(Toml.read(text, ofDepth(depth))).isNotNull();
    assertThat(
            catchThrowableOfType(BadInput.class, () -> Toml.read(text, ofDepth(depth - 1))).code())
        .isEqualTo("toml.depth-budget");
  }

  private static Budget ofDepth(int depth) {
    return new Budget(1000, depth, 1000, 1000, 1000, 0);
  }

  @Test
  void aLongTextIsRefused() throws BadInput {
    Budget budget = new Budget(1000, 10, 10, 5, 10, 0);

    assertThat(Toml.read("a = '12345'", budget)).isNotNull();
    for (String text : List.of("a = '123456'", "a = 123456", "a = \"\"\"123456\"\"\"")) {
      assertThat(catchThrowableOfType(BadInput.class, () -> Toml.read(text, budget)).code())
          .isEqualTo("toml.text-budget");
    }
  }

  /** No UTF-8 can say half a character, and no digits are meant but those of ASCII. */
  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udfff", "\\U0000dc00", "\\u\uff10\uff10\uff14\uff11"})
  void anEscapeThatIsNoCharacterIsRefused(String escape) {
    assertThat(fault("a = \"" + escape + "\"").code()).isEqualTo("toml.syntax");
  }
}
