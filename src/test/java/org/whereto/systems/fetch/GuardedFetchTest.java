// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.systems.fetch.Fetches.fetch;
import static org.whereto.systems.fetch.Fetches.get;
import static org.whereto.systems.fetch.Fetches.host;
import static org.whereto.systems.fetch.Fetches.port;
import static org.whereto.systems.fetch.Fetches.pouring;
import static org.whereto.systems.fetch.Fetches.said;
import static org.whereto.systems.fetch.Fetches.text;
import static org.whereto.systems.fetch.Fetches.why;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.RawServer;
import org.whereto.support.RawServer.Behaviour;

/** What comes back from servers, good and bad ones. */
@Timeout(60)
class GuardedFetchTest {

  /** Soon over: for servers that would never end. */
  private static final String SHORT = "time: 0.3s";

  private static final String UNREACHABLE =
      "docs.example.org cannot be reached from here: check the URL, or ask again later.";

  @Test
  void whatAServerSaysComesBack() throws Exception {
    String reply =
        "HTTP/1.1 404 Not here\r\n"
            + "X-One: a\r\n"
            + "x-one: b\r\n"
            + "Set-Cookie: c=d\r\n"
            + "Content-Length: 3\r\n\r\n"
            + "abc";
    try (RawServer server = RawServer.saying(reply)) {
      Fetch fetch = fetch(server, "");
      Fetched.Got got = (Fetched.Got) get(fetch, server, "/a//b?c=%20d#e");

      assertThat(got.status()).isEqualTo(404);
      assertThat(got.header("x-one")).contains("a");
      assertThat(got.from()).hasToString(host(server) + "/a//b?c=%20d");
      assertThat(text(got)).isEqualTo("abc");

      assertThat(text(get(fetch, server, "//twice"))).isEqualTo("abc");
      assertThat(server.requests().getFirst().head().lines().map(line -> line.strip()))
          .containsExactlyInAnyOrder(
              "GET /a//b?c=%20d HTTP/1.1",
              "Host: " + host(server).substring(7),
              "User-Agent: Whereto/0",
              "Accept-Encoding: identity",
              "Connection: close",
              "");
      assertThat(server.requests().getLast().target()).isEqualTo("//twice");
      assertThat(server.requests().getLast().header("Cookie")).isEmpty();
    }
  }

