// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many connections the files suffice for that the system lets this process open: each is one,
 * and so is each that is told that there are too many. A server that opens all of them cannot read
 * its own files any more.
 */
final class OpenFiles {

  /** Where Linux tells what a process may have; nothing is known of other systems. */
  private static final Path LIMITS = Path.of("/proc/self/limits");

  private static final Pattern LINE = Pattern.compile("Max open files +(\\d{1,18}) .*");

  /** For jars, the log, platform files and their like. */
  private static final int OTHERS = 200;

  private OpenFiles() {}

  /**
   * Reads what logging needs of files, which it does only once: when all are open it could not, and
   * the thread that takes connections would end with its first warning.
   */
  static void readAhead() {
    String _ = new SimpleFormatter().format(new LogRecord(Level.WARNING, ""));
  }

  /** Files that may be open; as many as there are numbers where nothing is known. */
  static long allowed() {
    try {
      return allowed(Files.readAllLines(LIMITS, US_ASCII));
    } catch (IOException _) {
      return Long.MAX_VALUE;
    }
  }

  /** What these lines allow. */
  static long allowed(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** As many of the wanted connections as so many files suffice for. */
  static int connections(int wanted, long allowed) {
    return (int) Math.clamp((allowed - OTHERS) / 2, 1L, (long) wanted);
  }

  /** What is to be told where fewer connections are taken than are wanted. */
  static Optional<String> shortage(int wanted, long allowed) {
    int taken = connections(wanted, allowed);
    return taken == wanted
        ? Optional.empty()
        : Optional.of(
            "At most "
                + taken
                + " connections are taken, not the "
                + wanted
                + " of limits.connections: the system lets this process open only "
                + allowed
                + " files. Allow "
                + (2L * wanted + OTHERS)
                + " (ulimit -n; LimitNOFILE in a unit of systemd).");
  }
}
