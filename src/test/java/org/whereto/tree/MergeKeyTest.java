// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.tree.Reads.fault;
import static org.whereto.tree.Reads.yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merge keys as compose files use them. */
class MergeKeyTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{<<: {a: 1}} | {a: 1}",
        "{<<: {a: 1}, a: 2} | {a: 2}",
        "{a: 2, <<: {a: 1, b: 3}} | {a: 2, b: 3}",
        "{<<: [{a: 1}, {a: 2, b: 3}]} | {a: 1, b: 3}",
        "{<<: []} | {}",
        "{<<: {}} | {}",
        "{<<: {a: {b: 1}}, a: {c: 2}} | {a: {c: 2}}",
        "{<<: {<<: {a: 1, b: 1}, b: 2}, c: 3} | {a: 1, b: 2, c: 3}",
        "{x: &x {a: 1}, y: {<<: *x, b: 2}} | {x: {a: 1}, y: {a: 1, b: 2}}",
        "{x: &x {a: 1}, y: &y {<<: *x, b: 2}, z: {<<: *y}} "
            + "| {x: {a: 1}, y: {a: 1, b: 2}, z: {a: 1, b: 2}}",
        "{x: &x {a: 1}, y: &y {a: 2, b: 2}, z: {<<: [*x, *y], c: 3}} "
            + "| {x: {a: 1}, y: {a: 2, b: 2}, z: {a: 1, b: 2, c: 3}}",
        "{x: &x [{a: 1}, {a: 2, b: 2}], z: {<<: *x}} "
            + "| {x: [{a: 1}, {a: 2, b: 2}], z: {a: 1, b: 2}}",
        "{x: {i: &i {a: 1}}, y: {<<: *i}} | {x: {i: {a: 1}}, y: {a: 1}}",
        "{<<: &m {a: 1}, b: *m} | {a: 1, b: {a: 1}}",
        "{\"<<\": {a: 1}} | {\"<<\": {a: 1}}",
        "{'<<': 1, <<: {a: 1}} | {\"<<\": 1, a: 1}",
        "{!!str <<: 1} | {\"<<\": 1}",
        "{!!merge <<: {a: 1}} | {a: 1}",
        "{<<: {!!str a: 1}} | {a: 1}",
        "{<<: {a: !t 1}, a: 2} | {a: 2}",
        "{<<: [{a: 1}, {a: !t 2}], b: !t 3} | {a: 1, b: !t 3}",
      })
  void mergesAs(String text, String expected) throws BadInput {
    assertThat(yaml(text)).isEqualTo(yaml(expected));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{<<: 1} | yaml.merge",
        "{<<: } | yaml.merge",
        "{<<: [1]} | yaml.merge",
        "{<<: [[{a: 1}]]} | yaml.merge",
        "{<<: !reset {a: 1}} | yaml.merge",
        "{<<: [!reset {a: 1}]} | yaml.merge",
        "{<<: !t [{a: 1}]} | yaml.merge",
        "{x: &x !override {a: 1}, y: {<<: *x}} | yaml.merge",
        "{x: &x <<, *x : {a: 1}} | yaml.merge",
        "{<<: *x} | yaml.unknown-alias",
        "{x: &x {<<: *x}} | yaml.alias-to-ancestor",
        "{<<: {a: 1}, <<: {b: 1}} | yaml.duplicate-key",
        "{<<: {a: 1}, a: !reset 2} | yaml.merge",
        "{a: !reset , <<: {a: 1}} | yaml.merge",
        "{a: !override [1], <<: [{b: 2}, {a: 1}]} | yaml.merge",
        "{<<: [{a: !reset 1}, {a: 2}]} | yaml.merge",
        "{<<: {<<: {a: 1}, a: !reset 2}} | yaml.merge",
        "{<<: {a: 1, a: 2}} | yaml.duplicate-key",
      })
  void refuses(String text, String code) {
    assertThat(fault(Formats.YAML, text).code()).isEqualTo(code);
  }

  @Test
  void membersAndTheirTagsKnowWhereTheyWereWritten() throws BadInput {
    Tree tree = yaml("x: &x\n  a: !reset 1\ny:\n  <<: *x\n");

    Tree.Mapping y = (Tree.Mapping) tree.get("y").orElseThrow();
    assertThat(y.members().get("a").place()).isEqualTo(new Place(2, 3));
    assertThat(y.get("a").orElseThrow().tag()).isEqualTo("!reset");
  }

  @Test
  void aComposeFileCannotHideAnImage() throws BadInput {
    Tree tree =
        yaml(
            """
            x-base: &base
              image: docker.io/evil:1
            services:
              web:
                <<: *base
                ports: ["80:80"]
            """);

    assertThat(tree.get("services").flatMap(s -> s.get("web")).flatMap(w -> w.get("image")))
        .contains(Tree.text("docker.io/evil:1"));
  }
}
