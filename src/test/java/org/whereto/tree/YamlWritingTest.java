// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.written;
import static org.whereto.tree.Reads.yaml;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWritingTest {

  @Test
  void everyShapeIsWrittenInBlockStyle() throws BadInput {
    Tree tree =
        Reads.json(
            """
            {"reponseword": "YES", "n": 1.10, "b": true, "z": null, "t": "", "m": {}, "l": [],
             "list": ["a b", 2, ["b", []], {"c": "d", "e": "f"}, {}], "map": {"<<": {"x": "0123"}},
             "text": "one\\n  two\\n\\nthree\\n", "last": ["one\\ntwo"], "uri": "uri://a-b/c:1"}
            """);

    assertThat(written(Formats.YAML, tree))
        .isEqualTo(
            """
            reponseword: "YES"
            "n": 1.10
            b: true
            z: null
            t: ""
            m: {}
            l: []
            list:
              - a b
              - 2
              - - b
                - []
              - c: d
                e: f
              - {}
            map:
              "<<":
                x: "0123"
            text: |
              one
                two

              three
            last:
              - |-
                one
                two
            uri: uri://a-b/c:1
            """);
    assertThat(yaml(written(Formats.YAML, tree))).isEqualTo(tree);
  }

  @Test
  void aDocumentMayBeOneScalarOrEmptyCollection() {
    assertThat(written(Formats.YAML, Tree.text("yes"))).isEqualTo("\"yes\"\n");
    assertThat(written(Formats.YAML, Tree.text("a\nb"))).isEqualTo("|-\n  a\n  b\n");
    assertThat(written(Formats.YAML, Tree.literal("5"))).isEqualTo("5\n");
    assertThat(written(Formats.YAML, Tree.list(List.of()))).isEqualTo("[]\n");
    assertThat(written(Formats.YAML, Tree.map(Map.of()))).isEqualTo("{}\n");
  }

  @Test
  void tagsAreWritten() throws BadInput {
    String text = "a: !reset []\nb: !override\n  c: !!str 5\nd:\n  - !x\n    e: f\n  - ! \"1\"\n";

    assertThat(written(Formats.YAML, yaml(text))).isEqualTo(text);
  }

  @Test
  void theTagOfTheWholeDocumentIsWritten() throws BadInput {
    for (String text : List.of("!x a\n", "!x []\n", "!x {}\n", "!x\n- a\n", "!x\na: b\n")) {
      assertThat(written(Formats.YAML, yaml(text))).isEqualTo(text);
    }
  }

  @Test
  void aTagThatYamlCannotSpellAsItIsIsEscaped() throws BadInput {
    Tree odd = new Tree.Scalar("a", true, "!azAZ09-_.:/!~\u00e9@", Place.NONE);

    assertThat(written(Formats.YAML, odd)).isEqualTo("!<!azAZ09-_.:/!%7E%C3%A9%40> a\n");
    Tree read = yaml("!a%7Ec b");
    assertThat(yaml(written(Formats.YAML, read))).isEqualTo(read);
  }

  @Test
  void aBlockHasMoreThanOneLineAndNothingThatIsHard() {
    assertThat(written(Formats.YAML, Tree.text("a\nb"))).isEqualTo("|-\n  a\n  b\n");
    for (String inLine : List.of("a\n", "\na", " a\nb", "a\nb\n\n", "a\n \nb", "a\u0001\nb")) {
      assertThat(written(Formats.YAML, Tree.text(inLine))).startsWith("\"");
    }
  }

  @Test
  void namesOfAnyLengthReadBack() throws BadInput {
    Budget budget = new Budget(10_000, 5, 10, 5_000, 5_000, 0);
    for (int length = 990; length < 1030; length++) {
      Tree tree = Tree.map(Map.of("a".repeat(length), Tree.text("b")));
      assertThat(Formats.YAML.read(Formats.YAML.write(tree), budget, Keep.ALL)).isEqualTo(tree);
    }
  }

  static final List<String> MISREAD =
      List.of(
          "y",
          "Y",
          "yes",
          "NO",
          "On",
          "off",
          "true",
          "False",
          "null",
          "~",
          "=",
          "<<",
          "",
          " ",
          "1",
          "0123",
          "0x1F",
          "0b11",
          "1_000",
          "1:30",
          "1.",
          ".5",
          "+1",
          "-1",
          ".inf",
          ".NaN",
          "1e3",
          "2001-01-01",
          "a ",
          " a",
          "a: b",
          "a:",
          "a #b",
          "#a",
          "- a",
          "-",
          "? a",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'a'",
          "\"a\"",
          "[a]",
          "{a}",
          "a, b",
          "---",
          "...",
          "\u0085",
          "\uFEFFa",
          "\u00A0",
          "\t");

  @ParameterizedTest
  @FieldSource("MISREAD")
  void whatAnyYamlMightReadAsSomethingElseIsQuoted(String text) {
    assertThat(written(Formats.YAML, Tree.text(text))).startsWith("\"").endsWith("\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Hello world",
        "uri://zeppelin-notebook",
        "/a/b",
        "_x",
        "a#b",
        "docker.io/e:1.0"
      })
  void anInnocentTextIsNotQuoted(String text) {
    assertThat(written(Formats.YAML, Tree.text(text))).isEqualTo(text + "\n");
  }

  @Test
  void aPlainScalarThatIsNoJsonIsWrittenAsText() throws BadInput {
    assertThat(written(Formats.YAML, yaml("[no, 0123, ~, 1.50, hello]")))
        .isEqualTo("- \"no\"\n- \"0123\"\n- \"~\"\n- 1.50\n- hello\n");
  }

  @Test
  void aNameThatIsTooLongForOneLineReadsBack() throws BadInput {
    Tree tree = Tree.map(Map.of("\u0001".repeat(256), Tree.map(Map.of("a", Tree.text("b")))));

    assertThat(yaml(written(Formats.YAML, tree))).isEqualTo(tree);
  }
}
