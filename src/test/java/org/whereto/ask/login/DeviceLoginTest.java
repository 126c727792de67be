// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whereto.support.FakeIssuer.error;
import static org.whereto.support.FakeIssuer.granted;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.ask.Web;
import org.whereto.support.FakeIssuer;
import org.whereto.support.FakeIssuer.Asked;
import org.whereto.tree.BadInput;

@Timeout(60)
final class DeviceLoginTest {

  private static final Wanted USUAL = new Wanted(Wanted.USUAL_CLIENT, "", "");

  @TempDir Path folder;
  private final Web web = Web.open();
  private final Hurried clock = new Hurried();
  private final List<Invitation> shown = new ArrayList<>();
  private FakeIssuer issuer;

  @BeforeEach
  void open() throws IOException {
    issuer = FakeIssuer.start();
    issuer.gives(granted("token-SECRET", ", \"expires_in\": 300"));
  }

  @AfterEach
  void close() throws IOException {
    issuer.close();
    web.close();
  }

  private StoredLogin login(Wanted wanted) throws BadInput, NotLoggedIn, InterruptedException {
    return new Logins(new LoginFile(folder), web, clock)
        .login(Issuer.named(issuer.url()), wanted, Set.of(), shown::add);
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> login(USUAL))
        .isInstanceOf(NotLoggedIn.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void thePersonIsToldAndTheIssuerAskedUntilTheCodeIsEntered() throws Exception {
    issuer.gives(
        error("authorization_pending"),
        error("slow_down"),
        error("authorization_pending"),
        granted("token-SECRET", ", \"expires_in\": 300, \"refresh_token\": \"refresh-SECRET\""));
    StoredLogin login = login(new Wanted("my-client", "", ""));
    assertThat(shown).extracting(Invitation::code).containsExactly("WDJB-MJHT");
    assertThat(shown.getFirst().page()).isEqualTo("https://iam.example.org/device");
    assertThat(clock.pauses()).containsExactly(1L, 1L, 6L, 6L);
    assertThat(login.expires()).contains(clock.now().plusSeconds(300));
    assertThat(login.isRefreshed()).isTrue();
    assertThat(issuer.asked().getFirst())
        .isEqualTo(
            new Asked(
                "/device", Map.of("client_id", "my-client", "scope", "openid offline_access")));
    assertThat(issuer.asked().getLast())
        .isEqualTo(
            new Asked(
                "/token",
                Map.of(
                    "client_id", "my-client",
                    "device_code", "device-SECRET",
                    "grant_type", "urn:ietf:params:oauth:grant-type:device_code")));
    assertThat(login + " " + login.grant() + new LoginFile(folder).read()).doesNotContain("SECRET");
  }

  @Test
  void scopesAndAudienceAreThePersonsChoice() throws Exception {
    login(new Wanted("c", "openid groups", "planner"));
    assertThat(issuer.asked().getFirst().form())
        .containsEntry("scope", "openid groups")
        .containsEntry("audience", "planner");
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, The login was denied",
    "expired_token, Nobody entered the code in time",
    "invalid_client, the id of a public client",
    "unauthorized_client, the id of a public client",
    "invalid_scope, Choose others with --scope",
    "something_new, refuses the login (something_new)"
  })
  void aLoginThatFailsIsToldPlainly(String error, String sentence) {
    issuer.gives(error("authorization_pending"), error(error));
    assertRefused(sentence);
  }

  @Test
  void aCodeThatNobodyEntersEndsByItself() {
    issuer.gives(error("authorization_pending"));
    assertRefused("Nobody entered the code in time");
    assertThat(clock.pauses()).hasSize(300);
  }

