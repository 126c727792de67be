// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whereto.ask.Credentials;
import org.whereto.ask.Origin;
import org.whereto.ask.ServiceAt;
import org.whereto.ask.Token;
import org.whereto.ask.login.PrivateFile;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * As whom services are asked. A token is never a word of the command line, which everybody on the
 * machine can see; and it goes to those origins alone that are named for it.
 *
 * @param asked the origins of all services that are asked, in the order of the command line
 */
record AskedAs(Set<Origin> asked, ParseResult parsed, Terminal terminal) {

  private static final String TOKEN_FILE = "--token-file";
  private static final String TOKEN_FOR = "--token-for";
  private static final String VARIABLE = "WHERETO_TOKEN";

  static CommandSpec declare(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder(TOKEN_FILE)
                .type(File.class)
                .arity("1")
                .paramLabel("FILE")
                .description(
                    "Ask with the token in this file, which only you can read. It goes to the one"
                        + " service that is named with --at; of several, to those of --token-for.")
                .build())
        .addOption(
            OptionSpec.builder(TOKEN_FOR)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("ORIGIN")
                .description(
                    "Who gets the token of --token-file or of the variable WHERETO_TOKEN, like"
                        + " https://planner.example.org: scheme, host and port exactly. May stand"
                        + " several times.")
                .build());
  }

  /**
   * Which token goes to which of these places.
   *
   * @throws BadInput where that is not said, or a token cannot be read
   */
  static Credentials of(ParseResult parsed, List<String> places, Terminal terminal)
      throws BadInput {
    Set<Origin> asked = new LinkedHashSet<>();
    for (String place : places) {
      if (ServiceAt.isUrl(place)) {
        asked.add(ServiceAt.originOf(place));
      }
    }
    AskedAs as = new AskedAs(asked, parsed, terminal);
    Credentials all = new KeptTokens(as.credentials(), terminal).with(asked);
    as.noteUnsent(all);
    return all;
  }

  private Credentials credentials() throws BadInput {
    Set<Origin> named = named();
    Optional<Token> token = token();
    if (token.isEmpty()) {
      if (!named.isEmpty()) {
        throw fault(
            TOKEN_FOR
                + " says who gets a token, but there is none: add "
                + TOKEN_FILE
                + " FILE, or set "
                + VARIABLE
                + ".");
      }
      return Credentials.NONE;
    }
    if (named.isEmpty()) {
      if (!parsed.hasMatchedOption(TOKEN_FILE)) {
        return Credentials.NONE;
      }
      named = Set.of(theOne());
    }
    Credentials credentials = Credentials.NONE;
    for (Origin origin : named) {
      credentials = credentials.with(origin, token.get());
    }
    return credentials;
  }

  private Set<Origin> named() throws BadInput {
    Set<Origin> named = new LinkedHashSet<>();
    if (parsed.hasMatchedOption(TOKEN_FOR)) {
      for (String word : parsed.matchedOption(TOKEN_FOR).originalStringValues()) {
        Origin origin = Origin.named(word);
        if (!asked.contains(origin)) {
          throw fault(
              TOKEN_FOR
                  + " names "
                  + origin
                  + ", but no service there is asked"
                  + (asked.isEmpty() ? "." : "; those that are: " + listed(", ", "") + "."));
        }
        named.add(origin);
      }
    }
    return named;
  }

  /** The file before the variable: it was named for this command. */
  private Optional<Token> token() throws BadInput {
    if (parsed.hasMatchedOption(TOKEN_FILE)) {
      String word = parsed.matchedOption(TOKEN_FILE).originalStringValues().getFirst();
      String text = PrivateFile.text(Options.file(word), 2 * Token.LONGEST);
      return Optional.of(Token.of(text, word));
    }
    String text = terminal.env().getOrDefault(VARIABLE, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(Token.of(text, VARIABLE));
  }

  /** A file and one service on one command line name each other. */
  private Origin theOne() throws BadInput {
    if (asked.isEmpty()) {
      throw fault(TOKEN_FILE + " says nothing here: platform files are read without a token.");
    }
    if (asked.size() > 1) {
      throw fault(
          "Several services are asked: say which of them get the token, with "
              + listed(" or ", TOKEN_FOR + " ")
              + ".");
    }
    return Origin.named(asked.iterator().next().toString());
  }

  /** The variable may stand there for something else, or its services be forgotten. */
  private void noteUnsent(Credentials all) {
    boolean set = !terminal.env().getOrDefault(VARIABLE, "").isEmpty();
    boolean said = parsed.hasMatchedOption(TOKEN_FILE) || parsed.hasMatchedOption(TOKEN_FOR);
    boolean isMissed = asked.stream().anyMatch(origin -> !all.has(origin));
    if (set && !said && isMissed && !Options.isQuiet(parsed)) {
      terminal.complain(
          "The token of "
              + VARIABLE
              + " was sent to nobody: say who gets it, with "
              + listed(" or ", TOKEN_FOR + " ")
              + ".");
    }
  }

  private String listed(String between, String before) {
    return asked.stream()
        .limit(5)
        .map(origin -> before + origin)
        .collect(Collectors.joining(between));
  }

  private static BadInput fault(String sentence) {
    return new BadInput("token.not-addressed", sentence);
  }
}
