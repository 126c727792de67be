// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.whereto.support.SoundFault;

/** Documents of any bytes: read or refused, within their budget, written and read the same. */
class DocumentsFuzzTest {

  private static final Budget WIDE = new Budget(1 << 17, 64, 3000, 1 << 17, 256, 100);
  private static final Budget TIGHT = new Budget(1 << 17, 5, 20, 12, 6, 2);

  /** Whatever is JSON and YAML at once says the same in both. */
  @FuzzTest
  void json(byte[] document) {
    Optional<Tree> tree = FormatRules.hold(Formats.JSON, document);
    Optional<Tree> asYaml = FormatRules.read(Formats.YAML, document, WIDE, Keep.ALL);
    if (tree.isPresent() && asYaml.isPresent()) {
      assertThat(asYaml).isEqualTo(tree);
    }
  }

  @FuzzTest
  void yaml(byte[] document) {
    FormatRules.hold(Formats.YAML, document);
  }

  @FuzzTest
  void xml(byte[] document) {
    FormatRules.hold(Formats.XML, document);
  }

  /** A comment around a document changes nothing. */
  @FuzzTest
  void toml(byte[] document) {
    String text = new String(document, UTF_8);
    Optional<Tree> tree = toml(text, WIDE);
    if (tree.isPresent()) {
      assertThat(toml("# a comment\n" + text + "\n# another", WIDE)).isEqualTo(tree);
      FormatRules.withinBudget(tree.get(), WIDE);
      byte[] json = Formats.JSON.write(tree.get());
      assertThat(FormatRules.read(Formats.JSON, json, Budget.OWNER, Keep.ALL)).isPresent();
    }
    toml(text, TIGHT).ifPresent(small -> FormatRules.withinBudget(small, TIGHT));
  }

  private static Optional<Tree> toml(String text, Budget budget) {
    try {
      return Optional.of(Toml.read(text, budget));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }
}
