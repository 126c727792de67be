// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written reads back as the same tree. */
class RoundTripTest {

  private static final Budget WIDE = new Budget(1 << 20, 64, 10_000, 10_000, 1_000, 0);

  @Provide
  Arbitrary<Tree> trees() {
    return Trees.trees();
  }

  @Provide
  Arbitrary<String> texts() {
    return Trees.texts();
  }

  private static Tree again(Format format, Tree tree) throws BadInput {
    return format.read(format.write(tree), WIDE, Keep.ALL);
  }

  @Property(tries = 1000)
  void jsonReadsBackAsTheSameTree(@ForAll("trees") Tree tree) throws BadInput {
    assertThat(again(Formats.JSON, tree)).isEqualTo(tree);
    byte[] line = Formats.JSON.line(tree).getBytes(StandardCharsets.UTF_8);
    assertThat(Formats.JSON.read(line, WIDE, Keep.ALL)).isEqualTo(tree);
  }

  @Property(tries = 1000)
  void yamlReadsBackAsTheSameTree(@ForAll("trees") Tree tree) throws BadInput {
    assertThat(again(Formats.YAML, tree)).isEqualTo(tree);
  }

  @Property(tries = 1000)
  void xmlReadsBackAsTheSameTreeWithoutWhatItForbids(@ForAll("trees") Tree tree) throws BadInput {
    assertThat(again(Formats.XML, tree)).isEqualTo(Trees.withoutForbidden(tree));
  }

  @Property(tries = 1000)
  void theSameTreeGivesTheSameBytes(@ForAll("trees") Tree tree) throws BadInput {
    for (Format format : Formats.ALL) {
      byte[] once = format.write(tree);
      Tree back = format.read(once, WIDE, Keep.ALL);
      assertThat(format.write(back)).as(format.name()).isEqualTo(once);
    }
  }

  @Property(tries = 1000)
  void anotherReaderTakesEachTextOfOurYamlForThatText(
      @ForAll("texts") String name, @ForAll("texts") String text) {
    Tree tree = Tree.map(Map.of(name, Tree.list(List.of(Tree.text(text)))));
    Load load = new Load(LoadSettings.builder().build());

    Object loaded = load.loadFromInputStream(new ByteArrayInputStream(Formats.YAML.write(tree)));

    assertThat(loaded).isEqualTo(Map.of(name, List.of(text)));
  }

  @Property(tries = 1000)
  void aTagReadsBackFromYaml(@ForAll("trees") Tree tree) throws BadInput {
    for (String tag : List.of("!reset", "!!str", "!", "tag:example.org,2000:é", "!a/b!c")) {
      Tree tagged = Tree.list(List.of(tagged(tree, tag), Tree.map(Map.of("a", tagged(tree, tag)))));

      assertThat(again(Formats.YAML, tagged)).isEqualTo(tagged);
    }
  }

  private static Tree tagged(Tree tree, String tag) {
    return switch (tree) {
      case Tree.Scalar scalar -> new Tree.Scalar(scalar.text(), scalar.plain(), tag, Place.NONE);
      case Tree.Sequence sequence -> new Tree.Sequence(sequence.items(), tag, Place.NONE);
      case Tree.Mapping mapping -> new Tree.Mapping(mapping.members(), tag, Place.NONE);
    };
  }
}
