// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.whereto.http.guard.AnyRequests.Sent;
import org.whereto.http.settings.Limits;
import org.whereto.wire.RequestLimits;

/** Anything at all in front of Vert.x itself, on sockets. */
class RequestGuardPropertyTest {

  /** Long enough for what is sent here, and short for what would come never. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static BareServer server;

  @BeforeContainer
  static void start() throws Exception {
    Limits limits =
        new Limits(
            10_000,
            64,
            SOON,
            SOON,
            RequestLimits.USUAL,
            1,
            SOON,
            SOON,
            SOON,
            SOON,
            0,
            0,
            1000,
            100);
    server = BareServer.start(limits);
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Provide
  Arbitrary<List<Sent>> requests() {
    return AnyRequests.several();
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return AnyRequests.cuts();
  }

  @Provide
  Arbitrary<List<String>> damaged() {
    return AnyRequests.damaged().list().ofSize(50);
  }

  @Property(tries = 100)
  void requestsAreAnsweredInOrderHoweverTheyAreCut(
      @ForAll("requests") List<Sent> requests, @ForAll("cuts") List<Integer> cuts)
      throws IOException {
    List<String> expected = new ArrayList<>();
    for (Sent sent : requests) {
      String line = sent.bytes().substring(0, sent.bytes().indexOf(" HTTP/1.1"));
      expected.add("200 " + line + " [" + sent.body() + "]");
    }
    expected.add("200 last GET /end []");
    String bytes = AnyRequests.bytes(requests) + RawClient.lastGet("/end");
    try (RawClient client = server.connect()) {
      for (byte[] piece : AnyRequests.pieces(bytes, cuts)) {
        client.send(piece);
        Thread.onSpinWait();
      }
      assertThat(client.answers()).isEqualTo(expected);
    }
  }

  @Property(tries = 3)
  void damagedOnesEndInAnswersAndThenAlwaysInAClose(@ForAll("damaged") List<String> streams)
      throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> all = new ArrayList<>();
      for (String bytes : streams) {
        all.add(clients.submit(() -> answers(bytes)));
      }
      for (Future<List<String>> answers : all) {
        assertThat(answers.get()).allSatisfy(answer -> assertThat(answer).matches("(?s)[24].*"));
      }
    }
    server.waitForOpen(0);
    assertThat(server.connections().open()).isZero();
  }

  /** Until the server closes; one that does not makes this fail. */
  private static List<String> answers(String bytes) throws IOException {
    try (RawClient client = server.connect()) {
      return client.send(bytes).answers();
    }
  }
}
