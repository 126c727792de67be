// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.ask.RecordingNetwork.Seen;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;

/** No token leaves to an origin that was not named for it, whatever is asked and answered. */
@Timeout(120)
final class TokenStaysWithItsOriginTest {

  private static final String SECRET = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl";
  private static final String NAMED = "https://a.example:{S}";
  private static final String YES =
      http(
          "200 OK", "application/json", "{\"reponseword\": \"YES\", \"servicetype\": \"uri://x\"}");

  @TempDir static Path folder;
  private static RecordingNetwork network;
  private Credentials credentials = Credentials.NONE;

  @BeforeAll
  static void open() throws Exception {
    network = RecordingNetwork.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    network.close();
  }

  @BeforeEach
  void name() throws BadInput {
    network.reply((_, _) -> YES);
    Origin named = Origin.named(network.at(NAMED));
    credentials = Credentials.NONE.with(named, Token.of(SECRET, "the test"));
  }

  private Told ask(String place) throws BadInput {
    return ServiceAt.of(network.at(place), network.web(), credentials)
        .ask(Task.of("uri://any"), Deadline.in(Duration.ofSeconds(30)));
  }

  /** Those who got the token; all who got it have to be the named one. */
  private static long tokens() {
    List<Seen> got =
        network.seen().stream().filter(seen -> seen.toString().contains(SECRET)).toList();
    assertThat(got)
        .allSatisfy(seen -> {
          assertThat(seen.origin()).isEqualToIgnoringCase(network.at(NAMED));
          assertThat(seen.authorization()).isEqualTo("Bearer " + SECRET);
          assertThat(seen.target()).startsWith("/").doesNotContain(SECRET);
        });
    return got.size();
  }

  /** Without these all else would prove nothing. */
  @ParameterizedTest
  @CsvSource({
    "https://a.example:{S}",
    "https://a.example:{S}/",
    "https://a.example:{S}/planner/accepts",
    "https://A.Example:{S}",
    "HTTPS://a.example:{S}",
    "https://a.example:0{S}"
  })
  void whoWasNamedGetsTheToken(String place) throws BadInput {
    assertThat(ask(place)).isInstanceOf(Told.Answered.class);
    assertThat(tokens()).isEqualTo(1);
  }

  /** With {@code yes} where a server of this world is reached, anonymously. */
  @ParameterizedTest
  @CsvSource({
    "https://a.example:{T}, yes",
    "http://a.example:{P}, yes",
    "http://a.example:{Q}, yes",
    "http://a.example:{S}, no",
    "https://b.example:{S}, yes",
    "https://www.a.example:{S}, yes",
    "https://example:{S}, yes",
    "https://ba.example:{S}, yes",
    "https://a.exampleb:{S}, yes",
    "https://a-example:{S}, yes",
    "https://a.example.b.example:{S}, yes",
    "https://xn--a-vma.example:{S}, yes",
    "https://a.example.:{S}, either",
    "https://a.example..:{S}, no",
    "https://.a.example:{S}, no",
    "https://127.0.0.1:{S}, yes",
    "https://127.0.0.2:{S}, yes",
    "https://localhost:{S}, yes",
    "https://[::1]:{S}, either",
    "https://[0:0:0:0:0:0:0:1]:{S}, either",
    "https://[::ffff:127.0.0.1]:{S}, either",
    "https://[::1%25lo]:{S}, either",
    "https://[::1, no",
    "https://127.1:{S}, no",
    "https://0177.0.0.1:{S}, either",
    "https://0x7f.0.0.1:{S}, either",
    "https://2130706433:{S}, either",
    "http://127.0.0.1:{P}, yes",
    "http://localhost:{P}, yes",
    "https://user@a.example:{S}, no",
    "https://user:word@a.example:{S}, no",
    "https://a.example:{S}@b.example:{S}, no",
    "https://a.example%40b.example:{S}, no",
    "https://a%2eexample:{S}, no",
    "https://a.example%2e:{S}, no",
    "https://a.example%00.b.example:{S}, no",
    "https://a.example%2Fb.example:{S}, no",
    "https://b.example\\@a.example:{S}, no",
    "https://a.example\\.b.example:{S}, no",
    "https://a.example;b.example:{S}, no",
    "https://a_example:{S}, no",
    "https://а.example:{S}, no",
    "https://ａ.example:{S}, no",
    "https://a。example:{S}, no",
    "https://a.example:{S}#@b.example, no",
    "https://b.example:{S}?@a.example:{S}, no",
    "https://a.example:-{S}, no",
    "https://a.example:1{S}0, no",
    "https:///a.example:{S}, no",
    "ftp://a.example:{S}, no",
    "wss://a.example:{S}, no"
  })
  void whoWasNotNamedGetsNone(String place, String reached) throws BadInput {
    try {
      ask(place);
    } catch (BadInput _) {
      assertThat(reached).isNotEqualTo("yes");
    }
    assertThat(tokens()).isZero();
    assertThat(network.seen().isEmpty() ? "no" : "yes")
        .isIn(reached.equals("either") ? List.of("yes", "no") : List.of(reached));
  }

