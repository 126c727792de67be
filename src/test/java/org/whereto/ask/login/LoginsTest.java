// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whereto.support.FakeIssuer.error;
import static org.whereto.support.FakeIssuer.granted;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.ask.Origin;
import org.whereto.ask.Token;
import org.whereto.ask.Web;
import org.whereto.support.FakeIssuer;
import org.whereto.tree.BadInput;

@Timeout(60)
final class LoginsTest {

  private static final Wanted USUAL = new Wanted(Wanted.USUAL_CLIENT, "", "");
  private static final String REFRESHED = ", \"expires_in\": 300, \"refresh_token\": \"refresh-1\"";

  @TempDir Path home;
  private final Web web = Web.open();
  private final Hurried clock = new Hurried();
  private FakeIssuer issuer;
  private Origin service;
  private Origin other;

  @BeforeEach
  void open() throws IOException, BadInput {
    issuer = FakeIssuer.start();
    issuer.gives(granted("token-1", REFRESHED));
    service = Origin.named("https://a.example");
    other = Origin.named("https://b.example");
  }

  @AfterEach
  void close() throws IOException {
    issuer.close();
    web.close();
  }

  private Map<String, String> env() {
    return Map.of("HOME", home.toString());
  }

  private Path file(String name) {
    return home.resolve(".config/whereto").resolve(name);
  }

  private Logins logins() {
    return Logins.of(env(), web, clock).orElseThrow();
  }

  private StoredLogin login(FakeIssuer at, Origin... services)
      throws BadInput, NotLoggedIn, InterruptedException {
    return logins().login(Issuer.named(at.url()), USUAL, Set.of(services), _ -> {});
  }

  private String token(Origin of) throws BadInput, NotLoggedIn, InterruptedException {
    return logins().token(of).map(Token::secret).orElse("none");
  }

  private long renewals() {
    return issuer.asked().stream()
        .filter(asked -> asked.form().getOrDefault("grant_type", "").equals("refresh_token"))
        .count();
  }

  @Test
  void aLoginIsKeptForItsOwnerAlone() throws Exception {
    login(issuer, service);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
        .isEqualTo("rwx------");
    for (String name : List.of("logins.json", "logins.lock")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
          .isEqualTo("rw-------");
    }
    assertThat(file("logins.json.new")).doesNotExist();
    StoredLogin kept = Logins.kept(env()).getFirst();
    assertThat(kept.services()).containsExactly(service);
    assertThat(kept.wanted()).isEqualTo(USUAL);
    assertThat(token(service)).isEqualTo("token-1");
    assertThat(token(other)).isEqualTo("none");
  }

  @Test
  void theFolderIsThatOfTheDesktop() {
    assertThat(UserFolder.of(Map.of("XDG_CONFIG_HOME", "/x", "HOME", "/h")))
        .contains(Path.of("/x/whereto"));
    assertThat(UserFolder.of(Map.of("XDG_CONFIG_HOME", "x", "HOME", "/h")))
        .contains(Path.of("/h/.config/whereto"));
    assertThat(UserFolder.of(Map.of("HOME", "h"))).isEmpty();
    assertThat(UserFolder.of(Map.of())).isEmpty();
  }

  @Test
  void anOpenFolderIsClosed() throws Exception {
    Files.createDirectories(file(""));
    Files.setPosixFilePermissions(file(""), PosixFilePermissions.fromString("rwxrwxrwx"));
    login(issuer);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws Exception {
    login(issuer, service);
    Files.setPosixFilePermissions(
        file("logins.json"), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> token(service))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("run chmod 600 on it");
    assertThatThrownBy(() -> login(issuer)).isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"logins\": [{}]}",
        "{\"logins\": [{\"issuer\": \"http://b.example\", \"token\": \"SECRET\"}]}",
        "{\"logins\": [\"SECRET\"]}"
      })
  void aBrokenFileIsToldWithoutItsContent(String text) throws Exception {
    login(issuer, service);
    Files.writeString(file("logins.json"), text);
    assertThatThrownBy(() -> token(service))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("remove it, and log in again")
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void aTokenIsRenewedBeforeItEnds() throws Exception {
    login(issuer, service);
    clock.pass(Duration.ofSeconds(200));
    assertThat(token(service)).isEqualTo("token-1");
    assertThat(renewals()).isZero();
    clock.pass(Duration.ofSeconds(50));
    issuer.gives(granted("token-2", ", \"expires_in\": 300, \"refresh_token\": \"refresh-2\""));
    assertThat(token(service)).isEqualTo("token-2");
    assertThat(issuer.asked().getLast().form())
        .isEqualTo(
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", "refresh-1",
                "client_id", "whereto"));
    clock.pass(Duration.ofMinutes(5));
    issuer.gives(granted("token-3", ", \"expires_in\": 300"));
    assertThat(token(service)).isEqualTo("token-3");
    clock.pass(Duration.ofMinutes(5));
    assertThat(token(service)).isEqualTo("token-3");
    assertThat(issuer.asked().getLast().form()).containsEntry("refresh_token", "refresh-2");
  }

