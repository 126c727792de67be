// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.whereto.tree.Reads.json;
import static org.whereto.tree.Reads.utf8;
import static org.whereto.tree.Reads.yaml;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KeepTest {

  static final List<Format> FORMATS = List.of(Formats.JSON, Formats.YAML);

  private static final Keep CELLS =
      Keep.members(Map.of("cells", Keep.items(Keep.members(Map.of("source", Keep.ALL)))));

  private static final String NOTEBOOK =
      "{\"cells\": [{\"source\": [\"a\"], \"outputs\": [[1, 2, 3]]}, {\"outputs\": {}}], \"m\": 1}";

  @ParameterizedTest(name = "of {0}")
  @FieldSource("FORMATS")
  void onlyWhatIsKeptIsInTheTree(Format format) throws BadInput {
    assertThat(format.read(utf8(NOTEBOOK), Budget.SMALL, CELLS))
        .isEqualTo(json("{\"cells\": [{\"source\": [\"a\"]}, {}]}"));
  }

  @ParameterizedTest(name = "of {0}")
  @FieldSource("FORMATS")
  void onlyWhatIsKeptCountsAsNodesTextsAndNames(Format format) throws BadInput {
    Budget tight = new Budget(10_000, 5, 6, 1, 6, 0);

    assertThat(format.read(utf8(NOTEBOOK), tight, CELLS)).isInstanceOf(Tree.Mapping.class);
    String wordy = NOTEBOOK.replace("[1, 2, 3]", "{\"longer name\": \"longer text\"}");
    assertThat(format.read(utf8(wordy), tight, CELLS)).isInstanceOf(Tree.Mapping.class);
  }

  @ParameterizedTest(name = "of {0}")
  @FieldSource("FORMATS")
  void whatIsSkippedIsStillCheckedForSyntaxDepthAndDoubles(Format format) {
    assertThat(fault(format, "{\"m\": [1, }").code()).endsWith(".syntax");
    assertThat(fault(format, "{\"m\": " + "[".repeat(64) + "]".repeat(64) + "}").code())
        .endsWith(".depth-budget");
    assertThat(fault(format, "{\"m\": {\"a\": 1, \"a\": 2}}").code()).contains(".duplicate-");
    assertThat(fault(format, "{\"m\": 1, \"m\": 2}").code()).contains(".duplicate-");
  }

  private static BadInput fault(Format format, String text) {
    return catchThrowableOfType(BadInput.class, () -> format.read(utf8(text), Budget.SMALL, CELLS));
  }

  @Test
  void aPartThatIsSkippedMayHoldTheAnchorOfOneThatIsKept() throws BadInput {
    String text = "x: {y: &y {source: 1, z: 2}}\ncells: [*y, {<<: *y, w: 3}]\n";

    assertThat(Formats.YAML.read(utf8(text), Budget.SMALL, CELLS))
        .isEqualTo(yaml("cells: [{source: 1}, {source: 1}]"));
  }

  @Test
  void anAnchorOnWhatIsPartlyKeptIsKnownWhole() throws BadInput {
    String text = "cells: &c [&d {source: 1, z: &z 2}]\nq: [*c, *d, *z]\n";

    assertThat(Formats.YAML.read(utf8(text), Budget.SMALL, CELLS))
        .isEqualTo(yaml("cells: [{source: 1}]"));
  }

  @Test
  void aListThatIsForetoldAsMappingIsKeptWhole() throws BadInput {
    Keep mapping = Keep.members(Map.of("a", Keep.members(Map.of())));

    assertThat(Formats.JSON.read(utf8("{\"a\": [1]}"), Budget.SMALL, mapping))
        .isEqualTo(json("{\"a\": [1]}"));
  }

  @Test
  void anAliasCostsWhatIsKeptOfItAndNoMore() throws BadInput {
    String text = "x: &y {source: 1, z: [1, 2, 3, 4, 5]}\ncells: [*y]\n";
    Budget tight = new Budget(10_000, 9, 15, 9, 9, 9);

    assertThat(Formats.YAML.read(utf8(text), tight, CELLS)).isEqualTo(yaml("cells: [{source: 1}]"));
    assertThatThrownBy(() -> Formats.YAML.read(utf8(text), tight, Keep.ALL))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest(name = "of {0}")
  @FieldSource("FORMATS")
  void aDoubleIsFoundInWhatIsSkippedHoweverMuchWasSkippedBefore(Format format) {
    Budget fewNodes = new Budget(10_000, 9, 5, 9, 9, 9);
    String skipped = "{\"a\": 1, \"b\": 2}, ".repeat(20);
    String text = "{\"m\": [" + skipped + "{\"a\": 1, \"a\": 2}]}";

    assertThatThrownBy(() -> format.read(utf8(text), fewNodes, Keep.members(Map.of())))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).contains(".duplicate-"));
  }

  @Test
  void namesThatAreSkippedTakeNoMoreMemoryThanNodesWould() throws BadInput {
    StringBuilder names = new StringBuilder("{\"m\": {");
    for (int i = 0; i < 100; i++) {
      names.append("\"k").append(i < 50 ? i : 50 + i % 25).append("\": 1, ");
    }
    names.append("\"z\": 1}}");
    Budget fewNodes = new Budget(10_000, 9, 50, 9, 9, 9);

    assertThat(Formats.JSON.read(utf8(names.toString()), fewNodes, Keep.members(Map.of())))
        .as("doubles further apart than the budget of nodes pass unseen")
        .isInstanceOf(Tree.Mapping.class);
  }
}
