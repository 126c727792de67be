// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whereto.tree.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, and what was probably meant.
 *
 * @param fault what picocli says
 * @param unmatched the words that mean nothing here
 */
record Misuse(ParameterException fault, List<String> unmatched) {

  Misuse {
    unmatched = List.copyOf(unmatched);
  }

  /** Reads once more without stopping: what is missing is often the consequence of a slip. */
  static Misuse of(ParameterException fault, String[] args) {
    if (!(fault instanceof MissingParameterException)) {
      boolean slip = fault instanceof UnmatchedArgumentException;
      return new Misuse(
          fault, slip ? ((UnmatchedArgumentException) fault).getUnmatched() : List.of());
    }
    CommandLine line = fault.getCommandLine();
    line.getCommandSpec().parser().collectErrors(true);
    String[] own = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    return new Misuse(
        fault,
        line.parseArgs(own).errors().stream()
            .filter(UnmatchedArgumentException.class::isInstance)
            .flatMap(error -> ((UnmatchedArgumentException) error).getUnmatched().stream())
            .filter(word -> word.startsWith("-"))
            .toList());
  }

  void explain(Terminal terminal) {
    CommandSpec spec = fault.getCommandLine().getCommandSpec();
    if (unmatched.isEmpty()) {
      complain(fault, terminal);
    } else {
      unmatched.forEach(word -> complain(word, spec, terminal));
    }
    if (fault instanceof MissingParameterException) {
      terminal.complain("Usage: " + synopsis(spec));
    }
    terminal.complain("See: " + spec.qualifiedName() + " --help");
  }

  private static void complain(String word, CommandSpec spec, Terminal terminal) {
    boolean option = word.startsWith("-") && word.length() > 1;
    boolean command = !option && !spec.subcommands().isEmpty();
    List<String> known = new ArrayList<>(command ? spec.subcommands().keySet() : List.of());
    if (option) {
      known.addAll(spec.optionsMap().keySet());
    }
    String what = option ? "option" : command ? "sub-command" : "further parameter";
    terminal.complain("There is no " + what + " \"" + word + "\"." + Nearest.hint(word, known));
  }

  private static void complain(Exception misuse, Terminal terminal) {
    String message = String.valueOf(misuse.getMessage());
    terminal.complain(message.endsWith(".") || message.endsWith("?") ? message : message + ".");
  }

  private static String synopsis(CommandSpec spec) {
    String[] own = spec.usageMessage().customSynopsis();
    return own.length > 0 ? own[0] : spec.qualifiedName() + " COMMAND";
  }
}