  /** Many issuers take each refresh token once, and end the login when it comes again. */
  @Test
  void whoeverComesAtOnceRenewsOnce() throws Exception {
    login(issuer, service);
    clock.pass(Duration.ofSeconds(290));
    issuer.gives(
        granted("token-2", ", \"expires_in\": 300, \"refresh_token\": \"refresh-2\""),
        error("invalid_grant"));
    List<Callable<String>> many = new ArrayList<>();
    IntStream.range(0, 20).forEach(_ -> many.add(() -> token(service)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(many))
          .allSatisfy(done -> assertThat(done.get()).isEqualTo("token-2"));
    }
    assertThat(renewals()).isEqualTo(1);
  }

  @Test
  void aLoginThatHasEndedIsToldWithTheRemedyAndNotTriedAgain() throws Exception {
    login(issuer, service);
    clock.pass(Duration.ofSeconds(400));
    issuer.gives(error("invalid_grant"));
    String sentence =
        "The login at "
            + issuer.url()
            + " has ended. Log in again with: whereto login "
            + issuer.url();
    assertThatThrownBy(() -> token(service)).isInstanceOf(NotLoggedIn.class).hasMessage(sentence);
    assertThatThrownBy(() -> token(service)).isInstanceOf(NotLoggedIn.class).hasMessage(sentence);
    assertThat(renewals()).isEqualTo(1);
    issuer.gives(granted("token-2", REFRESHED));
    login(issuer);
    assertThat(token(service)).isEqualTo("token-2");
  }

  @Test
  void whileTheIssuerIsDownTheTokenIsUsedUntilItEnds() throws Exception {
    login(issuer, service);
    clock.pass(Duration.ofSeconds(290));
    issuer.gives(http("503 Busy", "text/plain", "busy"));
    assertThat(token(service)).isEqualTo("token-1");
    clock.pass(Duration.ofSeconds(10));
    assertThatThrownBy(() -> token(service))
        .isInstanceOf(NotLoggedIn.class)
        .hasMessageContaining("cannot be renewed now (status 503)");
    issuer.gives(granted("token-2", REFRESHED));
    assertThat(token(service)).isEqualTo("token-2");
  }

  @Test
  void aServiceIsNamedWithoutANewLoginAndForOneIssuerAtATime() throws Exception {
    login(issuer, service);
    Issuer first = Issuer.named(issuer.url());
    assertThat(logins().name(first, Set.of(other)).orElseThrow().services())
        .containsExactly(service, other);
    assertThat(logins().name(Issuer.named("https://x.example"), Set.of(other))).isEmpty();
    try (FakeIssuer second = FakeIssuer.start()) {
      second.gives(granted("token-of-second", ""));
      login(second, other);
      assertThat(token(other)).isEqualTo("token-of-second");
      assertThat(token(service)).isEqualTo("token-1");
    }
    clock.pass(Duration.ofSeconds(400));
    issuer.gives(error("invalid_grant"));
    assertThat(logins().name(first, Set.of(other))).isEmpty();
  }

  @Test
  void whatWasNamedStaysNamedAfterAnotherLogin() throws Exception {
    login(issuer, service);
    issuer.gives(granted("token-2", ""));
    assertThat(login(issuer, other).services()).containsExactlyInAnyOrder(service, other);
    assertThat(Logins.kept(env())).hasSize(1);
    assertThat(token(service)).isEqualTo("token-2");
  }

  @Test
  void aLogoutLeavesNothingHereAndTellsTheIssuer() throws Exception {
    login(issuer, service);
    Issuer named = Issuer.named(issuer.url());
    assertThat(logins().logout(named)).contains(true);
    assertThat(issuer.asked().getLast().path()).isEqualTo("/revoke");
    assertThat(issuer.asked().getLast().form())
        .containsEntry("token", "refresh-1")
        .containsEntry("token_type_hint", "refresh_token");
    assertThat(Files.readString(file("logins.json"))).doesNotContain("token-1", "refresh-1");
    assertThat(token(service)).isEqualTo("none");
    assertThat(logins().logout(named)).isEqualTo(Optional.empty());
  }
}
