// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.http.guard.RawClient.get;
import static org.whereto.http.guard.RawClient.lastGet;
import static org.whereto.http.guard.RawClient.post;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard in front of Vert.x itself, on sockets. */
class RequestGuardTest {

  private static final String CHUNKED =
      "POST %s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static BareServer server;

  @BeforeAll
  static void start() throws Exception {
    server = BareServer.start(Heard.SMALL);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What the server says until it closes. */
  private static List<String> answers(String bytes) throws IOException {
    try (RawClient client = server.connect()) {
      return client.send(bytes).answers();
    }
  }

  @Test
  void requestsSentAheadAreAnsweredInTheirOrder() throws IOException {
    assertThat(
            answers(
                get("/1")
                    + post("/slow", "two")
                    + CHUNKED.formatted("/3")
                    + "2\r\nth\r\n3\r\nree\r\n0\r\n\r\n"
                    + get("/slow")
                    + lastGet("/5")))
        .containsExactly(
            "200 GET /1 []",
            "200 POST /slow [two]",
            "200 POST /3 [three]",
            "200 GET /slow []",
            "200 last GET /5 []");
  }

  @Test
  void aConnectionServesManyRequestsOneAfterTheOther() throws IOException {
    try (RawClient client = server.connect()) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.send(post("/" + i, "x")).answer()).isEqualTo("200 POST /" + i + " [x]");
      }
    }
  }

  @Test
  void thousandsOfRequestsInOnePieceAreAllAnswered() throws Exception {
    String many = get("/").repeat(5_000) + get("/slow") + get("/").repeat(5_000) + lastGet("/end");
    try (RawClient client = server.connect()) {
      Thread sender = Thread.ofVirtual().start(() -> sendAll(client, many));
      List<String> answers = client.answers();
      sender.join();
      assertThat(answers).hasSize(10_002).endsWith("200 last GET /end []");
      assertThat(answers.get(5_000)).isEqualTo("200 GET /slow []");
    }
  }

  @Test
  void whatIsSentAheadIsNotReadBeforeItsTurn() throws Exception {
    int sent = 0;
    byte[] many = get("/").repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
    try (BareServer own = BareServer.start(Heard.SMALL);
        SocketChannel client = own.channel()) {
      client.write(ByteBuffer.wrap(get("/never").getBytes(StandardCharsets.ISO_8859_1)));
      client.configureBlocking(false);
      for (int refused = 0; refused < 25 && sent < 50_000_000; ) {
        int taken = client.write(ByteBuffer.wrap(many));
        sent += taken;
        refused = taken == 0 ? refused + 1 : 0;
        Thread.sleep(taken == 0 ? 20 : 0);
      }
    }
    assertThat(sent).isLessThan(50_000_000);
  }

  private static void sendAll(RawClient client, String text) {
    try {
      client.send(text);
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nx",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx"
      })
  void whatIsNoHttpIsAnsweredAndClosed(String bytes) throws IOException {
    assertThat(answers(get("/1") + get("/slow") + bytes + get("/never")))
        .hasSize(3)
        .startsWith("200 GET /1 []", "200 GET /slow []")
        .last()
        .asString()
        .startsWith("400 last http.");
  }

  @Test
  void whatIsNoHttpIsAnsweredAlsoWhenItComesByteByByte() throws IOException {
    try (RawClient client = server.connect()) {
      assertThat(client.sendSingly(get("/1") + "GET / HTTP/1.1\r\nHost : a\r\n").answers())
          .containsExactly("200 GET /1 []", "400 last http.malformed");
    }
  }

  @Test
  void tooMuchOfAHeadIsToldInItsOwnWay() throws IOException {
    String much = "x".repeat(2 * Heard.SMALL.headBytes());
    assertThat(answers("GET /" + much)).containsExactly("414 last http.uri-too-long");
    assertThat(answers("GET / HTTP/1.1\r\nX: " + much))
        .containsExactly("431 last http.headers-too-large");
  }

  @Test
  void aHeadRequestThatIsRefusedHasNoBody() throws IOException {
    assertThat(answers("HEAD / HTTP/1.1\r\n\r\n").toString()).startsWith("[400 last ");
  }

  @Test
  void aFaultInABodyEndsTheRequestThatWaitsForIt() throws IOException {
    int before = server.brokenBodies();
    assertThat(answers(get("/1") + CHUNKED.formatted("/2") + "1\r\nx\r\nz\r\n" + get("/3")))
        .containsExactly("200 GET /1 []", "400 last http.framing");
    assertThat(server.brokenBodies()).isEqualTo(before + 1);
  }

  @Test
  void aFaultInABodyThatIsNotReadYetIsToldLater() throws IOException {
    assertThat(answers(CHUNKED.formatted("/paused") + "1\r\nx\r\nz\r\n"))
        .containsExactly("400 last http.framing");
  }

  @Test
  void aFaultInABodyThatIsAnsweredAlreadyCloses() throws IOException {
    assertThat(answers(CHUNKED.formatted("/early") + "1\r\nx\r\nz\r\n" + get("/3")))
        .containsExactly("200 last early");
  }

  /** Not even a client that sends all before it reads anything loses it in a reset. */
  @ParameterizedTest
  @ValueSource(strings = {"early", "full"})
  void anAnswerBeforeTheEndOfItsRequestIsTheLastOneAndIsNotLost(String way) throws Exception {
    try (RawClient client = server.connect();
        ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor()) {
      sending.submit(() -> client.send(post("/" + way, "x".repeat(10_000_000)))).get();
      assertThat(client.answers()).containsExactly("200 last " + way);
    }
  }

  @Test
  void anEarlyAnswerToARequestWithoutABodyIsNotTheLast() throws IOException {
    assertThat(answers(get("/early") + lastGet("/2")))
        .containsExactly("200 early", "200 last GET /2 []");
  }

  @Test
  void aPausedBodyIsReadLater() throws IOException {
    String body = "x".repeat(500_000);
    assertThat(answers(post("/paused", body) + lastGet("/2")))
        .containsExactly("200 POST /paused [" + body + "]", "200 last GET /2 []");
  }

  @Test
  void oldClientsGetOneAnswerForEachConnectionUnlessTheyAskForMore() throws IOException {
    assertThat(answers("GET /1 HTTP/1.0\r\n\r\n")).containsExactly("200 GET /1 []");
    assertThat(
            answers(
                "GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + "GET /2 HTTP/1.0\r\n\r\n"))
        .containsExactly("200 GET /1 []", "200 GET /2 []");
  }

  @Test
  void aClientThatLeavesLeavesNothingBehind() throws Exception {
    for (String bytes : List.of("", "GET /", CHUNKED.formatted("/") + "5\r\nx", get("/slow"))) {
      server.connect().send(bytes).close();
    }
    server.waitForOpen(0);
    assertThat(server.connections().open()).isZero();
  }
}
