// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.http.guard.RawClient;
import org.whereto.http.settings.AdminAt;
import org.whereto.http.settings.Doors;
import org.whereto.http.settings.LogCallers;
import org.whereto.http.settings.LogTo;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.support.ChangedLimits;
import org.whereto.support.Gauges;
import org.whereto.support.RunningServer;
import org.whereto.tree.Budget;
import org.whereto.wire.RequestLimits;
import org.whereto.world.Documents;
import org.whereto.world.Known;
import org.whereto.world.World;

/**
 * More than fits is told to come back; as soon as there is room again, whoever asks is answered.
 */
@Timeout(120)
class OverloadTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {compose: {servicetype: uri://compose-uws}}
      accepts: [{tasktype: uri://docker-compose, if: {image: ["docker.io/library/*"]}}]
      """;

  private static final String TYPE = "tasktype=uri://docker-compose";
  private static final String QUICK = RawClient.get("/accepts?" + TYPE);
  private static final String SLOW =
      RawClient.get("/accepts?" + TYPE + "&taskinfo.composefile=http://a.org/c.yml");

  private static final int QUESTIONS = 8;
  private static final int BODIES = 64 * 1024;

  /** One body may be as large as the share of its client. */
  private static final int HALF = BODIES / 2;

  /** The world answers a question for each of these. */
  private final Semaphore answers = new Semaphore(0);

  private RunningServer server;
  private Gauges gauges;

  @BeforeEach
  void open() throws Exception {
    RequestLimits request =
        new RequestLimits(Budget.SMALL.withBytes(HALF), Budget.SMALL.withBytes(HALF), 9, 99);
    ServerSettings settings =
        new ServerSettings(
            ChangedLimits.of(
                Map.of("questions", QUESTIONS, "bodies", (long) BODIES, "request", request)),
            Set.of(),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            new AdminAt(true, "127.0.0.1", OptionalInt.empty()),
            new LogTo.Nowhere(),
            Doors.PLAIN,
            new LogCallers.Unnamed());
    var serving =
        RunningServer.serving(
            RunningServer.platform(PLATFORM), World.CLOSED.withDocuments(documents()));
    server = RunningServer.of(new Mounts(Map.of(Mounts.ROOT, serving), Map.of()), settings);
    gauges = new Gauges(server.admin().orElseThrow().port());
  }

  private Documents documents() {
    return urls -> {
      Map<URI, Known<String>> known = new HashMap<>();
      answers.acquireUninterruptibly();
      urls.forEach(url ->
          known.put(url, new Known.Value<>("services: {a: {image: postgres}}", Duration.ZERO)));
      return known;
    };
  }

  /** Whatever happened, nothing is held at the end. */
  @AfterEach
  void close() throws Exception {
    try {
      assertThat(gauges.held()).isEmpty();
    } finally {
      server.close();
    }
  }

  private RawClient client(int number) throws IOException {
    return RawClient.to(server.port(), "127.0.0." + (number + 1));
  }

  /** So many clients, each of which has sent this. */
  private List<RawClient> send(int clients, String bytes) throws IOException {
    List<RawClient> sending = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      sending.add(client(i).send(bytes));
    }
    return sending;
  }

  private static void isToldToComeBack(RawClient client, String told) throws IOException {
    assertThat(client.answer()).startsWith(told.substring(0, 4)).contains(told.substring(4));
    assertThat(client.head()).contains("\r\nRetry-After: 1\r\n");
  }

  private static void close(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void questionsThatFindNoRoomAreToldSoAndTheFirstOneAfterwardsIsAnswered() throws Exception {
    for (int round = 0; round < 3; round++) {
      List<RawClient> waiting = send(QUESTIONS, SLOW);
      assertThat(gauges.waitFor(Gauges.QUESTIONS, QUESTIONS)).isTrue();
      List<RawClient> more = send(30, SLOW);
      for (RawClient client : more) {
        isToldToComeBack(client, "503 \"service.busy\"");
      }
      answers.release(QUESTIONS);
      for (RawClient client : waiting) {
        assertThat(client.answer()).startsWith("200 ").contains("\"YES\"");
      }
      assertThat(more.getFirst().send(QUICK).answer()).startsWith("200 ").contains("\"YES\"");
      close(waiting);
      close(more);
    }
  }

  @Test
  void whoLeavesBeforeTheAnswerLeavesNoRoomTaken() throws Exception {
    List<RawClient> waiting = send(QUESTIONS, SLOW);
    assertThat(gauges.waitFor(Gauges.QUESTIONS, QUESTIONS)).isTrue();
    close(waiting);
    answers.release(QUESTIONS);
    assertThat(gauges.waitFor(Gauges.QUESTIONS, 0)).isTrue();
    try (RawClient next = client(1)) {
      assertThat(next.send(QUICK).answer()).startsWith("200 ");
    }
  }

  @Test
  void oneClientWithItsShareOfQuestionsLeavesTheRestToOthers() throws Exception {
    List<RawClient> mine = new ArrayList<>();
    for (int i = 0; i < QUESTIONS / 2; i++) {
      mine.add(client(1).send(SLOW));
    }
    assertThat(gauges.waitFor(Gauges.QUESTIONS, QUESTIONS / 2.0)).isTrue();
    try (RawClient another = client(1);
        RawClient other = client(2)) {
      isToldToComeBack(another.send(QUICK), "429 \"service.share-taken\"");
      assertThat(other.send(QUICK).answer()).startsWith("200 ");
      answers.release(1);
      assertThat(gauges.waitFor(Gauges.QUESTIONS, QUESTIONS / 2.0 - 1)).isTrue();
      assertThat(another.send(QUICK).answer()).startsWith("200 ");
    }
    answers.release(QUESTIONS / 2 - 1);
    for (RawClient client : mine) {
      assertThat(client.answer()).startsWith("200 ");
    }
    close(mine);
  }

  /** The head of a body, and as much of it. */
  private static String body(int announced, int sent) {
    return "POST /accepts HTTP/1.1\r\nHost: a\r\nContent-Length: "
        + announced
        + "\r\n\r\n"
        + "#".repeat(sent);
  }

  @Test
  void bodiesThatFindNoRoomAreToldSoUntilOthersAreThereOrGone() throws Exception {
    List<RawClient> coming = send(2, body(HALF, HALF - 1));
    assertThat(gauges.waitFor(Gauges.BODIES, BODIES - 2, BODIES)).isTrue();
    try (RawClient more = client(5)) {
      isToldToComeBack(more.send(body(3, 3)), "503 \"service.busy\"");
    }
    coming.getFirst().close();
    assertThat(gauges.waitFor(Gauges.BODIES, HALF - 1, HALF)).isTrue();
    try (RawClient next = client(5)) {
      String question = "tasktype: uri://docker-compose";
      next.send(body(question.length(), 0) + question);
      assertThat(next.answer()).startsWith("200 ").contains("\"YES\"");
    }
    assertThat(coming.getLast().send("#").answer()).startsWith("400 ").contains("yaml.empty");
    close(coming);
  }

  @Test
  void oneClientWithItsShareOfBodiesLeavesTheRestToOthers() throws Exception {
    try (RawClient first = client(1).send(body(HALF, HALF - 1));
        RawClient second = client(1);
        RawClient other = client(2)) {
      assertThat(gauges.waitFor(Gauges.BODIES, HALF - 1, HALF)).isTrue();
      isToldToComeBack(second.send(body(3, 3)), "429 \"service.share-taken\"");
      assertThat(other.send(body(HALF, HALF)).answer()).startsWith("400 ").contains("yaml.empty");
      assertThat(first.send("#").answer()).startsWith("400 ").contains("yaml.empty");
    }
  }
}
