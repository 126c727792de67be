// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.decide.Decision;
import org.whereto.platform.Version;

/**
 * What the log says of one request. Made on the event loop, so it only takes what the line needs
 * and nothing that is large; it is masked where it is written.
 *
 * @param target as sent, never long
 * @param tasktype as asked, never long; empty where no decision was made
 * @param caller as the owner wants it named; empty where nothing is to be said
 */
record LogEntry(
    Instant at,
    long micros,
    String method,
    String target,
    Optional<String> platform,
    String tasktype,
    Optional<Answer.Word> word,
    boolean conditional,
    Codes codes,
    String configuration,
    int status,
    String problem,
    long received,
    long sent,
    String caller) {

  /** A longer target holds a document: of such a one only the path is kept. */
  private static final int LONGEST_TARGET = 4096;

  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_SHOWN = 1000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CALLER = 500;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static LogEntry of(Served served, String caller) {
    Optional<Decision> decision = served.decision();
    Optional<Answer> answer = served.answer();
    return new LogEntry(
        served.at(),
        Math.max(0, served.took().toNanos() / 1000),
        served.method(),
        shortened(served.target()),
        served.platform(),
        decision.map(Decision::tasktype).map(LogEntry::bounded).orElse(""),
        answer.map(Answer::word),
        answer.map(Answer::isConditional).orElse(false),
        decision.flatMap(made -> answer.map(given -> Codes.of(made, given))).orElse(Codes.NONE),
        decision.map(Decision::version).map(Version::hash).orElse(""),
        served.status(),
        served.problem(),
        served.received(),
        served.sent(),
        caller);
  }

  private static String shortened(String target) {
    if (target.length() <= LONGEST_TARGET) {
      return target;
    }
    int mark = target.indexOf('?');
    return mark < 0 || mark > LONGEST_TARGET
        ? Masking.MASK
        : target.substring(0, mark) + "?" + Masking.MASK;
  }

  private static String bounded(String tasktype) {
    return tasktype.length() > Masking.LONGEST ? Masking.MASK : tasktype;
  }

  /**
   * Writes the line.
   *
   * @param lost how many entries before this one could not be written
   */
  void line(StringBuilder out, long lost) {
    JsonLine line = new JsonLine(out);
    line.text("time", TIME.format(at), LONGEST_NAME)
        .text("method", isMethod() ? method : Masking.MASK, LONGEST_METHOD)
        .text("target", MaskedTarget.of(target, platform.orElse("")), LONGEST_SHOWN)
        .textIfAny("platform", platform.map(PlatformLabel::of).orElse(""), LONGEST_NAME)
        .textIfAny("caller", caller, LONGEST_CALLER)
        .textIfAny("tasktype", Masking.text(tasktype), LONGEST_NAME)
        .textIfAny("answer", word.map(Enum::name).orElse(""), LONGEST_NAME)
        .flagIfSet("conditional", conditional)
        .textsIfAny("codes", codes.all(), LONGEST_NAME)
        .textIfAny("configuration", configuration, LONGEST_NAME)
        .number("status", status)
        .textIfAny("problem", problem.isEmpty() ? "" : Codes.safe(problem), LONGEST_NAME)
        .thousandths("duration", micros)
        .number("received", received)
        .number("sent", sent);
    if (lost > 0) {
      line.number("lost", lost);
    }
    line.end();
  }

  private boolean isMethod() {
    return method.length() <= LONGEST_METHOD && method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
