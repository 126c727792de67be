// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TreeTest {

  @Test
  void aMappingThatWasBuiltStaysAsItIsWhileItsBuilderGoesOn() {
    Tree.Builder builder = Tree.build().put("a", "1");
    Tree.Mapping first = builder.done();
    Tree.Mapping second = builder.put("b", "2").done();
    assertThat(first).isEqualTo(Tree.build().put("a", "1").done());
    assertThat(second).isEqualTo(Tree.build().put("a", "1").put("b", "2").done());
    assertThat(builder.done()).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, {a: 2}] | ''",
        "!x 1 | 1:1",
        "!x [!y 1] | 1:1",
        "[1, [2, !x 3], !y 4] | 1:9",
        "{a: {b: 1}, c: {d: !x {e: !y 2}}} | 1:20"
      })
  void theFirstTagIsTheOneThatStandsFirstInTheSource(String yaml, String place) throws BadInput {
    Tree tree = Formats.YAML.read(yaml.getBytes(StandardCharsets.UTF_8), Budget.SMALL, Keep.ALL);
    assertThat(tree.firstTagged().map(node -> node.place().toString()).orElse("")).isEqualTo(place);
  }
}
