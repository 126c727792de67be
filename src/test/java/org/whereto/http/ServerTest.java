// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whereto.http.guard.RawClient;
import org.whereto.support.RunningServer;

class ServerTest {

  private static RunningServer server;
  private static HttpClient client;

  @BeforeAll
  static void open() throws Exception {
    server = RunningServer.ofExample("zeppelin.yaml");
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder accepts(String query) {
    return HttpRequest.newBuilder(server.at("accepts?" + query));
  }

  @Test
  void answersTheNotesQuestion() throws Exception {
    var reply =
        send(
            accepts("tasktype=uri://zeppelin-notebook&taskinfo.languages=%7Bmd,python,pyspark%7D"));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("\"reponseword\": \"YES\"", "uri://zeppelin-service");
    assertThat(reply.headers().firstValue("Vary")).contains("Accept, Authorization, Origin");
  }

  @Test
  void saysNoWithAReason() throws Exception {
    var reply = send(accepts("tasktype=uri://zeppelin-notebook&taskinfo.languages=%7Bmd,scala%7D"));
    assertThat(reply.body()).contains("\"NO\"", "languages.not-offered", "scala");
  }

  @Test
  void refusesATaskWithoutAType() throws Exception {
    var reply =
        send(
            HttpRequest.newBuilder(server.at("accepts"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+xml");
    assertThat(reply.body()).contains("<code>tasktype.missing</code>");
  }

  @Test
  void tellsWhichMethodsThereAre() throws Exception {
    var reply =
        send(
            HttpRequest.newBuilder(server.at("accepts")).method("DELETE", BodyPublishers.noBody()));
    assertThat(reply.statusCode()).isEqualTo(405);
    assertThat(reply.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
  }

  @Test
  void aLargeBodyIsRefusedBeforeItCame() throws Exception {
    var reply =
        send(
            HttpRequest.newBuilder(server.at("accepts"))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofByteArray(new byte[2_000_000])));
    assertThat(reply.statusCode()).isEqualTo(413);
  }

  @Test
  void anAnswerIsKeptOnlyWhereTheOwnerSaysHowLong() throws Exception {
    String query = "tasktype=uri://zeppelin-notebook&taskinfo.languages=md";
    assertThat(send(accepts(query)).headers().allValues("Cache-Control"))
        .containsExactly("no-store");

    String file = Files.readString(Path.of("examples/platforms/zeppelin.yaml"));
    try (RunningServer keeping = RunningServer.of(file + "\nmax-age: 2m\n")) {
      var reply = send(HttpRequest.newBuilder(keeping.at("accepts?" + query)));
      assertThat(reply.headers().allValues("Cache-Control")).containsExactly("max-age=120");
      var bad = send(HttpRequest.newBuilder(keeping.at("accepts")));
      assertThat(bad.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void optionsMayAskAboutTheWholeServer() throws Exception {
    assertThat(head("OPTIONS * HTTP/1.1"))
        .startsWith("HTTP/1.1 204 ")
        .contains("Allow: GET, HEAD, POST, OPTIONS");
  }

  @Test
  void aUrlThatEndsBehindItsHostMeansTheRoot() throws Exception {
    assertThat(head("GET http://example.org HTTP/1.1"))
        .startsWith("HTTP/1.1 200 ")
        .contains("text/html");
    assertThat(head("GET http://example.org?a=b HTTP/1.1")).startsWith("HTTP/1.1 200 ");
  }

  private static String head(String requestLine) throws Exception {
    try (RawClient client = RawClient.to(server.port())) {
      client.send(requestLine + "\r\nHost: a\r\nConnection: close\r\n\r\n").answer();
      return client.head();
    }
  }

  @Test
  void aProblemInYamlHasTheOneNameOfYaml() throws Exception {
    var reply = send(HttpRequest.newBuilder(server.at("nowhere")).header("Accept", "text/yaml"));
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/yaml");
  }
}
