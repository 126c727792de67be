// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.json;
import static org.whereto.tree.Reads.utf8;
import static org.whereto.tree.Reads.yaml;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small documents that would cost much. The time-out only catches a hang. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BombTest {

  private static void assertFault(BadInput fault, String code, int line, int column) {
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.place()).isEqualTo(new Place(line, column));
  }

  @Test
  void yamlOfTwoThousandBracketsIsTooDeep() {
    assertFault(fault(Formats.YAML, "[".repeat(2000)), "yaml.depth-budget", 1, 65);
    assertFault(fault(Formats.YAML, "a: [\n" + "[\n".repeat(2000)), "yaml.depth-budget", 64, 1);
    assertFault(fault(Formats.YAML, "- ".repeat(300_000)), "yaml.depth-budget", 1, 129);
    assertFault(fault(Formats.YAML, "{a: ".repeat(200_000)), "yaml.depth-budget", 1, 257);
    assertFault(fault(Formats.YAML, "? ".repeat(300_000)), "yaml.key-not-text", 1, 3);
  }

  @Test
  void jsonOfManyBracketsIsTooDeepAlsoWhereItIsSkipped() {
    assertFault(fault(Formats.JSON, "[".repeat(1_000_000)), "json.depth-budget", 1, 65);
    assertFault(fault(Formats.JSON, "{\"a\":".repeat(200_000)), "json.depth-budget", 1, 321);
    Glimpse glimpse = Formats.JSON.glimpse(utf8("{\"a\":" + "[".repeat(99)), "t", Budget.SMALL);
    assertThat(glimpse.fault()).map(BadInput::code).contains("json.depth-budget");
  }

  @Test
  void anIntegerOfAMegabyteIsTooLong() {
    String million = "1".repeat(1_000_000);

    assertFault(fault(Formats.YAML, "a: " + million), "yaml.text-budget", 1, 4);
    assertFault(fault(Formats.JSON, "[" + million + "]"), "json.text-budget", 1, 2);
  }

  @Test
  void aLongCommentCostsItsBytesAndNothingElse() throws BadInput {
    String text = "a: 1 #" + " c".repeat(150_000);

    assertThat(yaml(text)).isEqualTo(yaml("a: 1"));
    Budget small = new Budget(100_000, 9, 9, 9, 9, 9);
    assertThat(fault(Formats.YAML, utf8(text), small).code()).isEqualTo("yaml.byte-budget");
  }

  @Test
  void manyAliasesOfOneScalarAreTooMany() {
    String text = "a: &a x\nb: [" + "*a,".repeat(200_000) + "]";

    assertFault(fault(Formats.YAML, text), "yaml.alias-budget", 2, 305);
  }

  @Test
  void aBillionLaughsAreTooManyValues() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [" + "ha,".repeat(9) + "]\n");
    for (int i = 1; i < 9; i++) {
      laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
    }

    assertFault(fault(Formats.YAML, laughs.toString()), "yaml.node-budget", 5, 30);
  }

  @Test
  void aLongTextThatAliasesRepeatIsTooMuchText() {
    StringBuilder laughs = new StringBuilder("a0: &a0 " + "x".repeat(250_000) + "\n");
    for (int i = 1; i < 5; i++) {
      laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
    }

    assertFault(fault(Formats.YAML, laughs.toString()), "yaml.alias-budget", 2, 26);
  }

  @Test
  void aliasesThatNestInEachOtherAreTooDeep() {
    StringBuilder nest = new StringBuilder("a0: &a0 []\n");
    for (int i = 1; i < 90; i++) {
      nest.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }

    assertFault(fault(Formats.YAML, nest.toString()), "yaml.depth-budget", 64, 12);
  }

  @Test
  void aTagThatBreaksTheParserIsBadInput() {
    assertFault(fault(Formats.YAML, "!%1F7%F"), "yaml.tag", 1, 1);
    assertFault(fault(Formats.YAML, "!%FF x"), "yaml.syntax", 1, 2);
    assertThat(fault(Formats.YAML, "!%").code()).isEqualTo("yaml.syntax");
    assertThat(fault(Formats.YAML, "%YAML 1.99999999999\n---\na").code()).isEqualTo("yaml.syntax");
    assertThat(fault(Formats.YAML, "%TAG ! tag:%\n---\n!a b").code()).isEqualTo("yaml.syntax");
  }

  @Test
  void aMillionNamesThatAreSkippedAreReadOver() throws BadInput {
    StringBuilder text = new StringBuilder("{\"skipped\": {");
    for (int i = 0; i < 1_000_000; i++) {
      text.append("\"").append(i).append("\":0,");
    }
    text.append("\"\":0}, \"kept\": 1}");

    Tree tree =
        Formats.JSON.read(
            utf8(text.toString()), Budget.LARGE, Keep.members(Map.of("kept", Keep.ALL)));

    assertThat(tree).isEqualTo(json("{\"kept\": 1}"));
  }
}
