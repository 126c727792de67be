// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.nio.file.Path;

/** Where the log of requests and decisions goes. */
public sealed interface LogTo {

  /** To the standard output of the process. */
  record StandardOutput() implements LogTo {}

  /** No log. */
  record Nowhere() implements LogTo {}

  /** To the end of a file. */
  record InFile(Path file) implements LogTo {}
}
