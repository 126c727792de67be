// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.whereto.tree.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: finds the sub-command, runs it, and turns what it throws into an exit code. */
public final class Main {

  /** The exit code of bad use and of input that cannot be read. */
  static final int BAD_USE = 2;

  static final String NAME = "whereto";

  /** What picocli can print help in. */
  private static final int NARROWEST_HELP = 55;

  /** The one list of sub-commands. */
  static final List<Command> COMMANDS =
      List.of(
          new Ask(),
          new Inspect(),
          new Validate(),
          new RunCases(),
          new Explain(),
          new Serve(),
          new Login(),
          new Logout(),
          new Schema(),
          new Completion());

  private Main() {}

  /** Runs one command line and ends the process. */
  public static void main(String[] args) {
    String columns = System.getProperty("whereto.columns", "");
    boolean known = !columns.isEmpty() && columns.chars().allMatch(Character::isDigit);
    Terminal terminal =
        new Terminal(
            System.in,
            buffered(FileDescriptor.out),
            buffered(FileDescriptor.err),
            known && columns.length() <= 4
                ? OptionalInt.of(Integer.parseInt(columns))
                : OptionalInt.empty(),
            Boolean.getBoolean("whereto.watched"),
            System.getenv());
    System.exit(run(terminal, args));
  }

  /** What System.out is, but written in one piece: it ends each line with a system call. */
  private static PrintStream buffered(FileDescriptor descriptor) {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(descriptor));
    return new PrintStream(out, false, System.out.charset());
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  static int run(Terminal terminal, String... args) {
    int code;
    try {
      code = run(args, terminal);
    } catch (BadInput fault) {
      fault.sentence().lines().forEach(terminal::complain);
      code = BAD_USE;
    } catch (RuntimeException | Error broken) {
      terminal.complain(
          "This is a fault in Whereto, please report it: "
              + broken
              + " (WHERETO_DEBUG=1 shows more.)");
      if (terminal.env().getOrDefault("WHERETO_DEBUG", "").equals("1")) {
        broken.printStackTrace(terminal.err());
      }
      code = BAD_USE;
    }
    return flushed(terminal, code);
  }

  private static int flushed(Terminal terminal, int code) {
    if (terminal.flush()) {
      return code;
    }
    terminal.complain("The output could not be written.");
    terminal.flush();
    return BAD_USE;
  }

  private static int run(String[] args, Terminal terminal) throws BadInput {
    String[] words = spelledOut(args);
    ParseResult parsed;
    try {
      parsed = commandLine(terminal).parseArgs(words);
    } catch (ParameterException misuse) {
      Misuse.of(misuse, words).explain(terminal);
      return BAD_USE;
    }
    return run(parsed.hasSubcommand() ? parsed.subcommand() : parsed, terminal);
  }

  /** {@code help ask} is what many type for {@code ask --help}. */
  private static String[] spelledOut(String[] args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    if (args.length == 1) {
      return new String[] {"--help"};
    }
    boolean known = COMMANDS.stream().anyMatch(command -> command.name().equals(args[1]));
    return known ? new String[] {args[1], "--help"} : new String[] {args[1]};
  }

  private static int run(ParseResult last, Terminal terminal) throws BadInput {
    if (last.isUsageHelpRequested()) {
      boolean colours = Options.paint(last, terminal).on();
      terminal.show(last.commandSpec().commandLine().getUsageMessage(colours ? Ansi.ON : Ansi.OFF));
      return 0;
    }
    if (last.isVersionHelpRequested()) {
      terminal.say(NAME + " " + version() + " on Java " + Runtime.version().feature());
      return 0;
    }
    for (Command command : COMMANDS) {
      if (command.name().equals(last.commandSpec().name())) {
        return command.run(last, terminal);
      }
    }
    terminal.err().print(last.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
    return BAD_USE;
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** All sub-commands with their options. */
  static CommandLine commandLine(Terminal terminal) {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.usageMessage()
        .description(
            "Where can I run this? Asks execution platforms whether they take a notebook, a note,"
                + " a compose file, a Binder folder or a container image.")
        .footer(
            "",
            "Exit codes: 0 somebody says YES; 1 all say NO; 2 bad use or unreadable input;",
            "  3 not all answered; 4 somebody may say something else after a login;"
                + " 130 interrupted.",
            "Try: whereto ask notebook.ipynb --at examples/platforms");
    root.addOption(Options.help())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    for (Command command : COMMANDS) {
      root.addSubcommand(command.name(), command.spec().addOption(Options.help()));
    }
    CommandLine line = new CommandLine(root);
    // A task or a file may begin with "@".
    line.setExpandAtFiles(false);
    line.setInterpolateVariables(false);
    line.setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.width()));
    return line;
  }
}
