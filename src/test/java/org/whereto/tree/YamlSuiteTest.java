// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** yaml-test-suite: what has an error is refused, all else accepted, and says what in.json says. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class YamlSuiteTest {

  @Test
  void everyFileIsReadAsTheSuiteAndOurListSay() throws IOException {
    Path folder = Suite.folder("yaml-test-suite");
    Map<String, String> outcomes = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    for (Path file : files(folder)) {
      String id = folder.relativize(file.getParent()).toString();
      boolean error = Files.exists(file.resolveSibling("error"));
      outcomes.put(id, outcome(file));
      expected.put(id, error ? "refused" : "accepted");
    }

    assertThat(Suite.unexpected(outcomes, expected))
        .isEqualTo(Suite.differences("yaml-differences.txt"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("in.yaml")).sorted().toList();
    }
  }

  private static String outcome(Path file) {
    Tree tree;
    try {
      tree = Formats.YAML.read(Suite.bytes(file), Budget.SMALL, Keep.ALL);
    } catch (BadInput fault) {
      assertThat(fault.code()).startsWith("yaml.");
      assertThat(fault.sentence()).doesNotContain("\n");
      return "refused";
    }
    boolean error = Files.exists(file.resolveSibling("error"));
    boolean same = error || saysTheSame(tree, file.resolveSibling("in.json"));
    return same ? "accepted" : "another tree";
  }

  private static boolean saysTheSame(Tree tree, Path json) {
    if (!Files.exists(json)) {
      return true;
    }
    try {
      return same(tree, Formats.JSON.read(Suite.bytes(json), Budget.SMALL, Keep.ALL));
    } catch (BadInput severalDocuments) {
      return false;
    }
  }

  private static boolean same(Tree yaml, Tree json) {
    return switch (json) {
      case Tree.Scalar there -> yaml instanceof Tree.Scalar here && sameScalar(here, there);
      case Tree.Sequence there ->
          yaml instanceof Tree.Sequence here && sameItems(here.items(), there.items());
      case Tree.Mapping there ->
          yaml instanceof Tree.Mapping here
              && here.members().keySet().equals(there.members().keySet())
              && there.members().entrySet().stream()
                  .allMatch(member ->
                      same(here.members().get(member.getKey()).value(), member.getValue().value()));
    };
  }

  private static boolean sameItems(List<Tree> here, List<Tree> there) {
    if (here.size() != there.size()) {
      return false;
    }
    for (int i = 0; i < here.size(); i++) {
      if (!same(here.get(i), there.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** We keep the text of a scalar, JSON its value. */
  private static boolean sameScalar(Tree.Scalar here, Tree.Scalar there) {
    return switch (there.plain() ? Literal.of(there.text()) : Literal.NONE) {
      case NULL -> here.isNull();
      case BOOLEAN -> here.text().equalsIgnoreCase(there.text());
      case NONE -> here.text().equals(there.text());
      case NUMBER -> number(here.text()).compareTo(number(there.text())) == 0;
    };
  }

  private static BigDecimal number(String text) {
    if (text.startsWith("0x") || text.startsWith("0o")) {
      int radix = text.charAt(1) == 'x' ? 16 : 8;
      return BigDecimal.valueOf(Long.parseLong(text.substring(2), radix));
    }
    return new BigDecimal(text);
  }
}