  private static final List<String> LOCATIONS =
      List.of(
          "/other",
          "accepts/",
          "https://a.example:{S}/other",
          "HTTPS://A.EXAMPLE:{S}/other",
          "https://a.example:{T}/accepts",
          "http://a.example:{P}/accepts",
          "https://b.example:{S}/accepts",
          "//b.example:{S}/accepts",
          "https://a.example.:{S}/accepts",
          "https://user@a.example:{S}/other",
          "https://a.example:{S}@b.example:{S}/accepts",
          "https://b.example:{S}/accepts?token=" + SECRET,
          "https://b.example:{S}\\@a.example:{S}/",
          "no URL");

  static Stream<Arguments> redirects() {
    List<Arguments> all = new ArrayList<>();
    for (int status : List.of(300, 301, 302, 303, 305, 306, 307, 308, 399)) {
      LOCATIONS.forEach(location -> all.add(Arguments.of(status, location)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void aTokenGoesAlongNoRedirect(int status, String location) throws BadInput {
    AtomicInteger asked = new AtomicInteger();
    String redirect =
        http(status + " Elsewhere\r\nLocation: " + network.at(location), "text/plain", "there");
    network.reply((_, _) -> asked.getAndIncrement() == 0 ? redirect : YES);
    Told told = ask(NAMED);
    assertThat(((Told.Silent) told).why()).isEqualTo(Why.MOVED);
    assertThat(told.toString()).doesNotContain(SECRET).contains("a token does not go along");
    assertThat(tokens()).isEqualTo(1);
    assertThat(network.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 No\\r\\nWWW-Authenticate: ivoa_bearer"
            + " discovery_url=\"https://b.example:{S}/.well-known/openid-configuration\"",
        "401 No\\r\\nWWW-Authenticate: Bearer realm=\"https://b.example:{S}/token\"",
        "401 No\\r\\nWWW-Authenticate: Bearer resource_metadata=\"https://b.example:{S}/r\"",
        "401 No\\r\\nWWW-Authenticate: Basic realm=\"x\"",
        "407 Proxy\\r\\nProxy-Authenticate: Bearer",
        "200 OK\\r\\nAlt-Svc: h2=\"b.example:{S}\"",
        "200 OK\\r\\nRefresh: 0; url=https://b.example:{S}/",
        "200 OK\\r\\nContent-Location: https://b.example:{S}/accepts",
        "200 OK\\r\\nLink: <https://b.example:{S}/accepts>; rel=canonical",
        "200 OK\\r\\nSet-Cookie: to=b.example",
        "201 Made\\r\\nLocation: https://b.example:{S}/accepts",
        "421 Misdirected",
        "500 Broken\\r\\nLocation: https://b.example:{S}/accepts",
        "503 Busy\\r\\nRetry-After: 0\\r\\nLocation: https://b.example:{S}/accepts"
      })
  void whateverItRepliesNobodyElseIsAsked(String head) throws BadInput {
    String reply = http(network.at(head.replace("\\r\\n", "\r\n")), "application/json", ELSEWHERE);
    network.reply((_, _) -> reply);
    ask(NAMED);
    assertThat(tokens()).isEqualTo(1);
    assertThat(network.seen()).hasSize(1);
  }

  /** A YES that leads elsewhere, as it always does. */
  private static final String ELSEWHERE =
      """
      {"reponseword": "YES", "servicetype": "uri://x", "serviceinfo":
       {"endpoint": "https://b.example/", "accepts": "https://b.example/accepts"}}
      """;

  /** Other ways to put a question lead to the same place. */
  @ParameterizedTest
  @CsvSource({"405, 2", "415, 3", "501, 2", "404, 2"})
  void otherWaysToAskTakeTheTokenToTheSameOrigin(int status, int requests) throws BadInput {
    network.reply((_, _) -> http(status + " Not so", "text/html", "<p>no</p>"));
    ask(NAMED);
    assertThat(tokens()).isEqualTo(requests);
    assertThat(network.seen()).hasSize(requests);
  }

  @Test
  void manyAreAskedAtOnceAndOneGetsIt() throws BadInput {
    List<Where> wheres = new ArrayList<>();
    for (String place :
        List.of(NAMED, "https://a.example:{T}", "https://b.example:{S}", "http://a.example:{P}")) {
      for (int i = 0; i < 5; i++) {
        wheres.add(ServiceAt.of(network.at(place + "/" + i), network.web(), credentials));
      }
    }
    List<Result> results =
        AskAll.ask(wheres, Task.of("uri://any"), Deadline.in(Duration.ofSeconds(30)), _ -> {});
    assertThat(results.stream().filter(result -> result.told().identity().tokenSent())).hasSize(5);
    assertThat(network.seen()).hasSize(20);
    assertThat(tokens()).isEqualTo(5);
  }

  /** Names that a person's environment may hold for other programs. */
  @Test
  void noProxyIsAsked() throws BadInput {
    List<String> names =
        List.of("http.proxyHost", "https.proxyHost", "http.nonProxyHosts", "https.proxyPort");
    try {
      System.setProperty(names.get(0), "b.example");
      System.setProperty(names.get(1), "b.example");
      System.setProperty(names.get(2), "");
      System.setProperty(names.get(3), network.at("{P}"));
      assertThat(ask(NAMED)).isInstanceOf(Told.Answered.class);
    } finally {
      names.forEach(System::clearProperty);
    }
    assertThat(network.seen()).hasSize(1);
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void whatRepeatsTheTokenShowsItNowhere() throws BadInput {
    String problem = "{\"detail\": \"Bad token " + SECRET + "\", \"code\": \"" + SECRET + "\"}";
    network.reply((_, _) -> http("401 No", "application/problem+json", problem));
    Told told = ask(NAMED);
    assertThat(told.toString()).doesNotContain(SECRET).contains("Bad token ***");
    network.reply(
        (_, _) -> http("200 OK\r\nX-VO-Authenticated: " + SECRET, "application/json", ELSEWHERE));
    assertThat(ask(NAMED).identity().knownAs()).isEqualTo("***");
  }

  @Test
  void whomItKnowsIsTold() throws BadInput {
    network.reply(
        (_, _) -> http("200 OK\r\nX-VO-Authenticated: alice", "application/json", ELSEWHERE));
    assertThat(ask(NAMED).identity()).isEqualTo(new Identity(true, "alice", false, ""));
    assertThat(ask("https://b.example:{S}").identity()).isEqualTo(Identity.NONE);
  }
}
