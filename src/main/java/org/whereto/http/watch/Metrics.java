// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.whereto.decide.Decision;
import org.whereto.http.tls.Tls;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.platform.Understood;

/**
 * Counts requests and questions, for Prometheus. A label is never a caller's word: task types are
 * those that a platform declares, codes those of {@link Codes}; all else is {@code other}.
 */
public final class Metrics implements Consumer<Served>, AutoCloseable {

  /** No decision was made, so no task type was heard. */
  private static final String NONE = "none";

  private static final String OTHER = "other";

  private static final int MOST_QUESTIONS = 5000;
  private static final int MOST_CODES = 2000;
  private static final int MOST_STATUSES = 50;

  /** Upper bounds of the buckets, in microseconds. */
  private static final long[] BUCKETS = {
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000
  };

  private record Question(String platform, String tasktype, AnswerLabel answer) {}

  private record Said(String platform, String code) {}

  private final Supplier<Mounts> mounts;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MountGauges gauges = new MountGauges(registry);
  private final SourceGauges sources = new SourceGauges(registry);
  private final Map<AnswerLabel, Timer> durations = new EnumMap<>(AnswerLabel.class);
  private final Counters<Integer> requests;
  private final Counters<Question> questions;
  private final Counters<Said> reasons;
  private final Counters<Said> warnings;
  private Optional<OfTheProcess> process = Optional.empty();

  /**
   * @param mounts what is served now
   */
  public Metrics(Supplier<Mounts> mounts, Readings readings) {
    this.mounts = mounts;
    this.requests = new Counters<>(MOST_STATUSES, 0, this::requests);
    this.questions =
        new Counters<>(
            MOST_QUESTIONS, new Question(OTHER, OTHER, AnswerLabel.OTHER), this::questions);
    Said other = new Said(OTHER, Codes.OTHER);
    this.reasons =
        new Counters<>(MOST_CODES, other, said -> said("reasons", "Reasons of a NO", said));
    this.warnings = new Counters<>(MOST_CODES, other, said -> said("warnings", "Warnings", said));
    for (AnswerLabel answer : AnswerLabel.values()) {
      durations.put(answer, duration(answer));
    }
    ReadingGauges.bind(readings, registry);
  }

  /** From now on shows how TLS fares, too. */
  public void show(Tls tls) {
    gauge("certificate.days.left", "Days until the certificate of TLS expires.", tls::daysLeft);
    gauge(
        "failing",
        "1 where the present files of TLS cannot be used.",
        () -> tls.standing().failing().isPresent() ? 1 : 0);
  }

  private void gauge(String name, String description, Supplier<Number> reading) {
    Gauge.builder("whereto.tls." + name, reading)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private Counter requests(int status) {
    return Counter.builder("whereto.requests")
        .description("Requests by the status of their answer.")
        .tag("status", status == 0 ? OTHER : String.valueOf(status))
        .register(registry);
  }

  private Counter questions(Question question) {
    return Counter.builder("whereto.questions")
        .description("Questions by platform, task type that the platform declares, and answer.")
        .tags(
            Tags.of(
                "platform", question.platform(),
                "tasktype", question.tasktype(),
                "answer", question.answer().word()))
        .register(registry);
  }

  private Counter said(String name, String what, Said said) {
    return Counter.builder("whereto." + name)
        .description(what + " by platform and code, each code once for a question.")
        .tags("platform", said.platform(), "code", said.code())
        .register(registry);
  }

  private Timer duration(AnswerLabel answer) {
    return Timer.builder("whereto.question.duration")
        .description("From the head of a question to its answer, by answer.")
        .tag("answer", answer.word())
        .serviceLevelObjectives(
            LongStream.of(BUCKETS)
                .mapToObj(us -> Duration.ofNanos(us * 1000))
                .toArray(Duration[]::new))
        .register(registry);
  }

  @Override
  public void accept(Served served) {
    requests.count(served.status());
    // A platform's page and description are no questions.
    boolean asked = served.answer().isPresent() || served.status() >= 400;
    if (asked && served.platform().isPresent()) {
      question(served, served.platform().get());
    }
  }

  private void question(Served served, String name) {
    AnswerLabel answer = AnswerLabel.of(served);
    Timer timer = durations.get(answer);
    if (timer != null) {
      timer.record(served.took());
    }
    Optional<Serving> serving = mounts.get().at(name);
    String platform = serving.isPresent() ? PlatformLabel.of(name) : OTHER;
    questions.count(new Question(platform, tasktype(served, serving), answer));
    if (served.decision().isPresent() && served.answer().isPresent()) {
      Codes codes = Codes.of(served.decision().get(), served.answer().get());
      codes.reasons().forEach(code -> reasons.count(new Said(platform, code)));
      codes.warnings().forEach(code -> warnings.count(new Said(platform, code)));
    }
  }

  /** The owner's word for the task type, whichever synonym was asked for. */
  private static String tasktype(Served served, Optional<Serving> serving) {
    Optional<Decision> decision = served.decision();
    if (decision.isEmpty()) {
      return NONE;
    }
    return serving
        .flatMap(it -> it.platform().understands(decision.get().tasktype()))
        .map(Understood::tasktype)
        .orElse(OTHER);
  }

  /**
   * All metrics as they are now, in one of the formats of Prometheus.
   *
   * @param mediaType with its parameters
   */
  public synchronized String scrape(String mediaType) {
    if (process.isEmpty()) {
      process = Optional.of(OfTheProcess.bind(registry));
    }
    Mounts now = mounts.get();
    gauges.show(now);
    sources.show(now);
    return registry.scrape(mediaType);
  }

  @Override
  public synchronized void close() {
    process.ifPresent(OfTheProcess::close);
    registry.close();
  }
}
