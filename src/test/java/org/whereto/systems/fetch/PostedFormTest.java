// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;

/** A form is sent to the one it is meant for. */
class PostedFormTest {

  private static Errand errand(RawServer server) throws BadInput {
    return new Errand(
        new Errand.Method.Post(new Body("token=secret&a=b".getBytes(US_ASCII))),
        FetchUrl.of(Fetches.host(server) + "/told"),
        Map.of("Authorization", "Basic c2VjcmV0"),
        Integer.MAX_VALUE,
        Deadline.in(Duration.ofMinutes(1)));
  }

  @Test
  void itArrivesWhole() throws IOException, BadInput {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "good"))) {
      assertThat(Fetches.text(Fetches.fetch(server, "").fetch(errand(server)))).isEqualTo("good");

      RawServer.Request request = server.requests().getFirst();
      assertThat(request.head()).startsWith("POST /told HTTP/1.1\r\n");
      assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
      assertThat(request.header("Content-Length")).isEqualTo("16");
      assertThat(request.header("Transfer-Encoding")).isEmpty();
      assertThat(request.body()).isEqualTo("token=secret&a=b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 A", "302 B", "303 C", "307 D", "308 E"})
  void noRedirectIsFollowedWithIt(String status) throws IOException, BadInput {
    String reply = "HTTP/1.1 " + status + "\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
    try (RawServer server = RawServer.saying(reply)) {
      assertThat(Fetches.fetch(server, "redirects: 3").fetch(errand(server)))
          .isInstanceOf(Fetched.Refused.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whatIsSentIsNotShown() throws IOException, BadInput {
    try (RawServer server = RawServer.saying("")) {
      assertThat(errand(server).toString()).doesNotContain("secret", "c2VjcmV0");
    }
  }
}
