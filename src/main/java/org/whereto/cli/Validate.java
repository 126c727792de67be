// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import org.whereto.Whereto;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Platform;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Is this platform file right? Every fault of every file, a line each. */
final class Validate implements Command {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto validate FILE... [-q]")
        .header("Check platform files; every fault with line and column.")
        .description(
            "Every fault is a line FILE:LINE:COLUMN: sentence, and makes the exit code 2."
                + " What has no effect (an entry below \"accepts\" that accepts nothing, or nothing"
                + " that another does not; an interface on which nothing is accepted) is a line"
                + " FILE:LINE:COLUMN: warning: sentence, and leaves the exit code 0.");
    return spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(File.class)
                .paramLabel("FILE")
                .description("A platform file.")
                .build())
        .addOption(Options.quiet("Print faults and warnings only."));
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) {
    boolean good = true;
    for (String file : parsed.matchedPositional(0).originalStringValues()) {
      good &= isGood(file, Options.isQuiet(parsed), terminal);
    }
    return good ? 0 : Main.BAD_USE;
  }

  private static boolean isGood(String file, boolean quiet, Terminal terminal) {
    try {
      return switch (Whereto.check(Options.file(file))) {
        case Checked.Good good -> {
          if (!quiet) {
            terminal.say(file + ": ok (" + count(good.platform()) + ")");
          }
          for (Problem warning : Whereto.warnings(Options.file(file))) {
            terminal.say(new Problem(warning.place(), "warning: " + warning.sentence()).in(file));
          }
          yield true;
        }
        case Checked.Faulty(List<Problem> problems) -> {
          problems.forEach(problem -> terminal.say(problem.in(file)));
          yield false;
        }
      };
    } catch (BadInput unreadable) {
      terminal.say(file + ": " + unreadable.sentence());
      return false;
    }
  }

  private static String count(Platform platform) {
    int types = new HashSet<>(platform.types().values()).size();
    return Said.count(types, "task type")
        + ", "
        + Said.count(platform.interfaces().size(), "interface");
  }
}
