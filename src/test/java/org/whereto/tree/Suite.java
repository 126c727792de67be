// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A public test suite beside the project, and the committed list of where we differ on purpose. */
final class Suite {

  private Suite() {}

  /** Skips the test where the suite is absent. */
  static Path folder(String name) {
    Path shared = Path.of(System.getProperty("whereto.shared", "../shared"));
    Path folder = shared.resolve("corpus/hostile").resolve(name);
    assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
    return folder;
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Lines {@code id: outcome, why}; by id the outcome. */
  static Map<String, String> differences(String resource) {
    Map<String, String> listed = new TreeMap<>();
    for (String line : text(resource).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(": |, ", 3);
        assertThat(parts).as("a line of id, outcome and why").hasSize(3);
        assertThat(listed.put(parts[0], parts[1])).as("listed twice: " + parts[0]).isNull();
      }
    }
    return listed;
  }

  private static String text(String resource) {
    try (InputStream in = Objects.requireNonNull(Suite.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Of each file that is listed or unexpected its outcome: what the list has to say. */
  static Map<String, String> unexpected(
      Map<String, String> outcomes, Map<String, String> expected) {
    Map<String, String> differing = new LinkedHashMap<>();
    outcomes.forEach((id, outcome) -> {
      if (!outcome.equals(expected.get(id))) {
        differing.put(id, outcome);
      }
    });
    return differing;
  }
}
