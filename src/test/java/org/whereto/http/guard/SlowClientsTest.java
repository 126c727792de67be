// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.http.guard.RawClient.get;
import static org.whereto.http.guard.RawClient.lastGet;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.http.settings.Limits;
import org.whereto.wire.RequestLimits;

/** Whoever is slow is closed, whoever is not is served. How long it takes is not looked at. */
class SlowClientsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";
  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** Times of everything but decisions; in a body a byte each millisecond has to come. */
  private record Times(Duration head, Duration idle, Duration grace, Duration body, Duration send) {

    static final Times GENEROUS = new Times(LONG, LONG, LONG, LONG, LONG);

    Times head(Duration time) {
      return new Times(time, idle, grace, body, send);
    }

    Times idle(Duration time) {
      return new Times(head, time, grace, body, send);
    }

    Times grace(Duration time) {
      return new Times(head, idle, time, body, send);
    }

    Times body(Duration time) {
      return new Times(head, idle, grace, time, send);
    }

    Times send(Duration time) {
      return new Times(head, idle, grace, body, time);
    }

    Limits limits() {
      return new Limits(
          1000, 8, head, idle, RequestLimits.USUAL, 1000, grace, body, send, LONG, 0, 0, 1000, 100);
    }
  }

  private static BareServer server(Times times) throws Exception {
    return BareServer.start(times.limits());
  }

  /** Sends this over and over, a little at a time, until the server closes. */
  private static List<String> drip(RawClient client, String start, String more) throws Exception {
    client.send(start);
    Thread dripping = Thread.ofVirtual().start(() -> dripUntilClosed(client, more));
    List<String> answers = client.answers();
    client.close();
    dripping.join();
    return answers;
  }

  private static void dripUntilClosed(RawClient client, String more) {
    try {
      for (int i = 0; i < 10_000; i++) {
        client.send(more);
        Thread.sleep(10);
      }
    } catch (IOException | InterruptedException _) {
      // Closed, as it should be.
    }
  }

  @Test
  void aSilentConnectionIsClosedWithoutAWord() throws Exception {
    try (BareServer server = server(Times.GENEROUS.head(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.answers()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "\r\nG"})
  void aHeadThatStopsComingIsToldSo(String start) throws Exception {
    try (BareServer server = server(Times.GENEROUS.head(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.send(start).answers()).containsExactly("408 last http.too-slow");
    }
  }

  @Test
  void aHeadThatDripsIsNotWaitedForLonger() throws Exception {
    try (BareServer server = server(Times.GENEROUS.head(SHORT));
        RawClient client = server.connect()) {
      assertThat(drip(client, "GET /", "x"))
          .containsAnyOf("408 last http.too-slow", "414 last http.uri-too-long")
          .hasSize(1);
    }
  }

  @Test
  void aLaterHeadHasItsTimeToo() throws Exception {
    try (BareServer server = server(Times.GENEROUS.head(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.send(get("/1") + "GET /2").answers())
          .containsExactly("200 GET /1 []", "408 last http.too-slow");
    }
  }

  @Test
  void aConnectionOnWhichNothingIsAskedAnyMoreIsClosed() throws Exception {
    try (BareServer server = server(Times.GENEROUS.idle(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.send(get("/1")).answers()).containsExactly("200 GET /1 []");
    }
  }

  @Test
  void anAnswerThatTakesLongIsNotIdleness() throws Exception {
    Duration tiny = Duration.ofMillis(20);
    try (BareServer server = server(Times.GENEROUS.idle(tiny).grace(tiny));
        RawClient client = server.connect()) {
      assertThat(client.send(get("/slow")).answer()).isEqualTo("200 GET /slow []");
    }
  }

  @Test
  void aBodyThatDoesNotComeIsRefusedWhereItIsWaitedFor() throws Exception {
    try (BareServer server = server(Times.GENEROUS.grace(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.send(POST).answers()).containsExactly("408 last body.too-slow");
      assertThat(server.brokenBodies()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {POST + "|x", CHUNKED + "|1\r\nx\r\n", CHUNKED + "0\r\n|T: v\r\n"})
  void aBodyThatDripsIsRefused(String startAndMore) throws Exception {
    int bar = startAndMore.indexOf('|');
    try (BareServer server = server(Times.GENEROUS.grace(SHORT));
        RawClient client = server.connect()) {
      assertThat(drip(client, startAndMore.substring(0, bar), startAndMore.substring(bar + 1)))
          .hasSize(1)
          .containsAnyOf("408 last body.too-slow", "431 last http.headers-too-large");
    }
  }

  @Test
  void aBodyThatComesFastButNeverEndsIsRefused() throws Exception {
    try (BareServer server = server(Times.GENEROUS.grace(SHORT).body(SHORT.multipliedBy(2)));
        RawClient client = server.connect()) {
      String chunk = "1388\r\n" + "x".repeat(0x1388) + "\r\n";
      assertThat(drip(client, CHUNKED, chunk)).containsExactly("408 last body.too-slow");
    }
  }

  @Test
  void aBodyThatComesFastEnoughIsTaken() throws Exception {
    try (BareServer server = server(Times.GENEROUS.grace(Duration.ofMillis(100)));
        RawClient client = server.connect()) {
      String piece = "x".repeat(2000);
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n" + piece);
      for (int i = 1; i < 25; i++) {
        Thread.sleep(10);
        client.send(piece);
      }
      assertThat(client.answer()).startsWith("200 POST / [xxx");
    }
  }

  @Test
  void eachBodyHasATimeOfItsOwn() throws Exception {
    Duration pause = Duration.ofMillis(500);
    try (BareServer server = server(Times.GENEROUS.body(pause.multipliedBy(4)));
        RawClient client = server.connect()) {
      client.send(CHUNKED);
      for (int i = 0; i < 5; i++) {
        Thread.sleep(pause);
        assertThat(client.send("0\r\n\r\n" + CHUNKED).answer()).isEqualTo("200 POST / []");
      }
    }
  }

  @Test
  void aBodyThatTheServerDoesNotReadIsNotLate() throws Exception {
    String body = "x".repeat(3_000_000);
    Duration lessThanThePause = Duration.ofMillis(400);
    try (BareServer server = server(Times.GENEROUS.body(lessThanThePause));
        RawClient client = server.connect()) {
      Thread sender = Thread.ofVirtual().start(() -> sendAll(client, body));
      assertThat(client.answer()).startsWith("200 POST /paused [xxx").endsWith("x]");
      sender.join();
    }
  }

  private static void sendAll(RawClient client, String body) {
    try {
      client.send(RawClient.post("/paused", body));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Test
  void anAnswerThatNobodyTakesIsGivenUp() throws Exception {
    try (BareServer server = server(Times.GENEROUS.send(SHORT));
        RawClient client = server.connect()) {
      client.send(get("/large"));
      server.waitForOpen(1);
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
    }
  }

  @Test
  void aClientThatDoesNotCloseAfterTheLastAnswerIsClosed() throws Exception {
    try (BareServer server = server(Times.GENEROUS.head(SHORT));
        RawClient client = server.connect()) {
      assertThat(client.send("GET / HTTP/1.1\r\n\r\n").answer()).isEqualTo("400 last http.host");
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
    }
  }

  @Test
  void slowOnesAreClosedWhileAFastNeighbourIsServed() throws Exception {
    Times times = new Times(SHORT, LONG, SHORT, LONG, SHORT);
    try (BareServer server = server(times)) {
      List<RawClient> slow = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        for (String start : List.of("", "GET ", "GET / HTTP/1.1\r\nX: ", POST, get("/large"))) {
          slow.add(server.connect().send(start));
        }
      }
      try (RawClient fast = server.connect()) {
        for (int i = 0; server.connections().open() > 1 && i < 20_000; i++) {
          assertThat(fast.send(get("/" + i)).answer()).isEqualTo("200 GET /" + i + " []");
          Thread.sleep(1);
        }
        assertThat(fast.send(lastGet("/end")).answers()).containsExactly("200 last GET /end []");
      }
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
      for (RawClient client : slow) {
        client.close();
      }
    }
  }
}
