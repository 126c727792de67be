// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.utf8;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each limit at its edge, and one past it. */
class BudgetTest {

  private static final Budget WIDE = new Budget(10_000, 99, 999, 999, 999, 99);

  private static Budget bytes(int limit) {
    return new Budget(limit, 99, 999, 999, 999, 99);
  }

  private static Budget depth(int limit) {
    return new Budget(10_000, limit, 999, 999, 999, 99);
  }

  private static Budget nodes(int limit) {
    return new Budget(10_000, 99, limit, 999, 999, 99);
  }

  private static Budget texts(int limit) {
    return new Budget(10_000, 99, 999, limit, 999, 99);
  }

  private static Budget names(int limit) {
    return new Budget(10_000, 99, 999, 999, limit, 99);
  }

  private static Budget aliases(int limit) {
    return new Budget(10_000, 99, 999, 999, 999, limit);
  }

  private static final String XML_NESTED =
      "<answer><a><b type='list'><item type='map'/></b></a></answer>";

  static final List<Edge> EDGES =
      List.of(
          new Edge(Formats.JSON, "[\"é\"]", bytes(6), bytes(5), "json.byte-budget "),
          new Edge(Formats.JSON, "[{\"a\":[]}]", depth(3), depth(2), "json.depth-budget 1:7"),
          new Edge(Formats.JSON, "[1,{\"a\":2}]", nodes(4), nodes(3), "json.node-budget 1:9"),
          new Edge(Formats.JSON, "[\"\uD83D\uDE00\"]", texts(2), texts(1), "json.text-budget 1:2"),
          new Edge(Formats.JSON, "[12.50]", texts(5), texts(4), "json.text-budget 1:2"),
          new Edge(Formats.JSON, "{\"abc\":1}", names(3), names(2), "json.name-budget 1:2"),
          new Edge(Formats.YAML, "[é]", bytes(4), bytes(3), "yaml.byte-budget "),
          new Edge(Formats.YAML, "- a:\n  - []", depth(4), depth(3), "yaml.depth-budget 2:5"),
          new Edge(Formats.YAML, "- 1\n- a: 2", nodes(4), nodes(3), "yaml.node-budget 2:6"),
          new Edge(Formats.YAML, "- 12.50", texts(5), texts(4), "yaml.text-budget 1:3"),
          new Edge(Formats.YAML, "- 'ab'", texts(2), texts(1), "yaml.text-budget 1:3"),
          new Edge(Formats.YAML, "- |\n  ab\n", texts(3), texts(2), "yaml.text-budget 1:3"),
          new Edge(Formats.YAML, "abc: 1", names(3), names(2), "yaml.name-budget 1:1"),
          new Edge(Formats.YAML, "- &abc 1", names(3), names(2), "yaml.name-budget 1:3"),
          new Edge(Formats.YAML, "- !abc 1", names(4), names(3), "yaml.name-budget 1:3"),
          new Edge(
              Formats.YAML, "[&a 1, *a, *a]", aliases(2), aliases(1), "yaml.alias-budget 1:12"),
          new Edge(
              Formats.YAML,
              "[&a {}, {<<: *a}, {<<: {}}]",
              aliases(2),
              aliases(1),
              "yaml.alias-budget 1:20"),
          new Edge(
              Formats.YAML,
              "{<<: [{}, {}], a: {<<: [{}]}}",
              aliases(2),
              aliases(1),
              "yaml.alias-budget 1:20"),
          new Edge(Formats.YAML, "[&a [1, 2], *a]", nodes(7), nodes(6), "yaml.node-budget 1:13"),
          new Edge(
              Formats.YAML,
              "[&a [1], &b [*a, *a], *b]",
              nodes(13),
              nodes(12),
              "yaml.node-budget 1:23"),
          new Edge(
              Formats.YAML, "[&a {b: 1}, {<<: *a}]", nodes(6), nodes(5), "yaml.node-budget 1:18"),
          new Edge(
              Formats.YAML,
              "[&a {bc: defghi, j: klmn}, *a,*a, *a]",
              bytes(39),
              bytes(38),
              "yaml.alias-budget 1:35"),
          new Edge(Formats.YAML, "[&a [[]], [*a]]", depth(4), depth(3), "yaml.depth-budget 1:12"),
          new Edge(Formats.XML, "<answer>é</answer>", bytes(19), bytes(18), "xml.byte-budget "),
          new Edge(Formats.XML, XML_NESTED, depth(4), depth(3), "xml.depth-budget 1:27"),
          new Edge(Formats.XML, XML_NESTED, nodes(4), nodes(3), "xml.node-budget 1:27"),
          new Edge(Formats.XML, "<answer>ab</answer>", texts(2), texts(1), "xml.text-budget 1:1"),
          new Edge(
              Formats.XML, "<answer><ab/></answer>", names(2), names(1), "xml.name-budget 1:9"));

  /**
   * @param fits the smallest budget for the document
   * @param less one smaller
   * @param fault code and place
   */
  record Edge(Format format, String text, Budget fits, Budget less, String fault) {
    @Override
    public String toString() {
      return fault.split(" ", 2)[0] + " in " + text.strip();
    }
  }

  @ParameterizedTest(name = "of {0}")
  @FieldSource("EDGES")
  void aLimitHoldsAtItsEdgeAndNoFurther(Edge edge) throws BadInput {
    byte[] document = utf8(edge.text());
    assertThat(edge.format().read(document, WIDE, Keep.ALL)).isNotNull();
    assertThat(edge.format().read(document, edge.fits(), Keep.ALL)).isNotNull();

    BadInput fault = fault(edge.format(), document, edge.less());
    assertThat(fault.code() + " " + fault.place()).isEqualTo(edge.fault());
  }
}
