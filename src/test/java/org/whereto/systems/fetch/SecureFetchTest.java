// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.systems.fetch.Fetches.text;

import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;

/** Over https only whoever can prove its name is believed. */
@Timeout(60)
class SecureFetchTest {

  private static final String REPLY = RawServer.http("200 OK", "text/plain", "secret");

  @TempDir private static Path folder;

  private static KeyStore good;

  @BeforeAll
  static void make() throws Exception {
    good = TlsServer.keys(folder, "good", "-ext", "SAN=dns:good.example.org,ip:127.0.0.1");
  }

  @Test
  void whoProvesItsNameIsBelieved() throws Exception {
    try (TlsServer server = TlsServer.saying(REPLY, good)) {
      TlsSocketStrategy tls = GuardedFetch.tls(TlsServer.trusting(good));

      assertThat(text(get(tls, "good.example.org", server.port()))).isEqualTo("secret");
      assertThat(text(get(tls, "127.0.0.1", server.port()))).isEqualTo("secret");
      assertThat(server.requests().getFirst())
          .startsWith("GET /x HTTP/1.1\r\n")
          .contains("Host: good.example.org:" + server.port() + "\r\n");
    }
  }

  @Test
  void whoHasTheNameOfAnotherIsNot() throws Exception {
    try (TlsServer server = TlsServer.saying(REPLY, good)) {
      TlsSocketStrategy tls = GuardedFetch.tls(TlsServer.trusting(good));

      assertUnreachable(get(tls, "evil.example.org", server.port()), "evil.example.org");
      assertUnreachable(get(tls, "good.example.org.evil.example", server.port()), "good.example");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whoIsTrustedByNobodyIsNot() throws Exception {
    try (TlsServer server = TlsServer.saying(REPLY, good)) {
      assertUnreachable(
          get(GuardedFetch.TRUSTED, "good.example.org", server.port()), "good.example.org");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whoSpeaksPlainHttpOrNothingIsNot() throws Exception {
    try (RawServer plain = RawServer.start((_, out) -> out.write(REPLY.getBytes(ISO_8859_1)));
        Doorbell rude = Doorbell.at("127.0.0.1")) {
      TlsSocketStrategy tls = GuardedFetch.tls(TlsServer.trusting(good));

      // It waits for the end of a request that never comes.
      String host = "good.example.org:" + Fetches.port(plain);
      assertUnreachable(
          fetch(tls, "\"" + host + "\"\ntime: 0.3s").fetch(Fetches.errand("https://" + host)),
          "good.example.org");
      assertUnreachable(get(tls, "good.example.org", rude.port()), "good.example.org");
    }
  }

  @Test
  void theWayFromHttpsToHttpIsOpenOnlyWhereItIsListed() throws Exception {
    try (RawServer plain = RawServer.saying(REPLY)) {
      String to = "http://plain.example.org:" + Fetches.port(plain) + "/";
      String redirect = "HTTP/1.1 302 Go\r\nLocation: " + to + "\r\n\r\n";
      try (TlsServer server = TlsServer.saying(redirect, good)) {
        TlsSocketStrategy tls = GuardedFetch.tls(TlsServer.trusting(good));
        String https = "good.example.org:" + server.port();
        Errand errand =
            new Errand(
                FetchUrl.of("https://" + https),
                Map.of("Authorization", "Bearer secret"),
                100,
                Deadline.in(Duration.ofSeconds(30)));

        String secure = "[" + https + ", \"plain.example.org:" + Fetches.port(plain) + "\"]";
        assertThat(fetch(tls, secure).fetch(errand)).isInstanceOf(Fetched.Refused.class);
        assertThat(plain.requests()).isEmpty();

        String both = "[" + https + ", \"" + to.substring(0, to.length() - 1) + "\"]";
        assertThat(text(fetch(tls, both).fetch(errand))).isEqualTo("secret");
        assertThat(plain.requests().getFirst().header("Authorization")).isEmpty();
        assertThat(server.requests().getFirst()).contains("Authorization: Bearer secret");
      }
    }
  }

  private static Fetched get(TlsSocketStrategy tls, String host, int port) throws BadInput {
    return fetch(tls, "\"" + host + ":" + port + "\"")
        .fetch(Fetches.errand("https://" + host + ":" + port + "/x"));
  }

  private static Fetch fetch(TlsSocketStrategy tls, String hosts) throws BadInput {
    return new GuardedFetch(
        Fetches.settings("hosts: " + hosts + "\nprivate: 127.0.0.1/32"),
        FakeNames.all("127.0.0.1"),
        tls);
  }

  private static void assertUnreachable(Fetched fetched, String host) {
    assertThat(fetched).isInstanceOf(Fetched.Down.class);
    assertThat(Fetches.why(fetched)).startsWith(host).contains("cannot be reached from here");
  }
}
