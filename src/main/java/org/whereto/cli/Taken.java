// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whereto.inspect.Inspection;
import org.whereto.inspect.Inspector;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the word TASK on a command line was taken for.
 *
 * @param word as it was typed
 * @param whole whether all of the content goes into the question
 */
record Taken(String word, Inspection inspection, boolean whole) {

  private static final String SEND_CONTENT = "--send-content";
  private static final String TASKTYPE = "--tasktype";
  private static final int SHOWN = 6;

  /** The parameter TASK, and the options that say how to take it. */
  static CommandSpec declare(CommandSpec spec) {
    return spec.addPositional(
            Options.files(
                0,
                "TASK",
                "A notebook (.ipynb), a Zeppelin note, a compose file, the folder or git URL of a"
                    + " Binder repository, an image (docker://NAME), a Task document, or - for"
                    + " standard input."))
        .addOption(
            OptionSpec.builder(TASKTYPE)
                .type(String.class)
                .arity("1")
                .paramLabel("TYPE")
                .description("Ask about it as this task type, like uri://esap-notebook.")
                .build());
  }

  /** The option without which the content stays on this machine. */
  static OptionSpec sendContent() {
    return OptionSpec.builder(SEND_CONTENT)
        .description(
            "Put the whole content into the question. Without it only facts leave this machine:"
                + " languages, image names, environment files.")
        .build();
  }

  /**
   * What the command line names.
   *
   * @throws BadInput where that is nothing that can be asked about
   */
  static Taken of(ParseResult parsed, Terminal terminal) throws BadInput {
    String word = Options.word(parsed, 0);
    Optional<String> tasktype =
        Optional.ofNullable(parsed.matchedOptionValue(TASKTYPE, (String) null));
    return new Taken(
        word,
        inspect(word, tasktype, terminal),
        parsed.commandSpec().findOption(SEND_CONTENT) != null
            && parsed.hasMatchedOption(SEND_CONTENT));
  }

  private static Inspection inspect(String word, Optional<String> tasktype, Terminal terminal)
      throws BadInput {
    try {
      return new Inspector(terminal.in()).inspect(word, tasktype);
    } catch (BadInput fault) {
      throw new BadInput(
          fault.code(),
          fault.path(),
          fault.place(),
          placed(fault, word.equals("-") ? "standard input" : word));
    }
  }

  /** The sentence with line and column after the name of the file, as editors know them. */
  private static String placed(BadInput fault, String word) {
    String place = fault.place().toString();
    String sentence = fault.sentence();
    if (place.isEmpty()) {
      return sentence;
    }
    return sentence.startsWith(word + " ")
        ? word + ":" + place + ":" + sentence.substring(word.length())
        : word + ":" + place + ": " + sentence;
  }

  /** The question as it leaves this machine. */
  Task task() {
    return whole ? inspection.full() : inspection.factsOnly();
  }

  /**
   * For people, in few lines: what it is, and what in it decides.
   *
   * @param services whether it leaves this machine
   */
  List<String> lines(boolean services) {
    List<String> found = found(inspection.facts());
    found.removeIf(fact -> inspection.what().endsWith(" " + fact));
    List<String> lines = new ArrayList<>();
    lines.add(
        (word.equals("-") ? "Standard input" : word)
            + " is "
            + inspection.what()
            + (found.isEmpty() ? "" : ": " + String.join(", ", found))
            + ".");
    String sent = whole ? "all of its content" : "these facts, not its content";
    lines.add("Asked as " + task().tasktype() + (services ? "; services get " + sent + "." : "."));
    inspection.notes().forEach(note -> lines.add("Note: " + note));
    return lines;
  }

  private List<String> found(Facts facts) {
    List<String> found = new ArrayList<>();
    facts
        .languages()
        .used()
        .forEach(language -> found.add(told(language, facts.languages().unit())));
    if (!facts.languages().undetermined().isEmpty()) {
      found.add("a language that cannot be told");
    }
    List<String> images = facts.images().stream().map(Taken::told).distinct().toList();
    images.stream().limit(SHOWN).forEach(found::add);
    if (images.size() > SHOWN) {
      found.add((images.size() - SHOWN) + " more images");
    }
    facts.environment().ifPresent(environment -> found.addAll(environment.files()));
    return found;
  }

  private static String told(ImageUse image) {
    return image
        .reference()
        .map(ImageReference::toString)
        .orElse("an image that is not named (" + image.path() + ")");
  }

  private static String told(Language language, String unit) {
    List<Integer> cells =
        language.evidence().stream()
            .map(Evidence::cells)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();
    String shown =
        cells.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    String more = cells.size() > SHOWN ? ", ..." : "";
    List<String> besides = new ArrayList<>();
    if (language.role() == Role.DISPLAY) {
      besides.add("only shown");
    }
    if (language.role() != Role.KERNEL && !cells.isEmpty()) {
      besides.add(unit + (cells.size() == 1 ? " " : "s ") + shown + more);
    }
    return language.name() + (besides.isEmpty() ? "" : " (" + String.join(", ", besides) + ")");
  }
}
