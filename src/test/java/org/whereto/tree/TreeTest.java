// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.Tree.Mapping;

class TreeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a | 'a' | true",
        "a | b | false",
        "a | [a] | false",
        "a | !x a | false",
        "5 | '5' | false",
        "1.0 | 1.00 | false",
        "~ | '~' | false",
        "no | 'no' | true",
        "[a, b] | [ 'a', \"b\" ] | true",
        "[a, b] | [b, a] | false",
        "[a] | !x [a] | false",
        "[] | {} | false",
        "{a: 1, b: 2} | {b: 2, a: 1} | true",
        "{a: 1} | {a: 2} | false",
        "{a: 1} | {b: 1} | false",
        "{a: 1} | !x {a: 1} | false",
        "{a: {b: c}} | {a: {b: d}} | false",
      })
  void treesAreEqualThatSayTheSameWhereverTheyStand(String one, String other, boolean equal)
      throws BadInput {
    Tree left = Reads.yaml(one);
    Tree right = Reads.yaml("\n\n" + other);
    assertThat(left.equals(right)).isEqualTo(equal);
    assertThat(right.equals(left)).isEqualTo(equal);
    assertThat(left.hashCode() == right.hashCode() || !equal).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!x a | a",
        "[a, !x b, !x c] | b",
        "{a: [b, {c: !x d}], e: !x f} | d",
        "{a: b, c: [!x [], !x d]} | []",
      })
  void theFirstTagIsFoundAtAnyDepth(String text, String tagged) throws BadInput {
    assertThat(Reads.yaml(text).firstTagged())
        .hasValueSatisfying(tree -> {
          assertThat(tree.tag()).isEqualTo("!x");
          assertThat(tree).isEqualTo(tagged.equals("[]") ? emptyWithTag() : withTag(tagged));
        });
    assertThat(Reads.yaml("{a: [b, {c: d}], e: f}").firstTagged()).isEmpty();
  }

  private static Tree emptyWithTag() {
    return new Tree.Sequence(List.of(), "!x", Place.NONE);
  }

  private static Tree withTag(String text) {
    return new Tree.Scalar(text, true, "!x", Place.NONE);
  }

  @Test
  void aScalarIsAListOfOneAndAMappingIsNone() throws BadInput {
    Path path = new Path("a");
    assertThat(Reads.yaml("[a, b]").items(path)).containsExactly(Tree.text("a"), Tree.text("b"));
    assertThat(Reads.yaml("a").items(path)).containsExactly(Tree.text("a"));
    Tree mapping = Reads.yaml("{a: b}");
    assertThat(catchThrowableOfType(BadInput.class, () -> mapping.items(path)).path())
        .isEqualTo(path);
  }

  @Test
  void everyNodeIsCountedInItsOrder() throws BadInput {
    assertThat(Reads.yaml("{a: [1, {b: 2}], c: 3}").nodes().filter(Tree.Scalar.class::isInstance))
        .containsExactly(Tree.literal("1"), Tree.literal("2"), Tree.literal("3"));
    assertThat(Reads.yaml("{a: [1, {b: 2}], c: 3}").nodes()).hasSize(6);
  }

  @Test
  void aMappingIsNotChangedByWhatIsMadeOfIt() throws BadInput {
    Mapping mapping = (Mapping) Reads.yaml("!x {a: 1, b: 2}");

    assertThat(mapping.with("a", Tree.literal("3"))).isEqualTo(Reads.yaml("!x {a: 3, b: 2}"));
    assertThat(mapping.without("a")).isEqualTo(Reads.yaml("!x {b: 2}"));
    assertThat(mapping.without("c")).isEqualTo(mapping);
    assertThat(mapping.get("c")).isEmpty();
    assertThat(mapping).isEqualTo(Reads.yaml("!x {a: 1, b: 2}"));
  }

  @Test
  void aBuilderThatGoesOnChangesNothingThatItMade() {
    Tree.Builder builder = Tree.build().put("a", "1").putIfAny("b", "").putIfAny("c", List.of());
    Mapping first = builder.done();
    Mapping second = builder.put("b", "2").done();

    assertThat(first.members()).containsOnlyKeys("a");
    assertThat(second.members()).containsOnlyKeys("a", "b");
  }
}
