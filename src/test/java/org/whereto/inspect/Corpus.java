// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whereto.tree.BadInput;

/** Real files that lie beside this project, and lists of what was made of them. */
final class Corpus {

  private static final Path GOLDEN = Path.of("src/test/resources");

  private Corpus() {}

  static Path folder(String name) {
    Path shared = Path.of(System.getProperty("whereto.shared", "../shared"));
    Path folder = shared.resolve("corpus").resolve(name);
    assumeTrue(Files.isDirectory(folder), "The corpus is not here: " + folder);
    return folder;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static Inspection inspect(Path path) throws BadInput {
    return inspect(path.toString());
  }

  static Inspection inspect(String source) throws BadInput {
    return new Inspector(InputStream.nullInputStream()).inspect(source, Optional.empty());
  }

  /** Compares with a file that a person reviews; {@code -Dwhereto.rewrite=true} writes it anew. */
  static void assertGolden(String name, List<String> lines) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.write(golden, lines);
    }
    assertThat(lines).containsExactlyElementsOf(Files.readAllLines(golden));
  }
}
