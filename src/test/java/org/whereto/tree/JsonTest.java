// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.json;
import static org.whereto.tree.Reads.utf8;
import static org.whereto.tree.Reads.written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @Test
  void scalarsKeepTheirSourceText() throws BadInput {
    Tree tree = json("[1.0, 1e3, -0, 12345678901234567890.10, \"1.0\", true, false, null]");

    assertThat(tree.items(Path.ROOT))
        .extracting(item -> ((Tree.Scalar) item).text())
        .containsExactly(
            "1.0", "1e3", "-0", "12345678901234567890.10", "1.0", "true", "false", "null");
  }

  @Test
  void onlyWhatStandsWithoutQuotesIsPlain() throws BadInput {
    Tree tree = json("[1, \"1\", true, \"true\", null, \"null\"]");

    assertThat(tree.items(Path.ROOT))
        .extracting(item -> ((Tree.Scalar) item).plain())
        .containsExactly(true, false, true, false, true, false);
  }

  @Test
  void everyNodeKnowsItsLineAndColumnInCharacters() throws BadInput {
    Tree.Mapping root = (Tree.Mapping) json("{\"\uD83D\uDE00é\": 1,\r\n  \"b\": [\n\t{}]}");

    assertThat(root.place()).isEqualTo(new Place(1, 1));
    assertThat(root.members().get("\uD83D\uDE00é").place()).isEqualTo(new Place(1, 2));
    assertThat(root.get("\uD83D\uDE00é").orElseThrow().place()).isEqualTo(new Place(1, 8));
    assertThat(root.members().get("b").place()).isEqualTo(new Place(2, 3));
    assertThat(root.get("b").orElseThrow().place()).isEqualTo(new Place(2, 8));
    assertThat(root.get("b").orElseThrow().items(Path.ROOT).get(0).place())
        .isEqualTo(new Place(3, 2));
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws BadInput {
    assertThat(json("\uFEFF[]").place()).isEqualTo(new Place(1, 1));
  }

  @Test
  void aNameThatStandsTwiceIsRefusedWithBothPlaces() {
    BadInput fault = fault(Formats.JSON, "{\"a\": {\n\"b\": 1,\n  \"\\u0062\": 2}}");

    assertThat(fault.code()).isEqualTo("json.duplicate-name");
    assertThat(fault.path()).isEqualTo(new Path("a.b"));
    assertThat(fault.place()).isEqualTo(new Place(3, 3));
    assertThat(fault.sentence())
        .isEqualTo("\"b\" stands here a second time, first at 2:1; take one out.");
  }

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| json.empty | ``",
        "`  `| json.empty | ``",
        "[1] x | json.trailing | 1:5",
        "{}{} | json.trailing | 1:3",
        "[1]] | json.trailing | 1:4",
        "[1 | json.syntax | 1:3",
        "[1,] | json.syntax | 1:4",
        "{\"a\":1 | json.syntax | 1:7",
        "\"a | json.syntax | 1:3",
        "[01] | json.syntax | 1:3",
        "[NaN] | json.syntax | 1:2",
        "[-Infinity] | json.syntax | 1:3",
        "{'a':1} | json.syntax | 1:2",
        "{a:1} | json.syntax | 1:2",
        "// x | json.syntax | 1:1",
        "[\"\\ud800\"] | json.lone-surrogate | 1:2",
        "[\"\\ude00\\ud83d\"] | json.lone-surrogate | 1:2",
        "{\"\\ud800\":1} | json.lone-surrogate | 1:9",
        "{\"\\ude00\":1} | json.lone-surrogate | 1:9",
      })
  void whatIsNoJsonIsRefusedWithItsPlace(String text, String code, String place) {
    BadInput fault = fault(Formats.JSON, text);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.place().toString()).isEqualTo(place);
    assertThat(fault.sentence()).endsWith(".").doesNotContain("\n", "jackson", "Exception");
  }

  @Test
  void aNameThatComesTwiceIsShownInOneLine() {
    String name = "a\\n" + "b".repeat(99);

    assertThat(fault(Formats.JSON, "{\"" + name + "\": 1, \"" + name + "\": 2}").sentence())
        .startsWith("\"a bbb")
        .contains("bbb...\" stands here a second time");
  }

  @Test
  void aByteThatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] document = {'[', '\n', '"', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, '"', ']'};

    BadInput fault = fault(Formats.JSON, document, Budget.SMALL);

    assertThat(fault.code()).isEqualTo("json.encoding");
    assertThat(fault.place()).isEqualTo(new Place(2, 3));
  }

  @Test
  void utf16IsRefusedWithAndWithoutAMark() {
    assertThat(fault(Formats.JSON, "[1]".getBytes(StandardCharsets.UTF_16), Budget.SMALL).code())
        .isEqualTo("json.encoding");
    assertThat(fault(Formats.JSON, "[1]".getBytes(StandardCharsets.UTF_16LE), Budget.SMALL).code())
        .isEqualTo("json.syntax");
    assertThat(fault(Formats.JSON, "[1]".getBytes(StandardCharsets.UTF_16BE), Budget.SMALL).code())
        .isEqualTo("json.syntax");
  }

  @Test
  void aPairOfEscapedSurrogatesIsOneCharacter() throws BadInput {
    assertThat(json("\"\\ud83d\\ude00\"")).isEqualTo(Tree.text("\uD83D\uDE00"));
  }

  @Test
  void isWrittenIndentedAndInOneLine() {
    Tree tree =
        Tree.build()
            .put("a", Tree.list(List.of(Tree.literal("1.10"), Tree.text("1.10"))))
            .put("b", Tree.map(Map.of()))
            .put("c", Tree.list(List.of()))
            .done();

    assertThat(written(Formats.JSON, tree))
        .isEqualTo("{\n  \"a\": [\n    1.10,\n    \"1.10\"\n  ],\n  \"b\": {},\n  \"c\": []\n}\n");
    assertThat(Formats.JSON.line(tree)).isEqualTo("{\"a\":[1.10,\"1.10\"],\"b\":{},\"c\":[]}");
  }

  @Test
  void aPlainScalarThatIsNoJsonIsWrittenAsText() throws BadInput {
    Tree tree = Reads.yaml("[no, 0123, 0x1F, 1., .5, +1, ~, True, 1_000, 2001-01-01, 1.5, -0e+9]");

    assertThat(Formats.JSON.line(tree))
        .isEqualTo(
            "[\"no\",\"0123\",\"0x1F\",\"1.\",\".5\",\"+1\",\"~\",\"True\",\"1_000\","
                + "\"2001-01-01\",1.5,-0e+9]");
  }

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscape() {
    assertThat(
            Formats.JSON.line(Tree.text("\u0000\u001F\u007F\u0085\u2028\u2029\u202E\uFEFF\t\"\\")))
        .isEqualTo("\"\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029\\u202e\\ufeff\\t\\\"\\\\\"");
  }

  @Test
  void halfASurrogatePairIsWrittenAsReplacementCharacter() {
    assertThat(Formats.JSON.write(Tree.text("a\uD800b"))).isEqualTo(utf8("\"a\uFFFDb\"\n"));
  }
}
