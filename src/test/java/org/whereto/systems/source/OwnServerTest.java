// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Behaviour;

/** Servers of the owner's that do not do as they should, and what is shown to them. */
@Timeout(60)
class OwnServerTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SECRET = "s3cr3t.t0ken";

  private static Source source(RawServer server, String more, Duration time) throws Exception {
    return Written.source(
            "json: {url: '" + server.url() + "/free?k=v', amounts: {cores: /free}" + more + "}")
        .origin()
        .open(time);
  }

  private static Behaviour saying(String reply) {
    return (_, out) -> out.write(reply.getBytes(UTF_8));
  }

  private static String json(String status, String body) {
    return RawServer.http(status, "application/json", body);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(saying(json("500 Oh", "{\"free\": 3}")), "status 500"),
        Arguments.of(saying(json("404 Not Found", "{\"free\": 3}")), "status 404"),
        Arguments.of(saying(json("204 No Content", "")), "status 204"),
        Arguments.of(saying(json("401 No", "")), "does not let us in"),
        Arguments.of(saying(json("403 No", "")), "does not let us in"),
        Arguments.of(
            saying("HTTP/1.1 302 Found\r\nLocation: http://example.org/\r\n\r\n"), "redirects"),
        Arguments.of(
            saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"free\": 3}"), "breaks off"),
        Arguments.of(
            saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
            "compresses"),
        Arguments.of(
            saying("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n"), "sends more than"),
        Arguments.of(saying("SSH-2.0-OpenSSH_9.2\r\n"), "no HTTP"),
        Arguments.of(saying(""), "no HTTP"),
        Arguments.of(saying(json("200 OK", "<html>")), "no whole JSON"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatIsNoDocumentIsNoReading(Behaviour behaviour, String told) throws Exception {
    try (RawServer server = RawServer.start(behaviour)) {
      assertThatThrownBy(() -> source(server, "", LONG).read())
          .isInstanceOf(Unread.class)
          .hasMessageContaining(told);
    }
  }

  @Test
  void aServerThatTakesItsTimeIsGivenUp() throws Exception {
    Behaviour trickling =
        (_, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(UTF_8));
          while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(20);
          }
        };
    try (RawServer server = RawServer.start(trickling)) {
      assertThatThrownBy(() -> source(server, "", SHORT).read())
          .isInstanceOf(Unread.class)
          .hasMessageContaining("did not answer in time");
    }
  }

  @Test
  void nobodyThereIsNoReading() throws Exception {
    RawServer gone = RawServer.saying("");
    gone.close();
    assertThatThrownBy(() -> source(gone, "", LONG).read())
        .isInstanceOf(Unread.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void theTokenIsReadAnewEachTime(@TempDir Path folder) throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, SECRET + "\n");
    try (RawServer server = RawServer.saying(json("200 OK", "{\"free\": 3}"))) {
      Source source = source(server, ", token-file: " + token, LONG);
      source.read();
      Files.writeString(token, "SLURM_JWT=another");
      source.read();
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer " + SECRET, "Bearer another");
      assertThat(server.requests().getFirst().target()).isEqualTo("/free?k=v");
      assertThat(server.requests().getFirst().header("Accept")).isEqualTo("application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", SECRET + "\n" + SECRET, SECRET + " x", SECRET + "\u00e9"})
  void aTokenFileThatHoldsNoTokenIsNoReadingAndNotShown(String text, @TempDir Path folder)
      throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, text);
    try (RawServer server = RawServer.saying(json("200 OK", "{\"free\": 3}"))) {
      assertThatThrownBy(() -> source(server, ", token-file: " + token, LONG).read())
          .isInstanceOf(Unread.class)
          .hasMessageContaining("token file")
          .hasMessageNotContaining(SECRET);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aTokenFileThatIsNotThereIsNoReading(@TempDir Path folder) throws Exception {
    try (RawServer server = RawServer.saying(json("200 OK", "{\"free\": 3}"))) {
      for (Path path : new Path[] {folder, folder.resolve("none")}) {
        assertThatThrownBy(() -> source(server, ", token-file: " + path, LONG).read())
            .isInstanceOf(Unread.class)
            .hasMessageContaining("token file");
      }
    }
  }

  /** A server that says back what it was sent must not bring the token into a log. */
  @Test
  void aServerThatSaysTheTokenBackBringsItIntoNoLog(@TempDir Path folder) throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, SECRET.repeat(100));
    Behaviour echo =
        (request, out) ->
            out.write(
                json("200 OK", "{\"free\": \"" + request.header("Authorization") + "\"}")
                    .getBytes(UTF_8));
    try (RawServer server = RawServer.start(echo)) {
      assertThatThrownBy(() -> source(server, ", token-file: " + token, LONG).read())
          .isInstanceOf(Unread.class)
          .hasMessageContaining("cores is: \"Bearer ***")
          .hasMessageNotContaining("s3cr3t");
    }
  }
}
