// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.tree.BraceList.Item;
import org.whereto.tree.Tree.Scalar;

/** Texts of any characters, where they mean a list, a literal, a path or a line. */
class TextsFuzzTest {

  @FuzzTest
  void braceList(byte[] bytes) throws BadInput {
    Optional<List<String>> items = split(new String(bytes, UTF_8));
    if (items.isPresent()) {
      assertThat(split(BraceList.join(items.get()))).isEqualTo(items);
    }
  }

  private static Optional<List<String>> split(String text) {
    try {
      return Optional.of(BraceList.split(text).stream().map(Item::text).toList());
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  /** It is a literal if and only if the reader of JSON takes it for one. */
  @FuzzTest
  void literal(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    boolean isJson =
        FormatRules.read(Formats.JSON, Reads.utf8(text), Budget.SMALL, Keep.ALL)
            .filter(tree ->
                tree instanceof Scalar scalar && scalar.plain() && scalar.text().equals(text))
            .isPresent();
    assertThat(Literal.of(text) != Literal.NONE).isEqualTo(isJson);
  }

  /** Whatever is a path has names, and these names make a path of the same names. */
  @FuzzTest
  void path(byte[] bytes) throws BadInput {
    List<String> steps;
    try {
      steps = new Path(new String(bytes, UTF_8)).steps();
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return;
    }
    boolean sayable = steps.stream().noneMatch(step -> step.indexOf(']') >= 0);
    if (sayable) {
      assertThat(Path.of(steps).steps()).isEqualTo(steps);
    }
  }

  @FuzzTest
  void oneLine(byte[] bytes) {
    String line = OneLine.of(new String(bytes, UTF_8), 40);
    assertThat(line).hasSizeLessThanOrEqualTo(40).isEqualTo(OneLine.of(line, 40));
    assertThat(line.codePoints()).noneMatch(Character::isISOControl);
    assertThat(Utf8.hasLoneSurrogate(line)).isFalse();
  }
}
