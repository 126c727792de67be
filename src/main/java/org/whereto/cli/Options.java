// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.whereto.ask.ServiceAt;
import org.whereto.tree.BadInput;
import org.whereto.tree.Nearest;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options that several sub-commands have. */
final class Options {

  static final String OUTPUT = "--output";
  private static final String COLOR = "--color";
  private static final String QUIET = "--quiet";

  private static final List<String> WHEN = List.of("auto", "always", "never");

  private Options() {}

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  static OptionSpec color() {
    return choice(WHEN, COLOR)
        .paramLabel("WHEN")
        .description(
            "auto (default), always or never. auto: on a terminal, unless NO_COLOR is set.")
        .build();
  }

  /** In which form the result is printed; the first one is the default. */
  static OptionSpec output(List<String> forms) {
    return choice(forms, "-o", OUTPUT)
        .paramLabel("FORM")
        .description("One of " + String.join(", ", forms) + "; default: " + forms.getFirst() + ".")
        .build();
  }

  /** The form that was asked for. */
  static String output(ParseResult parsed, List<String> forms) {
    return parsed.matchedOptionValue(OUTPUT, forms.getFirst());
  }

  /**
   * Colours or none, by {@code --color}, NO_COLOR (no-color.org) and what kind of terminal it is.
   */
  static Paint paint(ParseResult parsed, Terminal terminal) {
    return switch (parsed.matchedOptionValue(COLOR, "auto")) {
      case "always" -> new Paint(true);
      case "never" -> Paint.NONE;
      default ->
          new Paint(
              terminal.isInteractive()
                  && terminal.env().getOrDefault("NO_COLOR", "").isEmpty()
                  && !terminal.env().getOrDefault("TERM", "").equals("dumb"));
    };
  }

  static OptionSpec quiet(String doc) {
    return OptionSpec.builder("-q", QUIET).description(doc).build();
  }

  static boolean isQuiet(ParseResult parsed) {
    return parsed.hasMatchedOption(QUIET);
  }

  /**
   * Files, or what else the words may be: to call them files is what makes shells complete them.
   */
  static PositionalParamSpec files(int index, String label, String doc) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(index))
        .arity("1")
        .required(true)
        .type(File.class)
        .paramLabel(label)
        .description(doc)
        .build();
  }

  /**
   * The file that a word names.
   *
   * @throws BadInput where it is a URL, or no name that a file can have
   */
  static Path file(String word) throws BadInput {
    if (ServiceAt.isUrl(word)) {
      throw fault("\"" + word + "\" is a URL: name a file on this machine.");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException _) {
      throw fault("\"" + word + "\" is no name that a file can have.");
    }
  }

  private static BadInput fault(String sentence) {
    return new BadInput("file.unreadable", sentence);
  }

  /** The word at this position, as it was typed. */
  static String word(ParseResult parsed, int index) {
    return parsed.matchedPositional(index).originalStringValues().getFirst();
  }

  /** An option whose value is one of some words. */
  static OptionSpec.Builder choice(List<String> words, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .completionCandidates(words)
        .converters(word -> oneOf(words, word));
  }

  static String oneOf(List<String> words, String word) {
    if (!words.contains(word)) {
      throw new TypeConversionException(
          "it must be one of "
              + String.join(", ", words)
              + ", not \""
              + word
              + "\"."
              + Nearest.hint(word, words));
    }
    return word;
  }
}