  @Test
  void anIssuerThatFailsNowAndThenIsAskedMoreSeldom() throws Exception {
    issuer.gives(
        http("503 Busy", "text/plain", "busy"),
        http("500 Broken", "text/html", "<p>"),
        "no HTTP at all",
        granted("token-SECRET", ""));
    assertThat(login(USUAL).expires()).isEmpty();
    assertThat(clock.pauses()).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() {
    issuer.gives(error("authorization_pending"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> login(USUAL)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Bearer\" | \"mac\" | no bearer token",
        "\"token-SECRET\" | \"\" | is empty",
        "token-SECRET | token SECRET | something else than one token",
        "token-SECRET | token-SECRET\\r\\nX-Evil: 1 | something else than one token",
        "\"token-SECRET\" | [\"token-SECRET\"] | is empty",
        "{ | [ | no bearer token"
      })
  void whatIsNoTokenIsNotKept(String from, String to, String sentence) throws BadInput {
    String whole = granted("token-SECRET", "");
    String json = whole.substring(whole.indexOf("\r\n\r\n") + 4).replace(from, to);
    issuer.gives(http("200 OK", "application/json", json));
    assertRefused(sentence);
    assertThat(new LoginFile(folder).read()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"issuer\" | \"isuer\" | does not describe itself as an issuer",
        "200 OK | 404 Not Found | (404 at http://127.0.0.1:",
        "200 OK | 302 Found\\r\\nLocation: http://127.0.0.1:1/ | (302 at http://127.0.0.1:",
        "\"issuer\": \"http://127 | \"issuer\": \"https://127 | says that it is https://127",
        "\"device_authorization | \"x | offers no login for programs like this",
        "\"token_endpoint | \"x | offers no login for programs like this",
        "\"token_endpoint\": \"http://127.0.0.1 | \"token_endpoint\": \"http://b.example | offers"
            + " no",
        "\"token_endpoint\": \"http://127 | \"token_endpoint\": \"ftp://127 | offers no login",
        "{ | [ | does not describe itself as an issuer"
      })
  void whoIsNoIssuerIsToldSo(String from, String to, String sentence) {
    issuer.describes(reply -> mended(reply, from, to.replace("\\r\\n", "\r\n")));
    assertRefused(sentence);
    assertThat(issuer.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 OK | 401 No | refuses a login of this program (status 401)",
        "\"user_code\" | \"x\" | does not say how to log in",
        "https://iam.example.org | http://iam.example.org | on a secure page",
        "https://iam.example.org | javascript:alert(1)// | on a secure page",
        "\"device_code\" | \"x\" | gave no code"
      })
  void anInvitationThatIsNoneIsToldSo(String from, String to, String sentence) {
    issuer.invites(reply -> mended(reply, from, to));
    assertRefused(sentence);
    assertThat(shown).isEmpty();
  }

  /** With the length of the body that it now has. */
  private static String mended(String reply, String from, String to) {
    String changed = reply.replace(from, to);
    String body = changed.substring(changed.indexOf("\r\n\r\n") + 4);
    return changed.replaceFirst("Content-Length: \\d+", "Content-Length: " + body.length());
  }

  @Test
  void wordsOfTheIssuerCannotReachTheTerminalsControls() throws Exception {
    issuer.invites(reply -> mended(reply, "WDJB-MJHT", "A\\u001b[2J\\nB" + "x".repeat(500)));
    login(USUAL);
    assertThat(shown.getFirst().code()).startsWith("A").hasSizeLessThanOrEqualTo(100);
    assertThat(shown.getFirst().code()).doesNotContain("\u001b", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam.example.org",
        "http://iam.example.org",
        "http://localhost:8080",
        "https://u:p@iam.example.org",
        "https://iam.example.org/?x",
        "https://iam.example.org/../x",
        "https://iam.example.org.",
        "ftp://iam.example.org"
      })
  void anIssuerIsNamedByAPlainSecureAddress(String text) {
    assertThatThrownBy(() -> Issuer.named(text)).isInstanceOf(BadInput.class);
  }

  @Test
  void aSlashAtTheEndMakesNoOtherIssuer() throws Exception {
    assertThat(Issuer.named("https://iam.example.org/"))
        .isEqualTo(Issuer.named("https://IAM.example.org"));
    issuer.describes(reply -> mended(reply, issuer.url() + "\",", issuer.url() + "/\","));
    assertThat(login(USUAL).issuer().url()).isEqualTo(issuer.url());
  }
}
