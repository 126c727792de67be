// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.yaml;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

  @Test
  void scalarsKeepTheirSourceText() throws BadInput {
    Tree tree = yaml("[1.10, no, 0123, ~, 2001-01-01, 1:30, '1.10', \"no\"]");

    assertThat(tree.items(Path.ROOT))
        .extracting(item -> ((Tree.Scalar) item).text())
        .containsExactly("1.10", "no", "0123", "~", "2001-01-01", "1:30", "1.10", "no");
  }

  @Test
  void onlyWhatStandsWithoutQuotesIsPlain() throws BadInput {
    Tree tree = yaml("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n-\n");

    assertThat(tree.items(Path.ROOT))
        .extracting(item -> ((Tree.Scalar) item).plain())
        .containsExactly(true, false, false, false, false, true);
  }

  @Test
  void everyNodeKnowsItsLineAndColumnInCharacters() throws BadInput {
    Tree.Mapping root = (Tree.Mapping) yaml("\uD83D\uDE00: a\r\nb:\n  - x\n  - &n !t {c: 1}\n");

    assertThat(root.get("\uD83D\uDE00").orElseThrow().place()).isEqualTo(new Place(1, 4));
    assertThat(root.members().get("b").place()).isEqualTo(new Place(2, 1));
    Tree last = root.get("b").orElseThrow().items(Path.ROOT).get(1);
    assertThat(last.place()).isEqualTo(new Place(4, 5));
    assertThat(last.get("c").orElseThrow().place()).isEqualTo(new Place(4, 15));
  }

  @Test
  void anAliasRepeatsItsNodeAndStandsWhereItIsWritten() throws BadInput {
    Tree tree = yaml("a: &x {k: [1, 2]}\nb: *x\n");

    assertThat(tree.get("b")).isEqualTo(tree.get("a"));
    assertThat(tree.get("b").orElseThrow().place()).isEqualTo(new Place(2, 4));
  }

  @Test
  void anAliasNamesTheLastAnchorBeforeIt() throws BadInput {
    assertThat(yaml("[&a 1, *a, &a 2, *a, &b [&b 3], *b]")).isEqualTo(yaml("[1, 1, 2, 2, [3], 3]"));
  }

  @Test
  void aTextWithAnAnchorMayBeAName() throws BadInput {
    assertThat(yaml("&a k: 1\nv: *a\nw: {*a : 2}")).isEqualTo(yaml("k: 1\nv: k\nw: {k: 2}"));
  }

  @Test
  void tagsStayOnTheirNodes() throws BadInput {
    Tree tree =
        yaml(
            "%TAG !e! tag:example.org,2000:\n---\n"
                + "[!reset a, !!str b, !e!c [], !<tag:yaml.org,2002:int> 1, ! x, !a%20b {}]"
                    .replace("%20", "%C3%A9"));

    assertThat(tree.items(Path.ROOT))
        .extracting(Tree::tag)
        .containsExactly("!reset", "!!str", "tag:example.org,2000:c", "!!int", "!", "!aéb");
  }

  @Test
  void oneDocumentMayHaveMarksAndDirectives() throws BadInput {
    assertThat(yaml("%YAML 1.1\n# x\n---\na: 1\n...\n# end\n")).isEqualTo(yaml("a: 1"));
  }

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| yaml.empty | ``",
        "# nothing | yaml.empty | ``",
        "---\\n...\\n | yaml.empty | ``",
        "a\\n---\\nb | yaml.several-documents | 2:1",
        "---\\na\\n---\\n | yaml.several-documents | 3:1",
        "a: 1\\nb: 2\\na: 3 | yaml.duplicate-key | 3:1",
        "{a: 1, \"a\": 2} | yaml.duplicate-key | 1:8",
        "&x a: 1\\n*x : 2 | yaml.duplicate-key | 2:1",
        "[a]: 1 | yaml.key-not-text | 1:1",
        "? {a: b}\\n: c | yaml.key-not-text | 1:3",
        "a: &x [1]\\n*x : 2 | yaml.key-not-text | 2:1",
        "? \\n: a | yaml.empty-key | 1:2",
        ": a | yaml.syntax | 1:1",
        "!t a: 1 | yaml.tagged-key | 1:1",
        "a: *b | yaml.unknown-alias | 1:4",
        "a: &a [*a] | yaml.alias-to-ancestor | 1:8",
        "&a {b: {c: *a}} | yaml.alias-to-ancestor | 1:12",
        "a: \"\\ud800\" | yaml.lone-surrogate | 1:4",
        "a: !u!x b | yaml.syntax | 1:4",
        "a: !b%20c d | yaml.tag | 1:4",
        "a: !b%7Fc d | yaml.tag | 1:4",
        "%YAML 2.0\\n---\\na | yaml.syntax | ``",
        "a: 'b | yaml.syntax | 1:6",
        "a:\\n\t- b | yaml.syntax | 2:1",
        "a: b: c | yaml.syntax | 1:5",
        "a: @b | yaml.syntax | 1:4",
        "{a | yaml.syntax | 1:3",
      })
  void whatIsNoYamlForUsIsRefusedWithItsPlace(String text, String code, String place) {
    BadInput fault = fault(Formats.YAML, text.replace("\\n", "\n"));

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.place().toString()).isEqualTo(place);
    assertThat(fault.sentence()).endsWith(".").doesNotContain("\n", "snakeyaml", "Exception");
  }

  @Test
  void aNameThatStandsTwiceIsRefusedWithBothPlaces() {
    BadInput fault = fault(Formats.YAML, "a:\n  - b: 1\n    c: 2\n    b: 3\n");

    assertThat(fault.path()).isEqualTo(new Path("a[0].b"));
    assertThat(fault.place()).isEqualTo(new Place(4, 5));
    assertThat(fault.sentence())
        .isEqualTo("\"b\" stands here a second time, first at 2:5; take one out.");
  }

  @Test
  void aControlCharacterIsRefusedWithItsPlace() {
    BadInput fault = fault(Formats.YAML, "a: b\nc: \u0001\n");

    assertThat(fault.code()).isEqualTo("yaml.character");
    assertThat(fault.place()).isEqualTo(new Place(2, 4));
  }

  /** Behind it one reader sees a comment, another a key. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\ufeff"})
  void aCharacterThatEndsALineForSomeReadersOnlyIsRefusedWithItsPlace(String odd) {
    BadInput fault = fault(Formats.YAML, "a: b\nc: d # e" + odd + "f: g\n");

    assertThat(fault.code()).isEqualTo("yaml.line-break");
    assertThat(fault.place()).isEqualTo(new Place(2, 9));
    assertThat(fault.sentence())
        .contains(String.format("U+%04X", (int) odd.charAt(0)))
        .endsWith(String.format("\\u%04X in double quotes.", (int) odd.charAt(0)));
  }

  @Test
  void suchACharacterMayBeWrittenAsAnEscape() throws BadInput {
    assertThat(Formats.YAML.read(bytes("a: \"\\u2028\""), Budget.SMALL, Keep.ALL).get("a"))
        .contains(Tree.text("\u2028"));
    assertThat(Formats.YAML.read(bytes("\ufeffa: b"), Budget.SMALL, Keep.ALL).get("a"))
        .contains(Tree.text("b"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aByteThatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] document = {'a', ':', '\n', ' ', (byte) 0xC0, (byte) 0x80};

    BadInput fault = fault(Formats.YAML, document, Budget.SMALL);

    assertThat(fault.code()).isEqualTo("yaml.encoding");
    assertThat(fault.place()).isEqualTo(new Place(2, 2));
  }

  @Test
  void utf16IsCalledByItsNameOnlyWhereItsMarkIsThere() {
    byte[][] marked = {{(byte) 0xFE, (byte) 0xFF}, {(byte) 0xFF, (byte) 0xFE}};
    for (byte[] document : marked) {
      assertThat(fault(Formats.YAML, document, Budget.SMALL).sentence()).contains("UTF-16");
    }
    byte[][] others = {
      {(byte) 0xFE}, {(byte) 0xFE, 'a'}, {(byte) 0xFF, (byte) 0xFF}, {'a', (byte) 0xFF}
    };
    for (byte[] document : others) {
      assertThat(fault(Formats.YAML, document, Budget.SMALL).sentence())
          .contains("A byte here is not UTF-8");
    }
  }

  @Test
  void utf16IsRefusedWithAndWithoutAMark() {
    assertThat(fault(Formats.YAML, "a: 1".getBytes(StandardCharsets.UTF_16), Budget.SMALL).code())
        .isEqualTo("yaml.encoding");
    assertThat(fault(Formats.YAML, "a: 1".getBytes(StandardCharsets.UTF_16LE), Budget.SMALL).code())
        .isEqualTo("yaml.character");
  }
}
