// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.RawServer.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Request;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.wire.Answers;

@Timeout(120)
final class ServiceAtTest {

  private static final String JSON = "application/json";
  private static final String YES =
      """
      {"reponseword": "YES", "servicetype": "uri://hub", "serviceinfo": {"endpoint": "http://h/"}}
      """;
  private static final Answer HUB =
      Answer.yes(
          List.of(
              Interface.of(
                  "uri://hub", Optional.of(Tree.map(Map.of("endpoint", Tree.text("http://h/")))))),
          List.of());
  private static final Task TASK =
      Task.of(
          "uri://zeppelin-notebook",
          Tree.map(Map.of("languages", Tree.texts(List.of("md", "python")))));

  private final Web web = Web.open();
  private final List<RawServer> servers = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    for (RawServer server : servers) {
      server.close();
    }
    web.close();
  }

  @Test
  void theTaskIsPostedAsJsonWithItsTypeFirst() throws IOException, BadInput {
    RawServer server = serving(_ -> http("200 OK", JSON, YES));

    assertThat(answer(ask(server))).isEqualTo(HUB);

    Request request = server.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/accepts");
    assertThat(request.header("Content-Type")).isEqualTo(JSON);
    assertThat(request.header("Accept")).startsWith("application/json, application/yaml;q=0.9");
    assertThat(request.header("User-Agent")).matches("Whereto/[0-9].*");
    assertThat(request.header("Accept-Encoding")).isEmpty();
    assertThat(request.body().strip()).startsWith("{\n  \"tasktype\"");
    assertThat(Formats.JSON.read(request.body().getBytes(UTF_8), Budget.SMALL, Keep.ALL))
        .isEqualTo(TASK.document());
  }

  @Test
  void answersInYamlAreRead() throws IOException, BadInput {
    String yaml =
        """
        # The note's own word, unquoted
        reponseword: NO
        reasons:
        - code: image.not-allowed
          text: Not this one.
          permanence: never
        mood: bad
        """;
    Reason reason = Reason.of("image.not-allowed", "", "Not this one.").lasting(Permanence.NEVER);
    assertThat(answer(ask(serving(_ -> http("200 OK", "text/yaml; charset=utf-8", yaml)))))
        .isEqualTo(Answer.no(List.of(reason), List.of()));
  }

  @Test
  void answersInXmlAreRead() throws IOException, BadInput {
    String xml = new String(Formats.XML.write(Answers.write(HUB)), UTF_8);
    assertThat(answer(ask(serving(_ -> http("200 OK", "application/xml", xml))))).isEqualTo(HUB);
  }

  @Test
  void xmlWithADoctypeIsNoAnswer() throws IOException, BadInput {
    String xml =
        "<!DOCTYPE answer [<!ENTITY y SYSTEM 'file:///etc/hostname'>]>"
            + "<answer><reponseword>YES</reponseword><servicetype>&y;</servicetype></answer>";
    Told told = ask(serving(_ -> http("200 OK", "application/xml", xml)));
    assertThat(((Told.Silent) told).why()).isEqualTo(Why.NOT_AN_ANSWER);
  }

  @Test
  void aProblemInXmlIsTold() throws IOException, BadInput {
    String xml =
        "<problem xmlns=\"urn:ietf:rfc:7807\"><title>Bad</title><detail>No"
            + " type.</detail></problem>";
    Told told = ask(serving(_ -> http("400 Bad Request", "application/problem+xml", xml)));
    assertThat(((Told.Silent) told).sentence()).endsWith("wrong: No type.");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json",
    "text/json",
    "APPLICATION/JSON;charset=\"UTF-8\"",
    "application/vnd.planner+json",
    "application/x-yaml",
    "text/plain",
    "''"
  })
  void jsonIsReadUnderItsManyNames(String type) throws IOException, BadInput {
    assertThat(answer(ask(serving(_ -> http("200 OK", type, YES))))).isEqualTo(HUB);
  }

  @Test
  void theSpellingThatTheNoteMeantAndUnknownMembersAreRead() throws IOException, BadInput {
    String json = YES.replace("reponseword", "responseword").replace("}}", "}, \"x\": [1]}");
    assertThat(answer(ask(serving(_ -> http("200 OK", JSON, json))))).isEqualTo(HUB);
  }

  @Test
  void aChallengeIsNoticed() throws IOException, BadInput {
    String reply =
        http("200 OK\r\nWWW-Authenticate: Bearer, ivoa_bearer", JSON, "{\"reponseword\": \"NO\"}");
    Told told = ask(serving(_ -> reply));
    assertThat(told.identity().challenged()).isTrue();
    assertThat(answer(told)).isEqualTo(Answer.BARE_NO);
    assertThat(Verdict.of(List.of(new Result("a", "b", told))).exitCode()).isEqualTo(4);
  }

  @Test
  void yamlIsTriedWhereJsonIsNotTaken() throws IOException, BadInput {
    RawServer server =
        serving(request ->
            request.header("Content-Type").equals("application/yaml")
                ? http("200 OK", JSON, YES)
                : http("415 Unsupported Media Type", "text/plain", "YAML only."));
    assertThat(answer(ask(server))).isEqualTo(HUB);
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getLast().body()).isEqualTo(server.requests().getFirst().body());
  }

  @ParameterizedTest
  @CsvSource({"405 Method Not Allowed", "501 Not Implemented", "404 Not Found", "415 No"})
  void getIsTriedWherePostIsNotTaken(String status) throws IOException, BadInput {
    RawServer server =
        serving(request ->
            request.method().equals("GET")
                ? http("200 OK", JSON, YES)
                : http(status, "text/html", "<p>No.</p>"));
    assertThat(answer(ask(server))).isEqualTo(HUB);
    assertThat(server.requests().getLast().target())
        .isEqualTo("/accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages=%7Bmd,python%7D");
  }

  @Test
  void aLargeTaskIsNotForcedIntoAUrl() throws IOException, BadInput {
    Task large = Task.of("a", Tree.map(Map.of("notebook", Tree.text("x".repeat(10_000)))));
    RawServer server = serving(_ -> http("405 Method Not Allowed", "text/html", "<p>No.</p>"));
    Told told = at(server).ask(large, Deadline.in(Duration.ofMinutes(1)));
    assertThat(((Told.Silent) told).status()).isEqualTo(OptionalInt.of(405));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRefusalIsHeardBeforeALargeTaskIsSent() throws IOException, BadInput {
    Task large = Task.of("a", Tree.text("x".repeat(15_000_000)));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch heard = new CountDownLatch(1);
      Thread.ofVirtual().start(() -> refuseEarly(server, heard));
      ServiceAt service = ServiceAt.of("http://127.0.0.1:" + server.getLocalPort(), web);
      Told told = service.ask(large, Deadline.in(Duration.ofMinutes(1)));
      heard.countDown();
      assertThat(((Told.Silent) told).sentence())
          .isEqualTo("The task is too large for it (413): Not that much.");
    }
  }

  /** Our test server reads on without a word, as many small servers do. */
  @Test
  void aServiceThatDoesNotKnowExpectGetsALargeTaskAllTheSame() throws IOException, BadInput {
    Task large = Task.of("a", Tree.text("x".repeat(2_000_000)));
    RawServer server = serving(_ -> http("200 OK", JSON, YES));
    assertThat(at(server).ask(large, Deadline.in(Duration.ofMinutes(1))))
        .isInstanceOf(Told.Answered.class);
    assertThat(server.requests().getFirst().body()).hasSizeGreaterThan(2_000_000);
  }

  private static void refuseEarly(ServerSocket server, CountDownLatch heard) {
    try (Socket socket = server.accept()) {
      BufferedReader head =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(head.lines().takeWhile(line -> !line.isEmpty())).contains("Expect: 100-continue");
      String reply = http("413 Content Too Large", "text/plain", "Not that much.");
      socket.getOutputStream().write(reply.getBytes(UTF_8));
      heard.await();
    } catch (IOException | InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Test
  void aPlannersOwn404IsTheLastWord() throws IOException, BadInput {
    RawServer server = serving(_ -> problem("404 Not Found", "{\"title\": \"Nothing here\"}"));
    assertThat(((Told.Silent) ask(server)).sentence())
        .isEqualTo("There is no Execution Planner at this address (404): Nothing here");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aProblemIsToldInTheServicesWords() throws IOException, BadInput {
    String problem =
        """
        {"type": "about:blank", "title": "Bad Request", "status": 400,
         "detail": "The notebook\\nhas no cells.", "code": "notebook.empty",
         "path": "taskinfo.notebook"}
        """;
    Told.Silent silent = (Told.Silent) ask(serving(_ -> problem("400 Bad Request", problem)));
    assertThat(silent.why()).isEqualTo(Why.BAD_TASK);
    assertThat(silent.sentence())
        .isEqualTo(
            "It says that the task is wrong: The notebook has no cells. (notebook.empty, at"
                + " taskinfo.notebook)");
    assertThat(silent.status()).hasValue(400);
  }

  @Test
  void aWantedLoginIsTold() throws IOException, BadInput {
    String reply =
        problem("401 Unauthorized\r\nWWW-Authenticate: Bearer", "{\"title\": \"Who are you?\"}");
    Told.Silent silent = (Told.Silent) ask(serving(_ -> reply));
    assertThat(silent.why()).isEqualTo(Why.LOGIN_WANTED);
    assertThat(silent.identity().challenged()).isTrue();
    assertThat(silent.sentence()).endsWith(": Who are you?");
  }

  @ParameterizedTest
  @CsvSource({
    "7, Ask again in 7 s.",
    "'Fri, 31 Dec 1999 23:59:59 GMT', Ask again later.",
    "99999999999999999999, Ask again later."
  })
  void aBusyServiceSaysWhenToComeAgain(String retryAfter, String remedy)
      throws IOException, BadInput {
    String reply =
        problem("503 Unavailable\r\nRetry-After: " + retryAfter, "{\"detail\": \"Upgrading.\"}");
    Told.Silent silent = (Told.Silent) ask(serving(_ -> reply));
    assertThat(silent.why()).isEqualTo(Why.BUSY);
    assertThat(silent.sentence()).isEqualTo("It is busy (503): Upgrading.");
    assertThat(silent.remedy()).isEqualTo(remedy);
  }

  @Test
  void aServicesWordsCannotReachTheTerminalsControls() throws IOException, BadInput {
    Told told =
        ask(serving(_ -> http("400 Bad", "text/plain", "\u001b]0;owned\u0007\u001b[2J\r\nline")));
    assertThat(((Told.Silent) told).sentence()).doesNotContain("\u001b", "\u0007", "\n");
  }

  private static String problem(String status, String json) {
    return http(status, "application/problem+json", json);
  }

  private static Answer answer(Told told) {
    assertThat(told).isInstanceOf(Told.Answered.class);
    return ((Told.Answered) told).answer();
  }

  private Told ask(RawServer server) throws BadInput {
    return at(server).ask(TASK, Deadline.in(Duration.ofMinutes(1)));
  }

  private ServiceAt at(RawServer server) throws BadInput {
    return ServiceAt.of(server.url(), web);
  }

  private RawServer serving(Function<Request, String> replies) throws IOException {
    RawServer server =
        RawServer.start((request, out) -> out.write(replies.apply(request).getBytes(UTF_8)));
    servers.add(server);
    return server;
  }
}
