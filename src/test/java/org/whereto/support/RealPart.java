// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs of others that some tests run, installed by {@code .ci/run}. Where one is missing these
 * tests skip and say so; in continuous integration (CI=true) they fail.
 */
public final class RealPart {

  private RealPart() {}

  /** Goes on only where all these programs are on the path. */
  public static void needs(String... programs) {
    goOnWithout(Stream.of(programs).filter(program -> !isOnPath(program)).toList());
  }

  /** Goes on only where this file is that {@code .ci/run} fetches. */
  public static void needs(Path file) {
    goOnWithout(Files.isReadable(file) ? List.of() : List.of(String.valueOf(file.getFileName())));
  }

  private static void goOnWithout(List<String> missing) {
    String told = missing + " not here, so it was not tested; .ci/run installs it.";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(missing).as(told).isEmpty();
    }
    if (!missing.isEmpty()) {
      System.out.println("real part: " + told);
    }
    assumeTrue(missing.isEmpty(), told);
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }
}
