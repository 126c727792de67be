// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whereto.answer.Answer;
import org.whereto.answer.Suggestion;
import org.whereto.ask.Result;
import org.whereto.ask.Told;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The file into which goes what was suggested.
 *
 * @param overwrite whether a file that is there may be written over
 */
record SavedSuggestion(Path file, boolean overwrite) {

  private static final String SAVE = "--save-suggestion";
  private static final String OVERWRITE = "--overwrite";

  /** For those who see a suggestion and do not save it. */
  static final String HINT = "Save what would be YES with: " + SAVE + " FILE";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  static CommandSpec declare(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder(SAVE)
                .type(File.class)
                .arity("1")
                .paramLabel("FILE")
                .description(
                    "Save what a NO suggests instead: a compose file where one was given, else a"
                        + " Task. FILE ends in .yaml, .yml or .json.")
                .build())
        .addOption(
            OptionSpec.builder(OVERWRITE)
                .description("Let " + SAVE + " write over a file that is there.")
                .build());
  }

  /**
   * Where a suggestion is to be saved, if it is.
   *
   * @throws BadInput for a file that cannot be written, before anybody is asked
   */
  static Optional<SavedSuggestion> of(ParseResult parsed) throws BadInput {
    boolean overwrite = parsed.hasMatchedOption(OVERWRITE);
    if (!parsed.hasMatchedOption(SAVE)) {
      if (overwrite) {
        throw fault(OVERWRITE + " says nothing without " + SAVE + " FILE.");
      }
      return Optional.empty();
    }
    String word = parsed.matchedOption(SAVE).originalStringValues().getFirst();
    SavedSuggestion saved = new SavedSuggestion(Options.file(word), overwrite);
    if (ENDINGS.stream().noneMatch(word.toLowerCase(Locale.ROOT)::endsWith)) {
      throw fault(
          SAVE
              + " writes YAML or JSON: name a file that ends in .yaml, .yml or .json, not "
              + word
              + ".");
    }
    if (Files.isDirectory(saved.file())) {
      throw fault(word + " is a directory: name a file.");
    }
    if (!overwrite && Files.exists(saved.file())) {
      throw saved.isThere();
    }
    return Optional.of(saved);
  }

  /** Whether something is suggested, and was not to be saved. */
  static boolean isMissed(ParseResult parsed, List<Result> results) {
    return !parsed.hasMatchedOption(SAVE)
        && results.stream().anyMatch(result -> suggestion(result.told()).isPresent());
  }

  /**
   * Writes the one thing that is suggested, or complains that there is none.
   *
   * @throws BadInput where several different ones are suggested, or the file cannot be written
   */
  void save(Taken taken, List<Result> results, Terminal terminal) throws BadInput {
    Map<String, List<String>> suggested = suggested(taken, results);
    if (suggested.isEmpty()) {
      terminal.complain("Nothing was saved: " + nobody(results));
      return;
    }
    if (suggested.size() > 1) {
      throw fault(
          "Nothing was saved: different changes are suggested by "
              + suggested.values().stream().map(List::getFirst).collect(Collectors.joining(", by "))
              + ". Name one of them with --at.");
    }
    write(suggested.keySet().iterator().next());
    if (terminal.watched()) {
      terminal.complain("What is suggested was saved in " + file + ".");
    }
  }

  private static String nobody(List<Result> results) {
    return results.stream()
        .filter(result -> result.outcome() == Result.Outcome.YES)
        .findFirst()
        .map(result -> result.name() + " says YES to what was asked, and nobody suggests a change.")
        .orElse("nobody suggests a change.");
  }

  /** Each document that is suggested, and by whom. */
  private Map<String, List<String>> suggested(Taken taken, List<Result> results) throws BadInput {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    Map<String, List<String>> suggested = new LinkedHashMap<>();
    for (Result result : Result.ranked(results)) {
      Optional<Suggestion> suggestion = suggestion(result.told());
      if (suggestion.isPresent()) {
        String document = new Mended(taken.inspection(), json).by(suggestion.get(), result.name());
        suggested.computeIfAbsent(document, same -> new ArrayList<>()).add(result.name());
      }
    }
    return suggested;
  }

  private static Optional<Suggestion> suggestion(Told told) {
    return told instanceof Told.Answered(Answer answer, _, _)
        ? answer.suggestion().flatMap(Suggestion::read)
        : Optional.empty();
  }

  private void write(String document) throws BadInput {
    OpenOption[] how =
        overwrite
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.write(file, document.getBytes(UTF_8), how);
    } catch (IOException | UnsupportedOperationException unwritable) {
      throw !overwrite && Files.exists(file)
          ? isThere()
          : fault(
              file
                  + " cannot be written: name a file in a directory that exists, where you may"
                  + " write.");
    }
  }

  private BadInput isThere() {
    return fault(file + " is there already: name another file, or add " + OVERWRITE + ".");
  }

  private static BadInput fault(String sentence) {
    return new BadInput("suggestion.not-saved", sentence);
  }
}
