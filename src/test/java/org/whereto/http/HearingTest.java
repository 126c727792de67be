// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RunningServer;

/** Small bodies are taken apart on the event loop and large ones elsewhere: nobody can tell. */
class HearingTest {

  private static final String FORM = "application/x-www-form-urlencoded";

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

  private static HttpResponse<String> post(String type, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.at("accepts"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String padded(String form, int more) {
    return form + "&runid=" + "x".repeat(more);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_000})
  void theFormatThatABodyNamesIsSpoken(int more) throws Exception {
    var reply = post(FORM, padded("tasktype=uri://zeppelin-notebook&RESPONSEFORMAT=xml", more));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("<reponseword>YES</reponseword>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_000})
  void aFormatThatIsNoneCountsOnlyWhereTheTypeIsUnderstood(int more) throws Exception {
    var known = post(FORM, padded("tasktype=uri://zeppelin-notebook&RESPONSEFORMAT=none", more));
    assertThat(known.statusCode()).isEqualTo(400);
    assertThat(known.body()).contains("responseformat.unknown");
    var unknown = post(FORM, padded("tasktype=uri://unknown&RESPONSEFORMAT=none", more));
    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(unknown.body()).contains("\"NO\"").doesNotContain("responseformat");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_000})
  void aBodyOfWhichNothingCanBeReadIsRefused(int more) throws Exception {
    var reply = post("multipart/form-data", "x".repeat(more));
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("multipart.boundary");
  }
}
