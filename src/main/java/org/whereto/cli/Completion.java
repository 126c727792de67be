// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Lets a shell complete sub-commands, options and their values. */
final class Completion implements Command {

  private static final String BASH = "bash";
  private static final String FISH = "fish";
  private static final List<String> SHELLS = List.of(BASH, "zsh", FISH);

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto completion [SHELL]")
        .header("Print a script that makes a shell complete commands and options.")
        .footer(
            "",
            "bash, zsh:  source <(whereto completion bash)",
            "fish:       whereto completion fish | source");
    return spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(false)
            .type(String.class)
            .completionCandidates(SHELLS)
            .converters(word -> Options.oneOf(SHELLS, word))
            .paramLabel("SHELL")
            .description("One of " + String.join(", ", SHELLS) + "; default: that of $SHELL.")
            .build());
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) {
    CommandLine line = Main.commandLine(terminal);
    String shell = parsed.matchedPositionalValue(0, shell(terminal));
    terminal.show(shell.equals(FISH) ? fish(line) : bash(line));
    return 0;
  }

  private static String shell(Terminal terminal) {
    String path = terminal.env().getOrDefault("SHELL", BASH);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return SHELLS.contains(name) ? name : BASH;
  }

  /** Where picocli has no word to offer, the names of files are left to the shell. */
  private static String bash(CommandLine line) {
    return AutoComplete.bash(Main.NAME, line)
        .replace("  type compopt &>/dev/null && compopt +o default\n", "");
  }

  private static String fish(CommandLine line) {
    StringBuilder script = new StringBuilder();
    line.getSubcommands()
        .forEach((name, command) -> {
          CommandSpec spec = command.getCommandSpec();
          String doc = String.join(" ", spec.usageMessage().header());
          script
              .append("complete -c whereto -n __fish_use_subcommand -f -a ")
              .append(name)
              .append(" -d ")
              .append(quoted(firstSentence(doc)))
              .append('\n');
          addOptions(script, name, spec);
        });
    return script.toString();
  }

  private static void addOptions(StringBuilder script, String name, CommandSpec spec) {
    String lead = "complete -c whereto -n '__fish_seen_subcommand_from " + name + "'";
    for (var option : spec.options()) {
      script.append(lead);
      for (String word : option.names()) {
        script.append(word.startsWith("--") ? " -l " : " -s ").append(word.replaceFirst("--?", ""));
      }
      if (option.completionCandidates() != null) {
        script.append(" -x -a ").append(quoted(String.join(" ", option.completionCandidates())));
      } else if (option.arity().min() > 0) {
        script.append(" -r");
      }
      String doc = String.join(" ", option.description());
      script.append(" -d ").append(quoted(firstSentence(doc))).append('\n');
    }
    for (var positional : spec.positionalParameters()) {
      if (positional.completionCandidates() != null) {
        String words = String.join(" ", positional.completionCandidates());
        script.append(lead).append(" -f -a ").append(quoted(words)).append('\n');
      }
    }
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
