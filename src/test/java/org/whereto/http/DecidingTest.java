// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.whereto.check.Asked;
import org.whereto.check.Check;
import org.whereto.check.Findings;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Mounts;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Understood;
import org.whereto.platform.Version;
import org.whereto.support.ChangedLimits;
import org.whereto.support.RunningServer;
import org.whereto.task.Resources;
import org.whereto.tree.Place;
import org.whereto.world.Documents;
import org.whereto.world.Known;
import org.whereto.world.World;

/** Decisions that wait for the world: it may be slow, broken, or asked too much at once. */
class DecidingTest {

  private static final String PLATFORM =
      """
      whereto: 1
      reasons: full
      interfaces: {compose: {servicetype: uri://compose-uws}}
      accepts:
        - tasktype: uri://docker-compose
          if: {image: ["docker.io/library/*"]}
      """;

  private static final String QUESTION =
      "accepts?tasktype=uri://docker-compose&taskinfo.composefile=http://example.org/c.yml";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  private static Mounts mounts(String reasons, Documents documents) {
    return new Mounts(
        Map.of(
            Mounts.ROOT,
            RunningServer.serving(
                RunningServer.platform(PLATFORM.replace("full", reasons)),
                World.CLOSED.withDocuments(documents))),
        Map.of());
  }

  private static ServerSettings settings(Duration decision, int questions) {
    Limits limits =
        ChangedLimits.of(Map.of("decisionTime", decision, "questions", questions, "share", 100));
    return new ServerSettings(limits, Set.of(), Duration.ZERO, Duration.ofSeconds(10));
  }

  private static Documents says(String compose) {
    return urls -> {
      Map<URI, Known<String>> known = new HashMap<>();
      urls.forEach(url -> known.put(url, new Known.Value<>(compose, Duration.ZERO)));
      return known;
    };
  }

  private static Documents waitsFor(CountDownLatch latch) {
    return urls -> {
      try {
        latch.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return says("services: {a: {image: postgres}}").fetch(urls);
    };
  }

  private static HttpResponse<String> ask(RunningServer server, String question) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(server.at(question)).build(), BodyHandlers.ofString());
  }

  @Test
  void whatTheWorldSaysIsDecidedOn() throws Exception {
    Documents documents = says("services: {a: {image: postgres}}");
    try (var server =
        RunningServer.of(mounts("full", documents), settings(Duration.ofSeconds(30), 8))) {
      assertThat(ask(server, QUESTION).body()).contains("\"YES\"");
    }
  }

  @Test
  void aDecisionThatTakesTooLongIsANoThatSaysSo() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (var server =
        RunningServer.of(mounts("full", waitsFor(latch)), settings(Duration.ofMillis(50), 8))) {
      HttpResponse<String> reply = ask(server, QUESTION);
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).contains("\"NO\"", "decision.out-of-time", "\"unknown\"");
      latch.countDown();
      assertThat(ask(server, "accepts?tasktype=uri://docker-compose").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoTellsNoReasonsDoesNotTellThisOneEither() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    try (var server =
        RunningServer.of(mounts("none", waitsFor(latch)), settings(Duration.ofMillis(50), 8))) {
      String bare = ask(server, "accepts?tasktype=uri://unknown").body();
      assertThat(ask(server, QUESTION).body()).isEqualTo(bare).doesNotContain("reasons");
      latch.countDown();
    }
  }

  @Test
  void aWorldThatBreaksIsANoThatSaysSo() throws Exception {
    Documents broken =
        urls -> {
          throw new IllegalStateException("broken");
        };
    try (var server =
        RunningServer.of(mounts("full", broken), settings(Duration.ofSeconds(30), 8))) {
      HttpResponse<String> reply = ask(server, QUESTION);
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).contains("\"NO\"", "check.failed").doesNotContain("broken");
    }
  }

  /** The event loop serves many: nobody's rules may hold it up. */
  @Test
  void whatMayTakeLongIsNotDecidedOnTheEventLoop() throws Exception {
    assertThat(isOnAThreadOfItsOwn(false)).isFalse();
    assertThat(isOnAThreadOfItsOwn(true)).isTrue();
  }

  private static boolean isOnAThreadOfItsOwn(boolean mayTakeLong) throws Exception {
    AtomicBoolean virtual = new AtomicBoolean();
    Check check =
        new Check() {
          @Override
          public void look(Asked asked, World world, Findings findings) {
            virtual.set(Thread.currentThread().isVirtual());
            findings.ok("", "", "");
          }

          @Override
          public List<String> demands() {
            return List.of();
          }
        };
    Offered x = new Offered("x", "uri://x", "uri://x", 0, Optional.empty(), List.of());
    Acceptance acceptance =
        new Acceptance(
            Place.NONE,
            List.of("t"),
            List.of(x),
            List.of(new Demanded("check", Set.of(), check, Place.NONE)),
            false,
            Disclosure.FULL,
            Optional.empty());
    Understood type = new Understood("t", Optional.empty(), List.of(acceptance));
    Platform platform =
        new Platform(
            "p",
            List.of(x),
            Map.of("t", type),
            Resources.STANDARD,
            mayTakeLong,
            Optional.empty(),
            Version.of("p"));
    Mounts mounts = RunningServer.mounts(Map.of(Mounts.ROOT, platform));
    try (var server = RunningServer.of(mounts, settings(Duration.ofSeconds(30), 8))) {
      assertThat(ask(server, "accepts?tasktype=t").body()).contains("\"YES\"");
    }
    return virtual.get();
  }

  @Test
  void whatIsTooMuchAtOnceIsToldToComeBack() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch latch = new CountDownLatch(1);
    Documents slow =
        urls -> {
          asked.countDown();
          return waitsFor(latch).fetch(urls);
        };
    try (var server = RunningServer.of(mounts("full", slow), settings(Duration.ofSeconds(30), 1))) {
      CompletableFuture<HttpResponse<String>> first =
          CLIENT.sendAsync(
              HttpRequest.newBuilder(server.at(QUESTION)).build(), BodyHandlers.ofString());
      asked.await();
      HttpResponse<String> busy = ask(server, QUESTION);
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.headers().firstValue("Retry-After")).contains("1");
      latch.countDown();
      assertThat(first.get().body()).contains("\"YES\"");
      HttpResponse<String> next = ask(server, QUESTION);
      assertThat(next.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aLargeBodyIsDecidedLikeASmallOne() throws Exception {
    String compose = "services: {a: {image: postgres}}\n#" + "x".repeat(300_000);
    try (var server =
        RunningServer.of(mounts("full", says("")), settings(Duration.ofSeconds(30), 8))) {
      HttpResponse<String> reply =
          CLIENT.send(
              HttpRequest.newBuilder(server.at("accepts"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "tasktype=uri://docker-compose&taskinfo.composefile="
                              + compose.replace(" ", "+").replace("\n", "%0A")))
                  .build(),
              BodyHandlers.ofString());
      assertThat(reply.body()).contains("\"YES\"");
    }
  }
}
