// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.decide.Decision;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.platform.Serving;
import org.whereto.tree.Place;
import org.whereto.tree.Problems.Problem;
import org.whereto.wire.Query;
import org.whereto.world.World;

/** What is counted, and that no caller can make more of it. */
class MetricsTest {

  private static final String TEXT = "text/plain";

  private final AtomicLong reading = new AtomicLong(3);
  private Mounts mounts = Sample.mounts("sample");
  private final Metrics metrics =
      new Metrics(() -> mounts, new Readings(reading::get, () -> 1000, () -> 20, () -> 7));

  @AfterEach
  void close() {
    metrics.close();
  }

  private Map<String, Double> scraped() {
    return Exposition.read(metrics.scrape(TEXT)).samples();
  }

  private void ask(String query) {
    metrics.accept(Sample.asked("/sample/accepts?" + query, Query.of(query)));
  }

  private static String questions(String tasktype, String answer) {
    return "whereto_questions_total{answer="
        + answer
        + ", platform=sample, tasktype="
        + tasktype
        + "}";
  }

  @Test
  void questionsAreCountedByTaskTypeAndAnswer() {
    ask("tasktype=uri://own&taskinfo.languages={md}");
    ask("tasktype=uri://own&taskinfo.languages={python}");
    ask("tasktype=uri://synonym&taskinfo.languages={md}");
    ask("tasktype=uri://own");
    ask("tasktype=uri://own&taskinfo.languages={scala}");
    ask("tasktype=uri://nobody");
    ask("taskinfo.languages={md}");
    metrics.accept(Sample.refused("/", Optional.of("sample"), 413, "body.too-large"));
    metrics.accept(Sample.refused("/", Optional.of("sample"), 503, "busy"));
    metrics.accept(Sample.refused("/nothing", Optional.empty(), 404, "path.unknown"));
    metrics.accept(Sample.refused("/sample/description", Optional.of("sample"), 200, ""));

    assertThat(scraped())
        .containsEntry("whereto_requests_total{status=200}", 7.0)
        .doesNotContainKey(questions("none", "other"))
        .containsEntry(questions("uri://own", "yes"), 3.0)
        .containsEntry(questions("uri://own", "conditional"), 1.0)
        .containsEntry(questions("uri://own", "no"), 1.0)
        .containsEntry(questions("other", "not-understood"), 1.0)
        .containsEntry(questions("none", "bad-request"), 1.0)
        .containsEntry(questions("none", "other-4xx"), 1.0)
        .containsEntry(questions("none", "other-5xx"), 1.0)
        .containsEntry("whereto_requests_total{status=400}", 1.0)
        .containsEntry("whereto_requests_total{status=404}", 1.0);
  }

  @Test
  void reasonsAndWarningsAreCountedByCodeOnceForEachQuestion() {
    ask("tasktype=uri://own&taskinfo.languages={scala,r}&taskinfo.a=1&taskinfo.b=2");
    ask("tasktype=uri://own&taskinfo.languages={scala}&resources.mingpus=1");

    assertThat(scraped())
        .containsEntry("whereto_reasons_total{code=languages.not-offered, platform=sample}", 2.0)
        .containsEntry(
            "whereto_reasons_total{code=resources.other.not-offered, platform=sample}", 1.0)
        .containsEntry("whereto_warnings_total{code=field.not-used, platform=sample}", 1.0);
  }

  @Test
  void durationsFallIntoBuckets() {
    ask("tasktype=uri://own&taskinfo.languages={md}");
    assertThat(scraped())
        .containsEntry("whereto_question_duration_seconds_bucket{answer=yes, le=0.001}", 0.0)
        .containsEntry("whereto_question_duration_seconds_bucket{answer=yes, le=0.0025}", 1.0)
        .containsEntry("whereto_question_duration_seconds_bucket{answer=yes, le=+Inf}", 1.0)
        .containsEntry("whereto_question_duration_seconds_count{answer=yes}", 1.0);
  }

  @Test
  void whatOthersCountIsShownAsItIsNow() {
    assertThat(scraped())
        .containsEntry("whereto_questions_in_flight{}", 3.0)
        .containsEntry("whereto_bodies_in_flight_bytes{}", 1000.0)
        .containsEntry("whereto_connections{}", 20.0)
        .containsEntry("whereto_log_lines_lost_total{}", 7.0);
    reading.set(9);
    assertThat(scraped()).containsEntry("whereto_questions_in_flight{}", 9.0);
  }

  @Test
  void everyMetricOfOursHasItsTypeAndPrefix() {
    ask("tasktype=uri://own&taskinfo.languages={scala}");
    Map<String, String> types = Exposition.read(metrics.scrape(TEXT)).types();
    assertThat(types)
        .containsEntry("whereto_questions_total", "counter")
        .containsEntry("whereto_question_duration_seconds", "histogram")
        .containsEntry("whereto_configuration_info", "gauge")
        .containsKeys("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_cpu_usage");
    assertThat(types.keySet())
        .allMatch(name -> name.matches("(whereto|jvm|process|system)_[a-z0-9_]+"));
  }

