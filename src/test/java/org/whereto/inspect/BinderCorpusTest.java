// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Environment;
import org.whereto.tree.BadInput;

class BinderCorpusTest {

  @Test
  void everyRepositoryIsBuiltTheWayItsFilesSay() throws IOException {
    Path corpus = Corpus.folder("binder");
    List<String> lines = new ArrayList<>();
    for (Path repository : repositories(corpus)) {
      lines.add(corpus.relativize(repository) + ": " + outcome(repository));
    }
    Corpus.assertGolden("binder-environments.txt", lines);
    assertThat(lines).hasSizeGreaterThan(30);
  }

  private static String outcome(Path repository) throws IOException {
    try {
      Inspection inspection = Corpus.inspect(repository);
      Environment environment = inspection.facts().environment().orElseThrow();
      String builder = environment.builder().isEmpty() ? "plain Python" : environment.builder();
      String versions =
          environment.versions().stream()
              .map(version -> version.language() + " " + version.wanted())
              .collect(Collectors.joining(", "));
      return builder
          + " | "
          + String.join(" ", environment.files())
          + (versions.isEmpty() ? "" : " | " + versions)
          + (inspection.notes().isEmpty() ? "" : " | " + inspection.notes());
    } catch (BadInput fault) {
      return fault.code();
    }
  }

  /** The examples are one repository each; repo2docker keeps one in each folder of its tests. */
  private static List<Path> repositories(Path corpus) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path source : folders(corpus)) {
      Path tests = source.resolve("tests");
      if (!Files.isDirectory(tests)) {
        found.add(source);
        continue;
      }
      for (Path group : folders(tests)) {
        found.addAll(folders(group));
      }
    }
    return found;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
