// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Answer;
import org.whereto.support.AnyAnswer;
import org.whereto.support.JsonSchemas;
import org.whereto.support.RawServer;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class ReportTest {

  private static final Identity CHALLENGED = new Identity(false, "", true, "Log in.");
  private static final Identity KNOWN = new Identity(true, "alice", false, "");

  private static final Task TASK = Task.of("uri://a", Tree.text("x"));

  @Test
  void theBestStandsFirstWithItsAnswerAsOnTheWire() throws BadInput {
    List<Result> results =
        List.of(
            new Result(
                "down",
                "http://d/accepts",
                new Told.Silent(
                    Why.BUSY,
                    "It is busy.",
                    "Ask later.",
                    OptionalInt.of(503),
                    Identity.NONE,
                    millis(7))),
            new Result("no", "no.yaml", new Told.Answered(Answer.BARE_NO, CHALLENGED, millis(2))),
            new Result(
                "yes", "yes.yaml", Told.Answered.of(Answer.yes(List.of(), List.of()), millis(1))));
    String expected =
        """
        task: {tasktype: uri://a, taskinfo: x}
        asked: 3
        verdict: "yes"
        exit: 0
        results:
        - {name: "yes", location: yes.yaml, outcome: "yes", answer: {reponseword: "YES"},
           milliseconds: 1}
        - {name: "no", location: no.yaml, outcome: "no", answer: {reponseword: "NO"},
           login: Log in., challenged: true, milliseconds: 2}
        - {name: down, location: http://d/accepts, outcome: silent,
           problem: {code: busy, text: It is busy., remedy: Ask later., status: 503},
           milliseconds: 7}
        """;
    assertThat(new Report(TASK, results, Verdict.of(results)).tree())
        .isEqualTo(Formats.YAML.read(expected.getBytes(UTF_8), Budget.SMALL, Keep.ALL));
  }

  @Provide
  Arbitrary<Answer> answers() {
    return AnyAnswer.answers();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyReportFollowsThePublishedSchema(@ForAll("answers") Answer answer, @ForAll Why why) {
    List<Result> results =
        List.of(
            new Result("a", "a.yaml", new Told.Answered(answer, KNOWN, millis(3))),
            new Result("b", "b.yaml", Told.Silent.of(why, "It did not answer.", "", millis(4))));
    assertThat(faults(results)).isEmpty();
  }

  @Test
  @Timeout(120)
  void reportsOnRealExchangesFollowItToo() throws IOException, BadInput {
    List<RawServer> servers = new ArrayList<>();
    try (Web web = Web.open()) {
      List<Where> wheres = new ArrayList<>();
      for (HostileServices.Kind kind : HostileServices.quick().values()) {
        servers.add(RawServer.start(kind.behaviour()));
        wheres.add(ServiceAt.of(servers.getLast().url(), web));
      }
      List<Result> results = AskAll.ask(wheres, TASK, Deadline.in(Duration.ofSeconds(60)), _ -> {});
      assertThat(faults(results)).isEmpty();
    } finally {
      for (RawServer server : servers) {
        server.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, location: b, outcome: 'yes', milliseconds: 1}",
        "{name: a, location: b, outcome: 'no', answer: {reponseword: 'YES'}, milliseconds: 1}",
        "{name: a, location: b, outcome: yes-if, answer: {reponseword: 'NO'}, milliseconds: 1}",
        "{name: a, location: b, outcome: 'no', answer: {reponseword: 'NO', x: 1}, milliseconds: 1}",
        "{name: a, location: b, outcome: silent, answer: {reponseword: 'NO'}, milliseconds: 1}",
        "{name: a, location: b, outcome: silent, problem: {code: x, text: y}, milliseconds: 1}"
      })
  void otherResultsDoNotFollowIt(String result) throws BadInput {
    Tree one = Formats.YAML.read(result.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    Tree report =
        new Report(TASK, List.of(), Verdict.NO).tree().with("results", Tree.list(List.of(one)));
    assertThat(JsonSchemas.faults(Report.schema(), report)).isNotEmpty();
  }

  @Test
  void theSchemaKnowsEveryWord() {
    List<Tree> words = Report.schema().nodes().toList();
    assertThat(words)
        .containsAll(Arrays.stream(Why.values()).map(Why::word).map(Tree::text).toList());
    assertThat(words)
        .containsAll(Arrays.stream(Verdict.values()).map(Verdict::word).map(Tree::text).toList());
    assertThat(words)
        .containsAll(
            Arrays.stream(Result.Outcome.values())
                .map(Result.Outcome::word)
                .map(Tree::text)
                .toList());
  }

  private static List<String> faults(List<Result> results) {
    Report report = new Report(TASK, results, Verdict.of(results));
    return JsonSchemas.faults(Report.schema(), report.tree());
  }

  private static Duration millis(int number) {
    return Duration.ofMillis(number);
  }
}
