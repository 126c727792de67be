// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JSONTestSuite: y_ must be accepted, n_ refused, of i_ the list says what we do. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JsonSuiteTest {

  @Test
  void everyFileIsAcceptedOrRefusedAsTheSuiteAndOurListSay() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    for (Path file : files("test_parsing")) {
      String id = file.getFileName().toString();
      outcomes.put(id, outcome(file));
      expected.put(id, expected(id));
    }

    assertThat(Suite.unexpected(outcomes, expected))
        .isEqualTo(Suite.differences("json-differences.txt"));
  }

  @Test
  void everyFileOfTheTransformTestsIsReadOrRefusedWithoutAForeignException() throws IOException {
    for (Path file : files("test_transform")) {
      assertThat(outcome(file)).isIn("accepted", "refused");
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Suite.folder("json-test-suite").resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static String expected(String id) {
    return switch (id.charAt(0)) {
      case 'y' -> "accepted";
      case 'n' -> "refused";
      default -> "left to us";
    };
  }

  private static String outcome(Path file) {
    try {
      Formats.JSON.read(Suite.bytes(file), Budget.LARGE, Keep.ALL);
      return "accepted";
    } catch (BadInput fault) {
      assertThat(fault.code()).startsWith("json.");
      assertThat(fault.sentence()).doesNotContain("\n");
      return "refused";
    }
  }
}
