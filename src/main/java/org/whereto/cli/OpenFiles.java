// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the system lets this process have as many connections as the owner of a server allows:
 * each is an open file to it, and whoever is told that there are too many has one, too.
 */
final class OpenFiles {

  /** Where Linux tells what a process may have; nothing is known of other systems. */
  private static final Path LIMITS = Path.of("/proc/self/limits");

  private static final Pattern LINE = Pattern.compile("Max open files +(\\d{1,18}) .*");

  /** For jars, the log, platform files and their like. */
  private static final int OTHERS = 200;

  private OpenFiles() {}

  /** What is to be told if there are too few for so many connections. */
  static Optional<String> shortage(int connections) {
    try {
      OptionalLong allowed = allowed(Files.readAllLines(LIMITS, US_ASCII));
      return allowed.isPresent() ? shortage(connections, allowed.getAsLong()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What these lines allow; nothing where they set no bound. */
  static OptionalLong allowed(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .findFirst();
  }

  static Optional<String> shortage(int connections, long allowed) {
    long needed = 2L * connections + OTHERS;
    if (allowed >= needed) {
      return Optional.empty();
    }
    long most = Math.max(1, (allowed - OTHERS) / 2);
    return Optional.of(
        "The system lets this process open "
            + allowed
            + " files, too few for limits.connections ("
            + connections
            + "): allow "
            + needed
            + " (ulimit -n; LimitNOFILE in a unit of systemd), or set limits.connections to "
            + most
            + ".");
  }
}
