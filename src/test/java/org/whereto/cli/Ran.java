// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** What came of one command line. */
record Ran(int exit, String out, String err) {

  private static final Path GOLDEN = Path.of("src/test/resources/cli");

  /** Runs it in this process, with nobody looking. */
  static Ran of(String... args) {
    return with(OptionalInt.empty(), Map.of(), args);
  }

  /** Runs it as if on a terminal of so many columns. */
  static Ran on(int columns, Map<String, String> env, String... args) {
    return with(OptionalInt.of(columns), env, args);
  }

  /** Runs it with these variables, with nobody looking. */
  static Ran in(Map<String, String> env, String... args) {
    return with(OptionalInt.empty(), env, args);
  }

  private static Ran with(OptionalInt columns, Map<String, String> env, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            columns,
            columns.isPresent(),
            env);
    int exit = Main.run(terminal, args);
    return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Compares with a file that a person can review; {@code -Dwhereto.rewrite=true} writes it. */
  static void assertGolden(String text, String name) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
