// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.http.message.Reply;
import org.whereto.http.message.Status;
import org.whereto.platform.Failing;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.support.StatedSources;
import org.whereto.tree.Place;
import org.whereto.tree.Problems.Problem;
import org.whereto.world.World;

/** What the owner alone may read. */
class AdminPagesTest {

  private static final Failing FAILING =
      new Failing(
          Instant.parse("2026-03-02T00:00:00Z"),
          List.of(
              new Problem(new Place(3, 5), "There is no \"acepts\"."),
              new Problem(Place.NONE, "It cannot be read.")));

  private final Mounts mounts =
      new Mounts(
          Map.of(
              Mounts.ROOT,
              new Serving(Sample.PLATFORM, World.CLOSED, Sample.AT, Optional.of(FAILING)),
              "good",
              Sample.serving(Sample.PLATFORM)),
          Map.of("never", FAILING));

  private final Metrics metrics =
      new Metrics(() -> mounts, new Readings(() -> 0, () -> 0, () -> 0, () -> 0));

  private final AdminPages pages = new AdminPages(metrics, () -> mounts, Optional::empty);

  @AfterEach
  void close() {
    metrics.close();
  }

  private Reply at(String path, String accept) {
    return pages.at(path, accept).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|text/plain; version=0.0.4; charset=utf-8",
        "*/*|text/plain; version=0.0.4; charset=utf-8",
        "text/html|text/plain; version=0.0.4; charset=utf-8",
        "text/plain;version=0.0.4;q=0.5|text/plain; version=0.0.4; charset=utf-8",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily"
            + "|text/plain; version=0.0.4; charset=utf-8",
        "Application/OpenMetrics-Text;version=1.0.0;q=0.5,text/plain;q=0.3"
            + "|application/openmetrics-text; version=1.0.0; charset=utf-8"
      })
  void metricsComeAsTextOrAsOpenMetricsIfAsked(String accept, String type) {
    Reply reply = at("/metrics", accept);
    assertThat(reply.status()).isEqualTo(Status.OK);
    assertThat(reply.type()).isEqualTo(type);
    String body = reply.body().toString();
    assertThat(body).contains("whereto_configuration_failing{platform=\"/\"} 1.0\n");
    assertThat(body.endsWith("# EOF\n")).isEqualTo(type.contains("openmetrics"));
  }

  @Test
  void theStateOfEachFileIsToldWithAllThatIsWrong() {
    String hash = Sample.PLATFORM.version().hash();
    Reply reply = at("/configuration", "");
    assertThat(reply.type()).isEqualTo("application/json");
    assertThat(reply.body().toString())
        .isEqualTo(
            """
            {
              "platforms": [
                {
                  "platform": "/",
                  "served": true,
                  "title": "sample",
                  "configuration": "%1$s",
                  "since": "2026-03-01T02:03:04.567891Z",
                  "failing": {
                    "since": "2026-03-02T00:00:00Z",
                    "problems": [
                      {
                        "line": 3,
                        "column": 5,
                        "sentence": "There is no \\"acepts\\"."
                      },
                      {
                        "sentence": "It cannot be read."
                      }
                    ]
                  }
                },
                {
                  "platform": "good",
                  "served": true,
                  "title": "sample",
                  "configuration": "%1$s",
                  "since": "2026-03-01T02:03:04.567891Z"
                },
                {
                  "platform": "never",
                  "served": false,
                  "failing": {
                    "since": "2026-03-02T00:00:00Z",
                    "problems": [
                      {
                        "line": 3,
                        "column": 5,
                        "sentence": "There is no \\"acepts\\"."
                      },
                      {
                        "sentence": "It cannot be read."
                      }
                    ]
                  }
                }
              ]
            }
            """
                .formatted(hash));
  }

  @Test
  void nothingElseIsThere() {
    assertThat(pages.at("/", "")).isEmpty();
    assertThat(pages.at("/metrics/", "")).isEmpty();
  }

  /** The owner alone sees where a source is and what ails it. */
  @Test
  void theStateOfEachSourceIsToldWithAllThatIsWrong() {
    Mounts mounts =
        new Mounts(
            Map.of(
                "a",
                new Serving(Sample.PLATFORM, StatedSources.world(), Sample.AT, Optional.empty())),
            Map.of());
    String body =
        new AdminPages(metrics, () -> mounts, Optional::empty)
            .at("/configuration", "")
            .orElseThrow()
            .body()
            .toString();
    assertThat(body)
        .containsIgnoringWhitespaces(
            """
            "sources": [
              {"source": "batch", "origin": "http://secret.example.org/free.json",
               "state": "fresh", "age": 1.5, "slots": 3},
              {"source": "disk", "origin": "http://secret.example.org/free.json",
               "state": "late", "age": 120.0, "slots": 3,
               "fault": "secret.example.org answers with the status 500."},
              {"source": "monitor", "origin": "http://secret.example.org/free.json",
               "state": "none", "fault": "secret.example.org answers with the status 500."}]
            """);
  }

  @Test
  void metricsTellHowEachSourceFares() {
    Mounts mounts =
        new Mounts(
            Map.of(
                "a",
                new Serving(Sample.PLATFORM, StatedSources.world(), Sample.AT, Optional.empty())),
            Map.of());
    try (Metrics watched =
        new Metrics(() -> mounts, new Readings(() -> 0, () -> 0, () -> 0, () -> 0))) {
      assertThat(watched.scrape("text/plain").lines())
          .contains(
              "whereto_source_age_seconds{platform=\"a\",source=\"batch\"} 1.5",
              "whereto_source_age_seconds{platform=\"a\",source=\"disk\"} 120.0",
              "whereto_source_up{platform=\"a\",source=\"batch\"} 1.0",
              "whereto_source_up{platform=\"a\",source=\"disk\"} 1.0",
              "whereto_source_up{platform=\"a\",source=\"monitor\"} 0.0",
              "whereto_source_failing{platform=\"a\",source=\"batch\"} 0.0",
              "whereto_source_failing{platform=\"a\",source=\"monitor\"} 1.0")
          .noneMatch(line -> line.startsWith("whereto_source_age") && line.contains("monitor"))
          .noneMatch(line -> line.contains("secret"));
    }
  }
}