  @Test
  void platformsThatComeAndGoAndTheirHashesLeaveNothingBehind() {
    for (int i = 0; i < 50; i++) {
      mounts = new Mounts(Map.of("p" + i, serving("v" + i), "stays", serving("w" + i)), Map.of());
      metrics.scrape(TEXT);
    }
    Map<String, Double> samples = scraped();
    assertThat(samples.keySet().stream().filter(name -> name.contains("whereto_configuration")))
        .hasSize(6);
    assertThat(samples)
        .containsEntry("whereto_configuration_failing{platform=p49}", 0.0)
        .containsEntry(
            "whereto_configuration_info{hash="
                + serving("w49").platform().version().hash()
                + ", platform=stays}",
            1.0)
        .containsEntry(
            "whereto_configuration_loaded_timestamp_seconds{platform=stays}",
            Sample.AT.toEpochMilli() / 1000.0);
  }

  @Test
  void aFileThatFailsIsShownWhetherAnEarlierStateIsServedOrNone() {
    Failing failing = new Failing(Instant.EPOCH, List.of(new Problem(Place.NONE, "Bad.")));
    Serving old = new Serving(Sample.PLATFORM, World.CLOSED, Sample.AT, Optional.of(failing));
    mounts = new Mounts(Map.of("old", old), Map.of("never", failing));
    assertThat(scraped())
        .containsEntry("whereto_configuration_failing{platform=old}", 1.0)
        .containsEntry("whereto_configuration_failing{platform=never}", 1.0)
        .doesNotContainKey("whereto_configuration_loaded_timestamp_seconds{platform=never}");
  }

  private static Serving serving(String version) {
    return Sample.serving(Sample.platform(Sample.FILE + "# " + version + "\n"));
  }

  @Test
  void aHundredThousandNamesOfCallersAreNoMoreSeriesThanOne() {
    Random random = new Random(1);
    Decision no =
        Sample.asked("/", Query.of("tasktype=uri://own&taskinfo.languages={scala}"))
            .decision()
            .orElseThrow();
    ask("tasktype=uri://nobody&resources.mingpus=1");
    metrics.accept(hostile(no, "\n", "\"}"));
    int before = scraped().size();
    for (int i = 0; i < 100_000; i++) {
      metrics.accept(hostile(no, word(random), word(random)));
      metrics.accept(Sample.refused("/", Optional.of(word(random)), 400 + i % 2, word(random)));
    }
    assertThat(scraped().size() - before).isLessThan(10);
  }

  /** Whatever stands in a task type or a dimension, in any letters. */
  private static Served hostile(Decision like, String tasktype, String dimension) {
    Decision decision = new Decision(tasktype, true, like.considered(), like.version());
    Answer answer =
        Answer.no(List.of(Reason.of("resources." + dimension + ".not-offered", "", "")), List.of());
    return Sample.answered("/", "sample", decision, answer);
  }

  private static final String LETTERS = " \n\"\\{},=#\u00e9\u2028abc.-";

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** Codes of a kind to come, say, that hold a caller's words although they look like codes. */
  @Test
  void codesThatLookGoodAreBoundedToo() {
    Decision no =
        Sample.asked("/", Query.of("tasktype=uri://own&taskinfo.languages={scala}"))
            .decision()
            .orElseThrow();
    for (int i = 0; i < 10_000; i++) {
      Answer answer = Answer.no(List.of(Reason.of("a.b" + i, "", "")), List.of());
      metrics.accept(Sample.answered("/", "sample", no, answer));
    }
    Map<String, Double> reasons = new HashMap<>(scraped());
    reasons.keySet().removeIf(name -> !name.startsWith("whereto_reasons"));
    assertThat(reasons).hasSize(2000);
    assertThat(reasons.values().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(10_000);
    assertThat(reasons).containsEntry("whereto_reasons_total{code=other, platform=other}", 8001.0);
  }

  @Test
  void anOwnersStrangestNamesAreEscaped() {
    String type = "\"uri:\\\\x\\\"}\\n# é\"";
    Platform platform =
        Sample.platform(
            """
            whereto: 1
            interfaces: {a: {servicetype: uri://a}}
            accepts: [{tasktype: %s, on: [a]}]
            """
                .formatted(type));
    String name = platform.types().keySet().iterator().next();
    mounts = new Mounts(Map.of("a\"b\\", Sample.serving(platform)), Map.of());
    Decision decision = new Decision(name, true, List.of(), platform.version());
    metrics.accept(Sample.answered("/", "a\"b\\", decision, Answer.yes(List.of(), List.of())));
    assertThat(scraped())
        .containsEntry(
            "whereto_questions_total{answer=yes, platform=a\"b\\, tasktype=" + name + "}", 1.0);
  }

  @Test
  void theReaderOfThisTestIsStrict() {
    String good = "# HELP a b\n# TYPE a counter\na{b=\"c\"} 1.0\n";
    assertThat(Exposition.read(good).samples()).containsEntry("a{b=c}", 1.0);
    for (String bad :
        List.of(
            "a 1",
            "a 1\n",
            good + "a{b=\"c\"} 1.0\n",
            good + "a{b=\"\"\"} 1.0\n",
            good + "a{b=\"d\"\"} 1.0\n",
            good + "a{b=\"d\n\"} 1.0\n",
            good + "other 1.0\n",
            good + "\n",
            good + "# TYPE a counter\n")) {
      assertThatThrownBy(() -> Exposition.read(bad)).isInstanceOf(AssertionError.class);
    }
  }
}
