// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.answer.Answer;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.cli.Grid.Cell;
import org.whereto.decide.Considered;
import org.whereto.decide.Considered.Way;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Offered;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.world.SourceState;

/** How a platform comes to its answer, check by check, for people. */
final class ExplainedText {

  private static final String INDENT = "  ";
  private static final int WIDEST_CHECK = 14;

  private final Explained explained;
  private final int width;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private ExplainedText(Explained explained, int width, Paint paint) {
    this.explained = explained;
    this.width = width;
    this.paint = paint;
  }

  static String of(Explained explained, int width, Paint paint) {
    ExplainedText all = new ExplainedText(explained, width, paint);
    all.types();
    explained.decision().considered().forEach(all::acceptance);
    all.sources();
    all.answer(explained.decision().answer());
    return all.text.toString();
  }

  private void types() {
    String asked = explained.decision().tasktype();
    if (explained.decision().understood()) {
      line("The task type " + asked + " is understood here.", "");
      return;
    }
    line("The task type " + asked + " is not understood here: no acceptance names it.", "");
    line("Understood here: " + Reason.listing(explained.understoodTypes()), INDENT);
    explained.nearMisses().forEach(near -> line(near, INDENT));
  }

  private void acceptance(Considered considered) {
    Acceptance acceptance = considered.acceptance();
    text.append('\n');
    line(
        "accepts, line "
            + acceptance.place().line()
            + ": "
            + String.join(", ", acceptance.tasktypes())
            + (acceptance.required() ? " (required: the task must name its subject)" : ""),
        "");
    if (considered.findings().isEmpty()) {
      line("no check", INDENT);
    }
    findings(considered.findings(), INDENT);
    for (Way way : considered.ways()) {
      way(way);
    }
    text.append(INDENT).append("=> ").append(outcome(considered)).append('\n');
  }

  private String outcome(Considered considered) {
    if (!considered.isYes()) {
      return paint.bad("cannot run it");
    }
    boolean open =
        considered.findings().stream().anyMatch(finding -> finding.outcome() == Outcome.NOT_GIVEN);
    return open ? paint.half("can run it, if what is left open holds") : paint.good("can run it");
  }

  private void way(Way way) {
    Offered offered = way.offered();
    String checks = way.findings().isEmpty() ? ": no check of its own" : "";
    line("on " + offered.name() + " (" + offered.label() + ")" + checks, INDENT);
    findings(way.findings(), INDENT + INDENT);
  }

  private void findings(List<Finding> findings, String indent) {
    int check = findings.stream().mapToInt(one -> Columns.of(one.check())).max().orElse(0);
    Grid grid =
        new Grid(indent, width, word(Outcome.CANNOT_TELL).length(), Math.min(WIDEST_CHECK, check));
    for (Finding finding : findings) {
      grid.row(
          Cell.of(word(finding), brush(finding.outcome())),
          Cell.of(Terminal.clean(finding.check())),
          Cell.stack(seen(finding)));
    }
    text.append(grid);
  }

  private static List<String> seen(Finding finding) {
    List<String> lines = new ArrayList<>();
    String path = finding.path().isEmpty() ? "the task" : finding.path();
    lines.add(path + (finding.seen().isEmpty() ? "" : ": " + finding.seen()));
    if (!finding.limit().isEmpty()) {
      lines.add("limit: " + finding.limit());
    }
    finding.says().ifPresent(says -> lines.add(says.code() + ": " + says.text()));
    return lines.stream().map(Terminal::clean).toList();
  }

  private void sources() {
    if (explained.sources().isEmpty()) {
      return;
    }
    text.append('\n');
    line("What is available is read from", "");
    int name = explained.sources().stream().mapToInt(one -> Columns.of(one.name())).max().orElse(0);
    Grid grid = new Grid(INDENT, width, Math.min(WIDEST_CHECK, name));
    for (SourceState source : explained.sources()) {
      grid.row(Cell.of(Terminal.clean(source.name())), Cell.stack(seen(source)));
    }
    text.append(grid);
  }

  private static List<String> seen(SourceState source) {
    String slots = Said.count(source.slots(), "slot");
    String read =
        source
            .age()
            .map(age -> slots + ", " + shown(age) + " old" + isUsed(source))
            .orElse("not read yet");
    return Stream.concat(Stream.of(source.origin() + ": " + read), source.fault().stream())
        .map(Terminal::clean)
        .toList();
  }

  private static String shown(Duration age) {
    return Amount.shown(Measure.TIME, BigDecimal.valueOf(age.toSeconds()));
  }

  private static String isUsed(SourceState source) {
    return switch (source.use()) {
      case FRESH -> "";
      case LATE -> ": late, and still used";
      case NONE -> ": too old to be used";
    };
  }

  private void answer(Answer answer) {
    text.append('\n');
    var outcome = explained.outcome();
    text.append("Answer: ")
        .append(AnswerTable.brush(outcome, paint).apply(AnswerTable.word(outcome)))
        .append('\n');
    Grid grid = new Grid(INDENT, width);
    grid.row(Cell.listing(Said.of(explained.told())));
    text.append(grid);
    String codes =
        Stream.concat(answer.reasons().stream(), answer.warnings().stream())
            .map(Reason::code)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!codes.isEmpty()) {
      line("codes: " + codes, INDENT);
    }
  }

  /** What is said of something that holds is a remark, not the proof that it was looked at. */
  private static String word(Finding finding) {
    boolean remark = finding.outcome() == Outcome.OK && finding.says().isPresent();
    return remark ? "note" : word(finding.outcome());
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case OK -> "ok";
      case REFUSED -> "refused";
      case NOT_GIVEN -> "not given";
      case CANNOT_TELL -> "cannot tell";
    };
  }

  private UnaryOperator<String> brush(Outcome outcome) {
    return switch (outcome) {
      case OK -> paint::good;
      case REFUSED -> paint::bad;
      case NOT_GIVEN, CANNOT_TELL -> paint::half;
    };
  }

  private void line(String words, String indent) {
    Lines.of(Terminal.clean(words), width - indent.length())
        .forEach(line -> text.append(indent).append(line).append('\n'));
  }
}
