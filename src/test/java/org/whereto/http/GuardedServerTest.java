// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whereto.http.guard.RawClient;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.support.ChangedLimits;
import org.whereto.support.RunningServer;

/** What the guard refuses comes out of the real server as a problem like any other. */
class GuardedServerTest {

  private static final String PLATFORM =
      """
      whereto: 1
      title: Example
      interfaces:
        hub:
          servicetype: uri://jupyter-hub
          serviceinfo: {endpoint: "http://jupyter.example.org/"}
      accepts:
        - tasktype: uri://jupyter-notebook
          on: [hub]
      """;

  private static RunningServer server;

  @BeforeAll
  static void open() throws Exception {
    Limits limits = ChangedLimits.of(Map.of("bodyGrace", Duration.ofMillis(300)));
    server =
        RunningServer.of(
            RunningServer.mounts(Map.of(Mounts.ROOT, RunningServer.platform(PLATFORM))),
            new ServerSettings(
                limits,
                RunningServer.SETTINGS.origins(),
                RunningServer.SETTINGS.drain(),
                RunningServer.SETTINGS.patience()));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String post(String type, String rest) {
    return "POST /accepts HTTP/1.1\r\nHost: a\r\nContent-Type: application/" + type + "\r\n" + rest;
  }

  private static List<String> answers(String bytes) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      return client.send(bytes).answers();
    }
  }

  @Test
  void whatIsNoHttpIsAProblem() throws IOException {
    String question = RawClient.get("/accepts?tasktype=uri://jupyter-notebook");
    List<String> answers = answers(question + "GET /accepts HTTP/1.1\r\n\r\n");
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).startsWith("200 ").contains("YES");
    assertThat(answers.getLast())
        .startsWith("400 last ")
        .contains("\"http.host\"", "Host header", "Bad Request");
  }

  @Test
  void itIsToldInTheFormatThatWasAskedForWhereThatCame() throws IOException {
    String xml = "GET /accepts HTTP/1.1\r\nHost: a\r\nAccept: text/xml\r\nX y\r\n\r\n";
    assertThat(answers(xml)).singleElement().asString().contains("<code>http.malformed</code>");
  }

  @Test
  void aChunkThatIsNoneIsAProblem() throws IOException {
    assertThat(answers(post("json", "Transfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\nx\r\n")))
        .singleElement()
        .asString()
        .startsWith("400 last ")
        .contains("\"http.framing\"");
  }

  @Test
  void aBodyThatStopsComingIsAProblem() throws IOException {
    assertThat(answers(post("json", "Content-Length: 100\r\n\r\n{")))
        .singleElement()
        .asString()
        .startsWith("408 last ")
        .contains("\"body.too-slow\"");
  }

  @Test
  void aBodyThatIsTooLargeIsToldSoEvenToAClientThatSendsAllOfItFirst() throws Exception {
    String much = post("yaml", "Content-Length: 20000000\r\n\r\n") + "x".repeat(20_000_000);
    try (RawClient client = RawClient.to(server.port());
        ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor()) {
      sending.submit(() -> client.send(much)).get();
      assertThat(client.answers())
          .singleElement()
          .asString()
          .startsWith("413 last ")
          .contains("\"body.too-large\"");
    }
  }

  @Test
  void aLongQuestionIsAdvisedToPost() throws IOException {
    assertThat(answers(RawClient.get("/accepts?tasktype=" + "x".repeat(20_000))))
        .singleElement()
        .asString()
        .startsWith("414 last ")
        .contains("\"http.uri-too-long\"", "POST");
  }
}
