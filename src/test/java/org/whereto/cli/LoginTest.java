// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.FakeIssuer.error;
import static org.whereto.support.FakeIssuer.granted;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.FakeIssuer;
import org.whereto.support.RawServer;

@Timeout(60)
final class LoginTest {

  private static final String SECRET = "token-SECRET";

  @TempDir Path home;
  private FakeIssuer issuer;
  private RawServer service;
  private RawServer stranger;

  @BeforeEach
  void open() throws IOException {
    issuer = FakeIssuer.start();
    issuer.gives(granted(SECRET, ", \"expires_in\": 300, \"refresh_token\": \"refresh-SECRET\""));
    String no = http("200 OK", "application/json", "{\"reponseword\": \"NO\"}");
    service = RawServer.start((_, out) -> out.write(no.getBytes(UTF_8)));
    stranger = RawServer.start((_, out) -> out.write(no.getBytes(UTF_8)));
  }

  @AfterEach
  void close() throws IOException {
    issuer.close();
    service.close();
    stranger.close();
  }

  private Ran run(String... words) {
    Ran ran = Ran.in(Map.of("HOME", home.toString()), words);
    assertThat(ran.toString()).doesNotContain("SECRET");
    return ran;
  }

  private Ran ask() {
    return run("ask", "docker://x", "--at", service.url(), stranger.url(), "-o", "json");
  }

  private static List<String> tokens(RawServer server) {
    return server.requests().stream().map(request -> request.header("Authorization")).toList();
  }

  @Test
  void fromLoginToLogout() {
    assertThat(run("login", "--list").out()).isEqualTo("There is no login.\n");

    Ran login = run("login", issuer.url(), "--for", service.url());
    assertThat(login.exit()).isZero();
    assertThat(login.out())
        .isEqualTo(
            "Open this page in a browser: https://iam.example.org/device\n"
                + "and enter this code there: WDJB-MJHT\n"
                + "Waiting for you, for 5 minutes; Ctrl-C ends it.\n"
                + "Logged in at "
                + issuer.url()
                + ". Its token goes to "
                + service.url()
                + ", and to nobody else.\n");
    assertThat(login.err()).isEmpty();

    assertThat(run("login", "--list").out())
        .isEqualTo(
            issuer.url()
                + " (renewed when needed). Its token goes to "
                + service.url()
                + ", and to nobody else.\n");

    assertThat(ask().out()).containsOnlyOnce("\"tokenSent\": true");
    assertThat(tokens(service)).containsExactly("Bearer " + SECRET);
    assertThat(tokens(stranger)).containsExactly("");

    int requests = issuer.asked().size();
    assertThat(run("login", issuer.url(), "--for", stranger.url()).out())
        .startsWith("Logged in at ")
        .contains(stranger.url());
    assertThat(issuer.asked()).hasSize(requests);

    assertThat(run("logout", issuer.url()).out())
        .isEqualTo("Logged out at " + issuer.url() + ".\n");
    assertThat(run("logout", issuer.url()).out()).startsWith("There was no login");
    ask();
    assertThat(tokens(service).getLast()).isEmpty();
  }

  @Test
  void aTokenOfTheCommandLineCountsBeforeALogin() {
    run("login", issuer.url(), "--for", service.url());
    Map<String, String> env = Map.of("HOME", home.toString(), "WHERETO_TOKEN", "another-one");
    Ran.in(env, "ask", "docker://x", "--at", service.url(), "--token-for", service.url());
    assertThat(tokens(service)).containsExactly("Bearer another-one");
    assertThat(Ran.in(env, "ask", "docker://x", "--at", service.url()).err()).isEmpty();
    assertThat(tokens(service).getLast()).isEqualTo("Bearer " + SECRET);
  }

  @Test
  void aLoginThatHasEndedIsToldAndTheQuestionAskedAllTheSame() {
    issuer.gives(granted(SECRET, ", \"expires_in\": 0"));
    run("login", issuer.url(), "--for", service.url());
    Ran ran = ask();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "whereto: Asked without a login: "
                + service.url()
                + ". The login at "
                + issuer.url()
                + " has ended. Log in again with: whereto login "
                + issuer.url()
                + "\n");
    assertThat(tokens(service)).containsExactly("");
    assertThat(run("login", "--list").out()).contains("(ended 20");
  }

  @Test
  void aLoginThatCannotBeRenewedIsTriedAndToldOnceForAllItsServices() {
    issuer.gives(granted(SECRET, ", \"expires_in\": 0, \"refresh_token\": \"refresh-SECRET\""));
    run("login", issuer.url(), "--for", service.url(), "--for", stranger.url());
    issuer.gives(http("503 Busy", "text/plain", ""));
    int requests = issuer.asked().size();
    Ran ran = ask();
    assertThat(ran.err())
        .startsWith("whereto: Asked without a login: " + service.url() + ", " + stranger.url())
        .contains("cannot be renewed now (status 503)")
        .hasLineCount(1);
    assertThat(issuer.asked()).hasSize(requests + 1);
    assertThat(tokens(service)).isEqualTo(tokens(stranger)).containsExactly("");
  }

  @Test
  void whoIsDeniedIsNotLoggedIn() {
    issuer.gives(error("access_denied"));
    Ran ran = run("login", issuer.url());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "whereto: Not logged in. The login was denied on the page of " + issuer.url() + ".\n");
  }

  @Test
  void whoIsInterruptedIsNotLoggedIn() {
    issuer.gives(error("authorization_pending"));
    Thread waiting = Thread.currentThread();
    Thread.ofVirtual().start(() -> interruptWhenAsked(waiting));
    Ran ran = run("login", issuer.url());
    assertThat(ran.exit()).isEqualTo(130);
    assertThat(ran.err()).isEqualTo("whereto: Not logged in: interrupted.\n");
    assertThat(Thread.interrupted()).isFalse();
  }

  private void interruptWhenAsked(Thread waiting) {
    try {
      while (issuer.asked().isEmpty()) {
        Thread.sleep(10);
      }
      Thread.sleep(200);
      waiting.interrupt();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void badUseIsToldWithARemedy() {
    assertThat(run("login").err()).contains("Name one issuer, like https://");
    assertThat(run("login", "--list", issuer.url()).err()).contains("Name one issuer");
    assertThat(run("login", "http://iam.example.org").err()).contains("over https only");
    assertThat(run("login", issuer.url(), "--for", "http://b.example").err())
        .contains("a token goes over https only");
    assertThat(Ran.in(Map.of(), "login", issuer.url()).err()).contains("set HOME");
    assertThat(issuer.asked()).isEmpty();
  }
}
