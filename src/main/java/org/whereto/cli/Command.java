// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One sub-command. */
interface Command {

  /** The word that calls it. */
  String name();

  /**
   * Its options and help: declared, not found by reflection, which would cost time at the start.
   */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @return the exit code of the process
   * @throws BadInput for bad use, or input that cannot be read: exit code 2
   */
  int run(ParseResult parsed, Terminal terminal) throws BadInput;
}
