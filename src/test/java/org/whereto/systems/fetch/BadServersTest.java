// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.systems.fetch.Fetches.fetch;
import static org.whereto.systems.fetch.Fetches.get;
import static org.whereto.systems.fetch.Fetches.pouring;
import static org.whereto.systems.fetch.Fetches.said;
import static org.whereto.systems.fetch.Fetches.text;
import static org.whereto.systems.fetch.Fetches.why;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RawServer;

/** Servers that send too much, too slowly, for ever, or what is no answer at all. */
@Timeout(60)
class BadServersTest {

  /**
   * Each body with its length beforehand, in one piece that ends with the connection, in chunks.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 100_000})
  void sizeIsCutOffAtItsEdge(int length) throws Exception {
    String body = "x".repeat(length);
    String chunk = length == 0 ? "" : Integer.toHexString(length) + "\r\n" + body + "\r\n";
    for (String framed :
        List.of(
            "Content-Length: " + length + "\r\n\r\n" + body,
            "Connection: close\r\n\r\n" + body,
            "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n")) {
      try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + framed)) {
        Fetched fetched = get(fetch(server, "size: 1Ki"), server, "/");
        if (length <= 1024) {
          assertThat(text(fetched)).isEqualTo(body);
        } else {
          assertThat(fetched).isInstanceOf(Fetched.Refused.class);
          assertThat(why(fetched)).contains("more than 1024 bytes");
        }
      }
    }
  }

  /** A length that is not true, in each direction. */
  @Test
  void aLyingLengthChangesNothing() throws Exception {
    assertThat(said("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabc"))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(why(said("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")))
        .contains("breaks off");
    assertThat(text(said("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc"))).isEqualTo("ab");
    assertThat(why(said("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")))
        .contains("breaks off");
  }

  @Test
  void aCompressedAnswerIsNotTaken() throws Exception {
    for (String encoding : List.of("gzip", "deflate", "br", "identity, gzip", "x")) {
      Fetched fetched =
          said(
              "HTTP/1.1 200 OK\r\nContent-Encoding: "
                  + encoding
                  + "\r\nContent-Length: 1\r\n\r\nx");
      assertThat(fetched).isInstanceOf(Fetched.Refused.class);
      assertThat(why(fetched)).contains("compresses its answer");
    }
    assertThat(text(said("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\n\r\nx"))).isEqualTo("x");
    assertThat(
            said("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"))
        .isInstanceOf(Fetched.Down.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "hello",
        "<html>no http</html>",
        "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 -1 OK\r\n\r\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/9999999999.1 200 OK\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: bogus\r\n\r\nabc"
      })
  void whatIsNoHttpIsNoAnswer(String reply) throws Exception {
    assertThat(said(reply)).isInstanceOf(Fetched.Down.class);
  }

  @Test
  void headersAreLimited() throws Exception {
    String begin = "HTTP/1.1 200 OK\r\n";
    String end = "Content-Length: 1\r\n\r\nx";
    assertThat(text(said(begin + "A: b\r\n".repeat(60) + end))).isEqualTo("x");
    assertThat(why(said(begin + "A: b\r\n".repeat(64) + end)))
        .contains("headers beyond all measure");
    assertThat(text(said(begin + "A: " + "b".repeat(16_000) + "\r\n" + end))).isEqualTo("x");
    assertThat(why(said(begin + "A: " + "b".repeat(17_000) + "\r\n" + end)))
        .contains("headers beyond all measure");
    assertThat(why(said("HTTP/1.1 200 " + "O".repeat(17_000) + "\r\n" + end)))
        .contains("headers beyond all measure");
  }

  /** What never ends, in each part of an answer, fast and drop by drop. */
  @Test
  void nothingGoesOnWithoutEnd() throws Exception {
    Map<String, String> endless =
        Map.of(
            "HTTP/1.1 200 OK\r\nA: b", "b",
            "HTTP/1.1 200 OK\r\nA: b\r\n", " folded\r\n",
            "HTTP/1.1 200 OK\r\n", "A: b\r\n",
            "", "\r\n",
            "HTTP/1.1 200 ", "O",
            "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Wait\r\nA: b\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n", "x",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "extension",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "T: x\r\n");
    for (Map.Entry<String, String> entry : endless.entrySet()) {
      for (int pause : new int[] {0, 20}) {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server =
            RawServer.start(pouring(entry.getKey(), entry.getValue(), pause, ended))) {
          Fetched fetched = get(fetch(server, "time: 0.3s\nsize: 1Ki"), server, "/");
          assertThat(fetched).as(entry.toString()).isNotInstanceOf(Fetched.Got.class);
          // And the connection is closed: the server cannot go on.
          assertThat(ended.await(20, TimeUnit.SECONDS)).as(entry.toString()).isTrue();
        }
      }
    }
  }

  @Test
  void aSilentServerIsLeft() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    for (String begin : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")) {
      try (RawServer server =
          RawServer.start((_, out) -> {
            out.write(begin.getBytes(ISO_8859_1));
            out.flush();
            over.await();
          })) {
        assertThat(why(get(fetch(server, "time: 0.3s"), server, "/")))
            .isEqualTo("docs.example.org did not answer in time: ask again later.");
      }
    }
    over.countDown();
  }
}
