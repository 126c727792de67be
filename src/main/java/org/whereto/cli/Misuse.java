// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.whereto.tree.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, and what was probably meant.
 *
 * @param fault what picocli says
 * @param unmatched the words that mean nothing here
 * @param words all words of the command line
 */
record Misuse(ParameterException fault, List<String> unmatched, List<String> words) {

  Misuse {
    unmatched = List.copyOf(unmatched);
    words = List.copyOf(words);
  }

  /** Reads once more without stopping: what is missing is often the consequence of a slip. */
  static Misuse of(ParameterException fault, String[] args) {
    if (!(fault instanceof MissingParameterException)) {
      boolean slip = fault instanceof UnmatchedArgumentException;
      return new Misuse(
          fault,
          slip ? ((UnmatchedArgumentException) fault).getUnmatched() : List.of(),
          List.of(args));
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
            .toList(),
        List.of(args));
  }

  void explain(Terminal terminal) {
    CommandSpec spec = fault.getCommandLine().getCommandSpec();
    if (unmatched.isEmpty()) {
      complain(terminal);
    } else {
      unmatched.forEach(word -> complain(word, spec, terminal));
    }
    if (fault instanceof MissingParameterException || isOneTooMany()) {
      terminal.complain("Usage: " + synopsis(spec));
    }
    terminal.complain("See: " + spec.qualifiedName() + " --help");
  }

  private boolean isOneTooMany() {
    return unmatched.stream().anyMatch(word -> !word.startsWith("-"))
        && fault.getCommandLine().getCommandSpec().subcommands().isEmpty();
  }

  private static void complain(String word, CommandSpec spec, Terminal terminal) {
    boolean option = word.startsWith("-") && word.length() > 1;
    boolean command = !option && !spec.subcommands().isEmpty();
    List<String> known = new ArrayList<>(command ? spec.subcommands().keySet() : List.of());
    if (option) {
      known.addAll(spec.optionsMap().keySet());
    }
    String told =
        option || command
            ? "There is no " + (option ? "option" : "sub-command") + " \"" + word + "\"."
            : "One word too many: \"" + word + "\".";
    terminal.complain(told + (isLetter(word) ? longer(word, known) : Nearest.hint(word, known)));
  }

  private static boolean isLetter(String word) {
    return word.startsWith("-") && word.length() == 2;
  }

  /** One letter is no slip for another letter, but short for a word. */
  private static String longer(String letter, List<String> known) {
    return known.stream()
        .filter(option -> option.startsWith("-" + letter))
        .findFirst()
        .map(option -> " Did you mean \"" + option + "\"?")
        .orElse("");
  }

  private void complain(Terminal terminal) {
    String message =
        fault instanceof MissingParameterException missing ? missing(missing) : value();
    terminal.complain(message.endsWith(".") || message.endsWith("?") ? message : message + ".");
  }

  private String missing(MissingParameterException missing) {
    List<ArgSpec> specs = missing.getMissing();
    String names =
        specs.stream().map(spec -> label(spec) + value(spec)).collect(Collectors.joining(" and "));
    boolean named = specs.stream().allMatch(spec -> words.contains(label(spec)) || isShort(spec));
    boolean swallowed = !named && specs.stream().anyMatch(ArgSpec::isPositional) && takesMany();
    return names
        + (named ? " has no value" : specs.size() == 1 ? " is missing" : " are missing")
        + (swallowed ? ": it stands before --at, which takes all words after it" : "");
  }

  private boolean isShort(ArgSpec spec) {
    return spec instanceof OptionSpec option && words.contains(option.shortestName());
  }

  /** Whether an option that takes any number of words is there. */
  private boolean takesMany() {
    return fault.getCommandLine().getCommandSpec().options().stream()
        .filter(option -> option.arity().max() > 1)
        .anyMatch(option -> words.contains(option.longestName()));
  }

  private static String label(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
  }

  private static String value(ArgSpec spec) {
    return spec.isOption() ? " " + spec.paramLabel() : "";
  }

  /** A value that does not fit, told without what picocli counts. */
  private String value() {
    String message = String.valueOf(fault.getMessage());
    int end = message.indexOf(": ");
    ArgSpec spec = fault.getArgSpec();
    if (spec == null || end < 0 || !message.startsWith("Invalid value")) {
      return message;
    }
    String why = message.substring(end + 2);
    return label(spec) + (why.startsWith("it ") ? why.substring(2) : ": " + why);
  }

  private static String synopsis(CommandSpec spec) {
    String[] own = spec.usageMessage().customSynopsis();
    return own.length > 0 ? own[0] : spec.qualifiedName() + " COMMAND";
  }
}