  @Test
  void anErrandMayWantLess() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "12345"))) {
      FetchUrl url = FetchUrl.of(host(server));
      Fetch fetch = fetch(server, "");
      Deadline deadline = Deadline.in(Duration.ofSeconds(30));

      assertThat(text(fetch.fetch(new Errand(url, Map.of(), 5, deadline)))).isEqualTo("12345");
      assertThat(fetch.fetch(new Errand(url, Map.of(), 4, deadline)))
          .isInstanceOf(Fetched.Refused.class);
    }
  }

  @Test
  void redirectsAreFollowedAsOftenAsTheOwnerSays() throws Exception {
    for (int allowed : new int[] {0, 1, 3, 10}) {
      try (RawServer server =
          RawServer.start((request, out) -> {
            int left = Integer.parseInt(request.target().substring(1));
            out.write(
                (left == 0
                        ? RawServer.http("200 OK", "text/plain", "there")
                        : "HTTP/1.1 302 Go\r\nLocation: " + (left - 1) + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
          })) {
        Fetch fetch = fetch(server, "redirects: " + allowed);

        assertThat(text(get(fetch, server, "/" + allowed))).isEqualTo("there");
        Fetched more = get(fetch, server, "/" + (allowed + 1));
        assertThat(more).isInstanceOf(Fetched.Refused.class);
        assertThat(why(more)).contains("redirects more often than this platform follows");
        assertThat(server.requests()).hasSize(2 * (allowed + 1));
      }
    }
  }

  @Test
  void aRingOfRedirectsEnds() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 308 Again\r\nLocation: /\r\n\r\n")) {
      assertThat(why(get(fetch(server, ""), server, "/"))).contains("redirects more often");
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void onlyPlainRedirectsAreRedirects() throws Exception {
    for (int status : new int[] {300, 304, 305, 306, 200, 404}) {
      Fetched.Got got =
          (Fetched.Got)
              said("HTTP/1.1 " + status + " X\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
      assertThat(got.status()).isEqualTo(status);
    }
    assertThat(((Fetched.Got) said("HTTP/1.1 302 X\r\nContent-Length: 0\r\n\r\n")).status())
        .isEqualTo(302);
    assertThat(why(said("HTTP/1.1 302 X\r\nLocation: /a\r\nLocation: /b\r\n\r\n")))
        .contains("several places");
    assertThat(why(said("HTTP/1.1 302 X\r\nLocation: http://u@h/\r\n\r\n")))
        .contains("redirects to what is no plain URL");
    assertThat(why(said("HTTP/1.1 302 X\r\nLocation: http://secret.inside.example/\r\n\r\n")))
        .contains("redirects to a host from which this platform does not fetch")
        .doesNotContain("secret");
  }

  @Test
  void credentialsStayWithTheirOrigin() throws Exception {
    try (RawServer other = RawServer.saying(RawServer.http("200 OK", "text/plain", "there"));
        RawServer server = RawServer.start((request, out) -> out.write(redirect(request, other)))) {
      Fetch fetch = fetch(List.of(server, other), "");
      Errand errand =
          new Errand(
              FetchUrl.of(host(server) + "/here"),
              Map.of("Authorization", "Bearer secret", "Accept", "text/x-test"),
              1000,
              Deadline.in(Duration.ofSeconds(30)));

      assertThat(text(fetch.fetch(errand))).isEqualTo("there");
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization"))
          .containsExactly("Bearer secret", "Bearer secret");
      assertThat(other.requests()).hasSize(1);
      assertThat(other.requests().getFirst().head()).doesNotContain("secret", "Authorization");
      assertThat(other.requests().getFirst().header("Accept")).isEqualTo("text/x-test");
    }
  }

  /** First within the origin, then to another one. */
  private static byte[] redirect(RawServer.Request request, RawServer other) {
    String to = request.target().equals("/here") ? "/there" : host(other) + "/";
    return ("HTTP/1.1 307 Go\r\nLocation: " + to + "\r\n\r\n").getBytes(ISO_8859_1);
  }

  @Test
  void aTokenThatIsNoHeaderIsNotSent() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "x"))) {
      for (String token : List.of("a\r\nHost: inside", "a\nb", "a\0", "ä", "\u2028")) {
        Errand errand =
            new Errand(
                FetchUrl.of(host(server)),
                Map.of("Authorization", token),
                10,
                Deadline.in(Duration.ofSeconds(30)));
        assertThat(fetch(server, "").fetch(errand)).isInstanceOf(Fetched.Refused.class);
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void onlyListedHostsAreAskedAndNoOtherNameIsLookedUp() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "x"))) {
      FakeNames names = FakeNames.all("127.0.0.1");
      Fetch fetch =
          Fetches.of(
              "hosts: [docs.example.org, \""
                  + host(server)
                  + "\", \"http://*.example.net:"
                  + port(server)
                  + "\"]\nprivate: 127.0.0.1/32",
              names);
      String port = ":" + port(server);

      for (String url :
          List.of(
              "http://other.example.org" + port,
              "https://docs.example.org" + port,
              "http://docs.example.org",
              "http://docs.example.org:81",
              "https://docs.example.org:444",
              "http://sub.docs.example.org" + port,
              "http://example.net" + port,
              "http://xexample.net" + port,
              "http://127.0.0.1" + port,
              "http://example.net.example.org" + port)) {
        Fetched fetched = fetch.fetch(Fetches.errand(url));
        assertThat(fetched).as(url).isInstanceOf(Fetched.Refused.class);
        assertThat(why(fetched))
            .isEqualTo("This platform does not fetch from " + FetchUrl.of(url).origin() + ".");
      }
      assertThat(names.asked()).isEmpty();
      for (String url :
          List.of(host(server), "http://a.example.net" + port, "http://b.a.example.net" + port)) {
        assertThat(text(fetch.fetch(Fetches.errand(url)))).isEqualTo("x");
      }
    }
  }

  /** Whether there is such a name, where it leads, and what is there, nobody is told. */
  @Test
  void whateverKeepsAConnectionAwayIsToldAlike() throws Exception {
    int closed = closedPort();
    String hosts = "hosts: \"http://docs.example.org:" + closed + "\"\nprivate: 127.0.0.1/32\n";
    String url = "http://docs.example.org:" + closed;
    Names slow =
        _ -> {
          Thread.sleep(Duration.ofMinutes(1));
          return List.of();
        };
    List<Fetch> fetches =
        List.of(
            Fetches.of(hosts, new FakeNames()),
            Fetches.of(hosts, FakeNames.all("127.0.0.1")),
            Fetches.of(hosts, FakeNames.all("10.0.0.1")),
            Fetches.of(hosts, FakeNames.all("8.8.8.8", "10.0.0.1")),
            Fetches.of(hosts + SHORT, slow));
    for (Fetch fetch : fetches) {
      assertThat(fetch.fetch(Fetches.errand(url))).isEqualTo(new Fetched.Down(UNREACHABLE));
    }
  }

  @Test
  void theNextAddressIsTriedWhereOneDoesNotAnswer() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "x"))) {
      FakeNames names = FakeNames.all("127.0.0.3", "127.0.0.1");
      Fetch fetch =
          Fetches.of(
              "hosts: \"" + host(server) + "\"\nprivate: [127.0.0.1/32, 127.0.0.3/32]", names);

      assertThat(text(get(fetch, server, "/"))).isEqualTo("x");
    }
  }

  @Test
  void aFaultOfOursIsNoFaultOfTheAsker() throws Exception {
    Names broken =
        _ -> {
          throw new IllegalStateException("broken");
        };
    Fetch fetch = Fetches.of("hosts: docs.example.org", broken);

    assertThat(fetch.fetch(Fetches.errand("https://docs.example.org")))
        .isInstanceOf(Fetched.Down.class);
  }

  @Test
  void whoGivesUpWaitingIsLetGo() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Behaviour silent =
        (request, out) -> {
          asked.countDown();
          pouring("HTTP/1.1 200 OK\r\n\r\n", "x", 20, ended).reply(request, out);
        };
    try (RawServer server = RawServer.start(silent)) {
      Fetch fetch = fetch(server, "time: 30s");
      List<Boolean> interrupted = new ArrayList<>();
      FutureTask<Fetched> task =
          new FutureTask<>(() -> {
            Fetched fetched = get(fetch, server, "/");
            interrupted.add(Thread.currentThread().isInterrupted());
            return fetched;
          });
      Thread thread = Thread.ofVirtual().start(task);
      asked.await();
      thread.interrupt();

      assertThat(task.get()).isInstanceOf(Fetched.Down.class);
      assertThat(interrupted).containsExactly(true);
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoComesTooLateIsToldSo() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "x"))) {
      Errand late = new Errand(FetchUrl.of(host(server)), Map.of(), 10, Deadline.in(Duration.ZERO));
      assertThat(why(fetch(server, "").fetch(late))).startsWith("There is no time left");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whoeverFindsNoTurnIsToldToAskAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Behaviour held =
        (_, out) -> {
          asked.countDown();
          go.await();
          out.write(RawServer.http("200 OK", "text/plain", "x").getBytes(ISO_8859_1));
        };
    try (RawServer server = RawServer.start(held)) {
      Fetch fetch = fetch(server, "time: 30s\nrate: {at-once-per-host: 1, per-minute: 3}");
      FutureTask<Fetched> first = new FutureTask<>(() -> get(fetch, server, "/"));
      Thread.ofVirtual().start(first);
      asked.await();
      Errand second =
          new Errand(FetchUrl.of(host(server)), Map.of(), 10, Deadline.in(Duration.ofMillis(200)));

      assertThat(why(fetch.fetch(second)))
          .isEqualTo("Too much is being fetched at once: ask again later.");
      go.countDown();
      assertThat(text(first.get())).isEqualTo("x");
      assertThat(text(get(fetch, server, "/"))).isEqualTo("x");
      assertThat(why(get(fetch, server, "/"))).contains("ask again in a minute");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void whereARedirectLeadsIsAskedOutOfItsOwnBudget() throws Exception {
    try (RawServer other = RawServer.saying(RawServer.http("200 OK", "text/plain", "there"));
        RawServer server = RawServer.start((request, out) -> out.write(redirect(request, other)))) {
      Fetch fetch = fetch(List.of(server, other), "rate: {per-minute-per-host: 3}");

      assertThat(text(get(fetch, server, "/"))).isEqualTo("there");
      assertThat(text(get(fetch, other, "/"))).isEqualTo("there");
      assertThat(text(get(fetch, server, "/"))).isEqualTo("there");
      assertThat(why(get(fetch, server, "/"))).contains("as often as it may");
      assertThat(server.requests()).hasSize(3);
    }
  }

  /** A proxy would look the name up itself, and connect wherever it likes. */
  @Test
  void noProxyIsUsedWhateverJavaIsTold() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", "x"));
        Doorbell proxy = Doorbell.at("127.0.0.1")) {
      Map<String, String> proxies =
          Map.of(
              "socksProxyHost", "127.0.0.1",
              "socksProxyPort", "" + proxy.port(),
              "socksNonProxyHosts", "",
              "http.proxyHost", "127.0.0.1",
              "http.proxyPort", "" + proxy.port(),
              "http.nonProxyHosts", "");
      proxies.forEach(System::setProperty);
      try {
        assertThat(text(get(fetch(server, ""), server, "/"))).isEqualTo("x");
        assertThat(proxy.rung()).isZero();
      } finally {
        proxies.keySet().forEach(System::clearProperty);
      }
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
