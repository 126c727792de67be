// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what a newcomer sees. */
final class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void theFirstCommandPrintsWhatTheReadmeShows() throws IOException {
    List<String> blocks = List.of(Files.readString(README).split("```\n?", -1));
    String command = blocks.get(1).strip();
    assertThat(command).startsWith("./whereto ask ");

    Ran ran = Ran.of(command.substring("./whereto ".length()).split(" "));

    assertThat(ran.exit()).isZero();
    assertThat(ran.err() + ran.out()).isEqualTo(blocks.get(3));
  }
}
