// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerFile;
import org.whereto.support.ChangedLimits;
import org.whereto.support.Gauges;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.WatchedServer;

/**
 * Sizes of heads and bodies at the edge and one past it: of the usual limits and of others. What
 * has an answer keeps its connection, what goes too far ends it.
 */
@Timeout(300)
class ServerLimitsTest {

  private static final String PLATFORM =
      "{whereto: 1, interfaces: {a: {servicetype: uri://a}}, accepts: [{tasktype: uri://b}]}";

  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=b";

  private static final String LINE = "GET /accepts?tasktype=uri://b HTTP/1.1\r\n";
  private static final String HOST = "Host: a\r\n";

  @TempDir Path folder;
  private int replies;

  private static Limits limits(String keys) throws Exception {
    String file = "{whereto: 1, limits: {share: 100" + keys + "}}";
    return ServerFile.read("s", file.getBytes(UTF_8)).limits();
  }

  @Test
  void theUsualLimitsHoldAtTheirEdges() throws Exception {
    Limits limits = limits("");
    assertThat(List.of(limits.headBytes(), limits.headLines())).containsExactly(16_384, 64);
    assertThat(limits.request().small().bytes()).isEqualTo(1 << 20);
    assertThat(limits.request().large().bytes()).isEqualTo(16 << 20);
    hold(limits);
  }

  @Test
  void theLimitsOfAnOwnerHoldAtTheirs() throws Exception {
    hold(limits(", head-bytes: 20Ki, head-lines: 70, small-body: 2Mi, large-body: 17Mi"));
  }

  private void hold(Limits limits) throws Exception {
    WatchedServer server = WatchedServer.of(PLATFORM, limits, folder.resolve("log"));
    holdHeads(server.port(), limits);
    for (String type : List.of(YAML, FORM)) {
      holdBodies(server.port(), type, limits.request().small().bytes());
    }
    for (String type : List.of(JSON, MULTIPART)) {
      holdBodies(server.port(), type, limits.request().large().bytes());
    }
    server.endWell(replies);
  }

  private void holdHeads(int port, Limits limits) throws IOException {
    int bytes = limits.headBytes();
    isAnswered(port, head(bytes));
    isRefused(port, head(bytes + 1), "431 http.headers-too-large");
    isRefused(port, line(bytes), "431 http.headers-too-large");
    isRefused(port, line(bytes + 1), "414 http.uri-too-long");
    int lines = limits.headLines();
    isAnswered(port, LINE + HOST + "X: x\r\n".repeat(lines - 1) + "\r\n");
    isRefused(port, LINE + HOST + "X: x\r\n".repeat(lines) + "\r\n", "431 http.headers-too-large");
  }

  /** A head of so many bytes. */
  private static String head(int bytes) {
    int rest = bytes - LINE.length() - HOST.length() - "X: \r\n\r\n".length();
    return LINE + HOST + "X: " + "x".repeat(rest) + "\r\n\r\n";
  }

  /** A request line of so many bytes, with its end, and no more. */
  private static String line(int bytes) {
    return LINE.replace("uri://b", "uri://b&a=" + "x".repeat(bytes - LINE.length() - 3));
  }

  private void holdBodies(int port, String type, int most) throws IOException {
    String head = "POST /accepts HTTP/1.1\r\n" + HOST + "Content-Type: " + type + "\r\n";
    String fits = body(type, most);
    isAnswered(port, head + "Content-Length: " + most + "\r\n\r\n" + fits);
    isRefused(port, head + "Content-Length: " + (most + 1) + "\r\n\r\n", "413 body.too-large");
    String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    isAnswered(port, chunked + chunk(fits) + "0\r\n\r\n");
    isRefused(port, chunked + chunk(fits) + chunk("x"), "413 body.too-large");
  }

  private static String chunk(String data) {
    return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }

  /** A question of so many bytes, most of which say nothing. */
  private static String body(String type, int bytes) {
    String begin =
        switch (type) {
          case YAML -> "tasktype: uri://b\n#";
          case JSON -> "{\"tasktype\": \"uri://b\"}";
          case FORM -> "tasktype=uri://b&runid=";
          default ->
              "--b\r\nContent-Disposition: form-data; name=tasktype\r\n\r\nuri://b\r\n--b--\r\n";
        };
    return begin + (type.equals(JSON) ? " " : "x").repeat(bytes - begin.length());
  }

  /** Also what is asked next on the same connection. */
  private void isAnswered(int port, String request) throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      for (String asked : List.of(request, LINE + HOST + "\r\n")) {
        RawReply reply = connection.ask(asked);
        assertThat(reply.text()).as("%s", reply.head()).contains("\"YES\"");
        assertThat(reply.isLast()).isFalse();
        replies++;
      }
    }
  }

  private void isRefused(int port, String request, String told) throws IOException {
    try (RawConnection connection = RawConnection.to(port)) {
      RawReply reply = connection.ask(request);
      assertThat(reply.status()).as("%s", reply).isEqualTo(Integer.parseInt(told.substring(0, 3)));
      assertThat(reply.text()).contains("\"code\": \"" + told.substring(4) + "\"");
      assertThat(reply.isLast()).isTrue();
      assertThat(connection.isEnded()).isTrue();
      replies++;
    }
  }

  /** The system would keep megabytes of answers for it, if it were let. */
  @Test
  void whoReadsNothingIsAnsweredNoFurtherThanItsBufferGoes() throws Exception {
    Path log = folder.resolve("log");
    Limits limits = ChangedLimits.of(Map.of("sendTime", Duration.ofMillis(500), "share", 100));
    WatchedServer server = WatchedServer.of(PLATFORM, limits, log);
    try (RawConnection connection = RawConnection.to(server.port())) {
      String large = "GET /openapi.json HTTP/1.1\r\n" + HOST + "\r\n";
      connection.send(large.repeat(100).getBytes(ISO_8859_1));
      assertThat(server.gauges().waitFor(Gauges.CONNECTIONS, 1)).isTrue();
      assertThat(server.gauges().waitFor(Gauges.CONNECTIONS, 0)).isTrue();
    }
    server.endWell(1);
    assertThat(Files.readAllLines(log, UTF_8)).hasSizeLessThan(10);
  }

  @Test
  void aBodyThatIsPackedIsNotTaken() throws Exception {
    WatchedServer server = WatchedServer.of(PLATFORM, limits(""), folder.resolve("log"));
    String head = "POST /accepts HTTP/1.1\r\n" + HOST + "Content-Length: 17\r\n";
    isAnswered(server.port(), head + "Content-Encoding: identity\r\n\r\ntasktype: uri://b");
    isRefused(server.port(), head + "Content-Encoding: gzip\r\n\r\n", "415 body.content-encoding");
    server.endWell(replies);
  }
}
