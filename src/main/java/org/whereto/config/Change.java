// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.nio.file.Path;
import java.util.List;
import org.whereto.platform.Version;
import org.whereto.tree.Problems.Problem;

/** What became of a file that is followed. */
public sealed interface Change {

  /** The name under which its platform stands. */
  String name();

  /** As the owner named it. */
  Path file();

  /** A file has come, and its platform is served. */
  record Mounted(String name, Path file, Version version) implements Change {}

  /** Another state of the file is served than before. */
  record Changed(String name, Path file, Version version) implements Change {}

  /** The file is again as it is served, after a state that could not be. */
  record Mended(String name, Path file, Version version) implements Change {}

  /**
   * The file has a state that cannot be served.
   *
   * @param served whether an earlier state still is
   */
  record Failed(String name, Path file, boolean served, List<Problem> problems) implements Change {
    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The file has gone from its directory.
   *
   * @param served whether its platform was served until now
   */
  record Gone(String name, Path file, boolean served) implements Change {}
}
