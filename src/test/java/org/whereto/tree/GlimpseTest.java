// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.utf8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The task type is read first, whatever stands after it. */
class GlimpseTest {

  static final List<Format> FORMATS = List.of(Formats.JSON, Formats.YAML);

  private static Glimpse glimpse(Format format, String text) {
    return format.glimpse(utf8(text), "t", Budget.SMALL);
  }

  private static String shown(Glimpse glimpse) {
    String values = Formats.JSON.line(Tree.list(glimpse.values()));
    return values + glimpse.fault().map(fault -> " " + fault.code()).orElse("");
  }

  private static void assertSeen(Format format, String text, String expected) {
    String code = expected.replace("F.", format.name() + ".");
    String wanted = format == Formats.YAML ? code.replace("-name", "-key") : code;
    assertThat(shown(glimpse(format, text))).as(format.name() + " " + text).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "of {0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"t\": \"a\"} | [\"a\"]",
        "{\"x\": {\"t\": \"b\"}, \"t\": \"a\", \"y\": [1]} | [\"a\"]",
        "{\"x\": 1} | []",
        "[{\"t\": \"a\"}] | []",
        "{\"t\": 5} | [5]",
        "{\"t\": {\"a\": 1}} | [{}]",
        "{\"t\": [1]} | [[]]",
        "{\"t\": \"a\", \"t\": \"b\"} | [\"a\",\"b\"]",
        "{\"t\": \"a\", \"x\": [} | [\"a\"] F.syntax",
        "{\"x\": [}, \"t\": \"a\"} | [] F.syntax",
        "{\"t\": \"a\", \"x\": [}, \"t\": \"b\"} | [\"a\"] F.syntax",
        "{\"t\": \"a\", \"x\": 1, \"x\": 2} | [\"a\"] F.duplicate-name",
        "{\"x\": 1, \"x\": 2, \"t\": \"a\"} | [] F.duplicate-name",
        "{\"x\": {\"y\": 1, \"y\": 2}, \"t\": \"a\"} | [] F.duplicate-name",
        "`` | [] F.empty",
      })
  void jsonAndYamlSeeTheSame(String text, String expected) {
    FORMATS.forEach(format -> assertSeen(format, text, expected));
  }

  @ParameterizedTest(name = "of {0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: &a x; t: *a | [\"x\"]",
        "a: &a [x]; t: *a | [[]]",
        "<<: {t: m} | [\"m\"]",
        "<<: {t: m}; t: x | [\"x\"]",
        "t: x; <<: {t: m} | [\"x\"]",
        "<<: [{a: 1}, {t: m}, {t: n}] | [\"m\"]",
        "b: &b {t: m}; <<: *b | [\"m\"]",
        "<<: {t: m}; x: [} | [\"m\"] yaml.syntax",
        "<<: {t: m}; t: x; y: [} | [\"x\"] yaml.syntax",
        "\"<<\": {t: m} | []",
        "x: {<<: {t: m}} | []",
        "x: {y: *z}; t: a | [] yaml.unknown-alias",
        "t: a; x: *z | [\"a\"] yaml.unknown-alias",
        "t: a; --- ; t: b | [\"a\"] yaml.several-documents",
        "t: !tag a | [\"a\"]",
      })
  void yamlSeesThroughAliasesAndMergeKeys(String text, String expected) {
    String lines = String.join("\n", Arrays.stream(text.split(";")).map(String::strip).toList());

    assertThat(shown(glimpse(Formats.YAML, lines))).isEqualTo(expected);
  }

  @Test
  void xmlSeesTheSame() {
    assertThat(
            shown(
                Formats.XML.glimpse(
                    utf8("<answer><x><t>b</t></x><t>a</t><u></answer>"), "t", Budget.SMALL)))
        .isEqualTo("[\"a\"] xml.syntax");
  }

  @ParameterizedTest(name = "of {0}")
  @FieldSource("FORMATS")
  void theRestIsNotCounted(Format format) {
    Budget tight = new Budget(1000, 9, 1, 3, 3, 0);
    String text = "{\"longer\": [1, 2, 3, {\"longer\": \"longer\"}], \"t\": \"abc\"}";

    assertThat(shown(format.glimpse(utf8(text), "t", tight))).isEqualTo("[\"abc\"]");
    assertThat(shown(format.glimpse(utf8(text.replace("abc", "abcd")), "t", tight)))
        .isEqualTo("[] " + format.name() + ".text-budget");
    assertThat(shown(format.glimpse(utf8(text + " ".repeat(1000)), "t", tight)))
        .isEqualTo("[] " + format.name() + ".byte-budget");
  }

  @ParameterizedTest(name = "of {0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"t\": \"a\", \"x\": \"%\"} | [\"a\"] F.encoding",
        "{\"t\": \"a\"} % | [\"a\"] F.encoding",
        "{\"t\": \"a%\"} | [] F.encoding",
        "{\"t\": 12% | [] F.encoding",
        "{\"x\": \"%\", \"t\": \"a\"} | [] F.encoding",
        "% | [] F.encoding",
        "{\"t\": \"a\", \"x\": }, \"%\" | [\"a\"] F.syntax",
      })
  void aByteThatIsNotUtf8HidesNothingBeforeIt(String text, String expected) {
    for (Format format : FORMATS) {
      byte[] document = utf8(text);
      for (int at = 0; at < document.length; at++) {
        document[at] = document[at] == '%' ? (byte) 0xFF : document[at];
      }
      assertThat(shown(format.glimpse(document, "t", Budget.SMALL)))
          .as(format.name() + " " + text)
          .isEqualTo(expected.replace("F.", format.name() + "."));
    }
  }

  /** The parser reads to the end of such a line before it hands out any of it. */
  @ParameterizedTest(name = "of {0}")
  @ValueSource(
      strings = {
        "{\"t\": \"a\", \"x\": @b}",
        "{\"t\": \"a\", \"x\": \"\\q\"}",
        "{\"t\": \"a\", \"x\": \"y",
        "{\"t\": \"a\"",
        "\uFEFF  {\"t\": \"a\", %",
        "\n{t: a, x: 'b"
      })
  void ofOneLineInBracesYamlSeesWhatStandsBeforeTheFault(String text) {
    Glimpse glimpse = glimpse(Formats.YAML, text);

    assertThat(shown(glimpse)).startsWith("[\"a\"] yaml.");
    assertThat(glimpse(Formats.YAML, text.replace("t", "u")).values()).isEmpty();
  }

  @ParameterizedTest(name = "of {0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "t: a; x: % | [\"a\"]",
        "t: a%; x: b | []",
        "t: a;  %b; x: c | []",
        "t: 'a'% | [\"a\"]",
        "x: %; t: a | []",
        "t: a; t: b; x: % | [\"a\",\"b\"]",
        "t: a; t: %b | [\"a\"]",
      })
  void aCharacterThatYamlForbidsHidesNothingBeforeIt(String text, String expected) {
    String lines = text.replace("; ", "\n").replace(';', '\n').replace('%', '\u0001');

    assertThat(shown(glimpse(Formats.YAML, lines))).isEqualTo(expected + " yaml.character");
    assertThat(shown(glimpse(Formats.YAML, lines + "\n" + "y: z\n".repeat(3000))))
        .isEqualTo(expected + " yaml.character");
  }

  @Test
  void aCharacterThatReadersDifferOnHidesNothingBeforeIt() {
    assertThat(shown(glimpse(Formats.YAML, "t: a\nx: b # \u2028t: c\n")))
        .isEqualTo("[\"a\"] yaml.line-break");
    assertThat(shown(glimpse(Formats.YAML, "t: a\nx: \u0001 # \u2028t: c\n")))
        .isEqualTo("[\"a\"] yaml.character");
  }

  @Test
  void theTagOfAValueIsSeen() {
    assertThat(glimpse(Formats.YAML, "t: !tag a").values().get(0).tag()).isEqualTo("!tag");
  }

  @Test
  void anAliasStandsWhereItIsWritten() {
    assertThat(glimpse(Formats.YAML, "a: &a x\nt: *a").values().get(0).place())
        .isEqualTo(new Place(2, 4));
  }

  @Test
  void aGlimpseThatSeesNoFaultIsFollowedByAReadingThatSeesNone() throws BadInput {
    String text = "a: &a {t: 1}\nb: {<<: *a, c: [*a]}\nt: x\n";

    assertThat(glimpse(Formats.YAML, text).fault()).isEmpty();
    assertThat(Formats.YAML.read(utf8(text), Budget.SMALL, Keep.members(Map.of()))).isNotNull();
  }
}
