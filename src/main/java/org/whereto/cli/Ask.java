// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.whereto.Whereto;
import org.whereto.ask.Credentials;
import org.whereto.ask.Report;
import org.whereto.ask.Result;
import org.whereto.ask.ServiceAt;
import org.whereto.ask.Verdict;
import org.whereto.ask.Where;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Where can this Task run? */
final class Ask implements Command {

  private static final String AT = "--at";
  private static final String TIMEOUT = "--timeout";
  private static final String NAMES = "name";
  private static final String TABLE = "table";
  private static final List<String> FORMS = List.of(TABLE, "json", "yaml", "xml", NAMES);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("whereto ask TASK --at WHERE... [OPTION...]")
        .header("Ask platforms whether they can run a task.")
        .description(
            "Files of platforms, directories of such files, and services are all asked at once.")
        .footer(
            "",
            "whereto ask notebook.ipynb --at examples/platforms",
            "whereto ask docker://example:1.0 --at my.yaml https://planner.example.org/ -o json",
            "whereto ask compose.yaml --at my.yaml --save-suggestion better.yaml",
            "whereto ask note.zpln --at https://planner.example.org/ --token-file my.token",
            "",
            "Exit codes: 0 somebody says YES; 1 all say NO; 2 bad use or unreadable input;",
            "  3 not all answered; 4 somebody may say something else after a login;"
                + " 130 interrupted.");
    return SavedSuggestion.declare(AskedAs.declare(Taken.declare(spec)))
        .addOption(Taken.sendContent())
        .addOption(at())
        .addOption(timeout())
        .addOption(Options.output(FORMS))
        .addOption(Options.quiet("Print nothing: the exit code tells."))
        .addOption(Options.color());
  }

  private static OptionSpec at() {
    return OptionSpec.builder(AT)
        .type(List.class)
        .auxiliaryTypes(File.class)
        .arity("1..*")
        .required(true)
        .paramLabel("WHERE")
        .description("A platform file, a directory of them, or the URL of a service.")
        .build();
  }

  private static OptionSpec timeout() {
    return OptionSpec.builder(TIMEOUT)
        .type(Duration.class)
        .arity("1")
        .converters(Ask::duration)
        .paramLabel("TIME")
        .description("How long to wait for all of them together, like 30s or 2m; default: 10s.")
        .build();
  }

  private static Duration duration(String text) {
    try {
      Amount time = Amount.parse(Measure.TIME, Tree.text(text), Path.ROOT);
      if (time.value().signum() == 0) {
        throw new TypeConversionException("it must be longer than no time at all, like 30s.");
      }
      return Duration.ofMillis(time.value().movePointRight(3).longValue());
    } catch (BadInput fault) {
      throw new TypeConversionException(fault.sentence());
    }
  }

  @Override
  public int run(ParseResult parsed, Terminal terminal) throws BadInput {
    Taken taken = Taken.of(parsed, terminal);
    Optional<SavedSuggestion> save = SavedSuggestion.of(parsed);
    List<String> places = parsed.matchedOption(AT).originalStringValues();
    try (Whereto whereto = new Whereto();
        Interrupt _ = Interrupt.toThisThread()) {
      Credentials credentials = AskedAs.of(parsed, places, terminal);
      List<Where> wheres = OnThisMachine.of(whereto.at(places, credentials), taken);
      List<Result> results;
      try (Progress progress = Progress.of(terminal, wheres)) {
        Duration time = parsed.matchedOptionValue(TIMEOUT, PATIENCE);
        results = whereto.ask(taken.task(), wheres, time, progress::came);
      }
      boolean interrupted = Thread.interrupted();
      if (!Options.isQuiet(parsed)) {
        print(taken, results, parsed, terminal);
        terminal.flush();
      }
      if (save.isPresent() && !interrupted) {
        save.get().save(taken, results, terminal);
      }
      return interrupted ? Interrupt.EXIT_CODE : Verdict.of(results).exitCode();
    }
  }

  private static void print(
      Taken taken, List<Result> results, ParseResult parsed, Terminal terminal) {
    String form = Options.output(parsed, FORMS);
    switch (form) {
      case TABLE -> {
        terminal.tell(taken.lines(services(results)));
        terminal.say("");
        Paint paint = Options.paint(parsed, terminal);
        terminal.show(AnswerTable.of(results, terminal.width(), paint));
        if (SavedSuggestion.isMissed(parsed, results)) {
          terminal.tell(List.of(SavedSuggestion.HINT));
        }
      }
      case NAMES -> yesNames(results).forEach(terminal::say);
      default -> {
        Report report = new Report(taken.task(), results, Verdict.of(results));
        terminal.document(Formats.byName(form, "report").orElseThrow().write(report.tree()));
      }
    }
  }

  private static boolean services(List<Result> results) {
    return results.stream().map(Result::location).anyMatch(ServiceAt::isUrl);
  }

  private static List<String> yesNames(List<Result> results) {
    return Result.ranked(results).stream()
        .filter(result ->
            switch (result.outcome()) {
              case YES, YES_IF -> true;
              case NO, SILENT -> false;
            })
        .map(Result::name)
        .toList();
  }
}
