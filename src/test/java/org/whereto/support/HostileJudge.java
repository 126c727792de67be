// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.support.HostileInput.Shape;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.wire.Answers;
import org.whereto.wire.ProblemDetail;
import org.whereto.wire.Schemas;

/**
 * Whether a reply to a hostile request of a platform that takes none of them is as it has to be.
 */
public final class HostileJudge {

  private static final Set<Integer> STATUSES = Set.of(200, 400, 406, 413, 414, 415, 431);

  /** What would tell of the inside of the server. */
  private static final List<String> INSIDE =
      List.of("org.whereto", "java.lang", ".java:", "Exception", "StackOverflow", "/tmp/");

  private static final Set<String> DISPLAYED =
      Set.of("md", "markdown", "html", "latex", "javascript", "svg", "mermaid");

  /** What is said where an exception was caught that should not have been thrown. */
  private static final Set<String> BROKEN =
      Set.of("decision.failed", "check.failed", "check.silent");

  private static final int LONG = 20_000;

  private final Set<String> schemaSeen = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  /** What was wrong, a line each. */
  public List<String> faults() {
    return faults;
  }

  /** How often there was which outcome. */
  public Map<String, Integer> outcomes() {
    return outcomes;
  }

  /** How often there was which status. */
  public Map<Integer, Integer> statuses() {
    return statuses;
  }

  public void fault(Object about, String what) {
    faults.add(about + ": " + what);
  }

  public void judge(HostileRequest request, RawReply reply) {
    statuses.merge(reply.status(), 1, Integer::sum);
    try {
      if (!STATUSES.contains(reply.status())) {
        fault(request, "status " + reply.status() + " " + shown(reply));
        return;
      }
      Tree document = read(reply);
      INSIDE.stream()
          .filter(word -> reply.text().contains(word) && !isTheAskers(word, request))
          .forEach(word -> fault(request, "tells of the inside: " + word));
      if (reply.status() == 200) {
        answer(request, Answers.read(document));
      } else {
        problem(request, reply, ProblemDetail.read(document));
      }
      schema(request, reply, document);
    } catch (BadInput fault) {
      fault(request, "not a whole document: " + fault.sentence() + " " + shown(reply));
    }
  }

  /** A path puts a dot before a name. */
  private static boolean isTheAskers(String word, HostileRequest request) {
    return request.input().octets().contains(word.startsWith(".") ? word.substring(1) : word);
  }

  private static Tree read(RawReply reply) throws BadInput {
    Format format = reply.header("Content-Type").contains("yaml") ? Formats.YAML : Formats.JSON;
    return format.read(reply.octets().getBytes(ISO_8859_1), Budget.OWNER, Keep.ALL);
  }

  private static String shown(RawReply reply) {
    return reply.text().substring(0, Math.min(300, reply.text().length()));
  }

  private void answer(HostileRequest request, Answer answer) {
    count(answer.isYes() ? "YES" : "NO");
    List<Reason> all =
        Stream.concat(answer.reasons().stream(), answer.warnings().stream()).toList();
    all.stream()
        .filter(reason -> BROKEN.contains(reason.code()))
        .forEach(reason -> fault(request, "something broke: " + reason.text()));
    if (answer.isYes() && !needsNoLanguage(request)) {
      fault(request, "a YES: " + all);
    }
    if (request.place().startsWith(HostileRequest.DOCUMENT)) {
      fault(request, "no question at all, but answered");
    }
    if (isUnreadable(request) && all.stream().noneMatch(r -> r.code().endsWith(".unreadable"))) {
      fault(request, "a NO for another reason than that it is unreadable: " + all);
    }
  }

  /** An empty list of languages needs nothing, and languages for display need nobody. */
  private static boolean needsNoLanguage(HostileRequest request) {
    return request.place().startsWith("taskinfo.languages")
        && Stream.of(request.input().text().replaceAll("^\\s*\\{|\\}\\s*$", "").split(","))
            .allMatch(item -> item.isBlank() || DISPLAYED.contains(item.strip()));
  }

  /** Whether it is content, sent byte for byte, that the reader of its format refuses. */
  private static boolean isUnreadable(HostileRequest request) {
    boolean compose = request.place().startsWith("taskinfo.composefile" + HostileRequest.AS_PART);
    boolean notebook = request.place().startsWith("taskinfo.notebook" + HostileRequest.AS_PART);
    if (request.input().shape() != Shape.DOCUMENT || !(compose || notebook)) {
      return false;
    }
    try {
      Format format = compose ? Formats.YAML : Formats.JSON;
      format.read(request.input().bytes(), Budget.LARGE.withLongTexts(), Keep.ALL);
      return false;
    } catch (BadInput _) {
      return true;
    }
  }

  private void problem(HostileRequest request, RawReply reply, Optional<ProblemDetail> problem) {
    count(String.valueOf(reply.status()));
    if (problem.isEmpty() || problem.get().status() != reply.status()) {
      fault(request, "not a problem with its status: " + shown(reply));
    }
  }

  /** Of each status and set of members one document: the foreign judge takes its time. */
  private void schema(HostileRequest request, RawReply reply, Tree document) {
    int status = reply.status();
    if (reply.octets().length() > LONG) {
      return;
    }
    String codes = new String(Formats.JSON.write(document), ISO_8859_1);
    String kind =
        status + codes.replaceAll("(?s)\"(text|asked|limit|path|detail)\": *\"[^\"]*\"", "");
    if (schemaSeen.size() < 60 && schemaSeen.add(kind)) {
      JsonSchemas.faults(status == 200 ? Schemas.answer() : Schemas.problem(), document)
          .forEach(fault -> fault(request, fault.toLowerCase(Locale.ROOT)));
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }
}
