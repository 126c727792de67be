// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.systems.fetch.Body;
import org.whereto.tree.BadInput;
import org.whereto.world.Known;

/** Registries that want a token from anybody, on paper. */
@Timeout(60)
class RegistryTokensTest {

  private static final String APP = "registry.example.org/astro/app:1.0";
  private static final String REALM = "https://auth.example.org/token";
  private static final String TOKEN = REALM + "?service=here&scope=repository%3Aastro%2Fapp%3Apull";
  private static final String CHALLENGE =
      "Bearer realm=\"" + REALM + "\",service=\"here\",scope=\"repository:astro/app:pull\"";
  private static final PaperImage IMAGE = PaperImage.of("ab");

  private final PaperLookup lookup = new PaperLookup();
  private final PaperRegistry registry = lookup.registry;

  /** Whatever is in the registry is shown to this token alone. */
  private void guard(String challenge, String token) {
    String manifest = PaperRegistry.BASE + "astro/app/manifests/1.0";
    String blob = PaperRegistry.BASE + "astro/app/blobs/" + PaperImage.digest(IMAGE.config());
    PaperRegistry open = new PaperRegistry();
    open.push("astro/app", "1.0", IMAGE);
    for (String url : List.of(manifest, blob)) {
      registry.on(url, PaperRegistry.guarded(challenge, token, open::fetch));
    }
  }

  private void give(String answer) {
    registry.on(TOKEN, PaperRegistry.json(200, answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\": \"abc\"}",
        "{\"access_token\": \"abc\"}",
        "{\"token\": \"abc\", \"access_token\": \"other\", \"expires_in\": 300, \"more\": {}}"
      })
  void aTokenIsGotOnceAndShownFromThenOn(String answer) {
    guard(CHALLENGE, "abc");
    give(answer);

    assertThat(lookup.found(APP).variants().getFirst().layers()).isEqualTo(IMAGE.diffIds());
    assertThat(registry.asked())
        .containsExactly(
            PaperRegistry.BASE + "astro/app/manifests/1.0",
            TOKEN,
            PaperRegistry.BASE + "astro/app/manifests/1.0",
            PaperRegistry.BASE + "astro/app/blobs/" + PaperImage.digest(IMAGE.config()));
  }

  @Test
  void nobodysCredentialsAreShownToWhoeverGivesTokens() {
    guard(CHALLENGE, "abc");
    give("{\"token\": \"abc\"}");
    lookup.found(APP);
    lookup.pass(Duration.ofMinutes(5));
    give("{\"token\": \"def\"}");
    guard(CHALLENGE, "def");
    lookup.found(APP);

    assertThat(registry.errands())
        .filteredOn(errand -> errand.url().toString().equals(TOKEN))
        .hasSize(2)
        .allSatisfy(errand -> assertThat(errand.headers()).containsOnlyKeys("Accept"));
  }

  /** It ends ten seconds early, since it has to last for the way. */
  @ParameterizedTest
  @CsvSource({
    "'', 49, 51",
    "', \"expires_in\": 300', 289, 291",
    "', \"expires_in\": 99999999', 3589, 3591"
  })
  void aTokenIsShownUntilItEnds(String expires, int before, int after) {
    PaperLookup always =
        new PaperLookup(
            new RegistrySettings(Duration.ofSeconds(1), Optional.empty(), Duration.ofSeconds(3)));
    PaperRegistry open = new PaperRegistry();
    open.push("astro/app", "1.0", IMAGE);
    for (String url : List.of("manifests/1.0", "blobs/" + PaperImage.digest(IMAGE.config()))) {
      always.registry.on(
          PaperRegistry.BASE + "astro/app/" + url,
          PaperRegistry.guarded(CHALLENGE, "abc", open::fetch));
    }
    always.registry.on(TOKEN, PaperRegistry.json(200, "{\"token\": \"abc\"" + expires + "}"));
    always.found(APP);

    always.pass(Duration.ofSeconds(before));
    always.found(APP);
    assertThat(always.registry.asked("pull")).isEqualTo(1);
    always.pass(Duration.ofSeconds(after - before));
    always.found(APP);
    assertThat(always.registry.asked("pull")).isEqualTo(2);
  }

  @Test
  void aTokenIsForOneRegistryAndOneRepository() {
    guard(CHALLENGE, "abc");
    give("{\"token\": \"abc\"}");
    lookup.found(APP);
    lookup.look("registry.example.org/astro/other:1.0");
    lookup.look("other.example.org/astro/app:1.0");

    assertThat(registry.errands())
        .filteredOn(errand -> errand.headers().containsKey("Authorization"))
        .allSatisfy(errand ->
            assertThat(errand.url().toString()).startsWith(PaperRegistry.BASE + "astro/app/"));
  }

  @Test
  void whoeverIsNotLetInWithATokenIsRefusedAfterOneTry() {
    guard(CHALLENGE, "another");
    give("{\"token\": \"abc\"}");

    assertThat(lookup.look(APP))
        .isInstanceOfSatisfying(
            Known.Refused.class, refused -> assertThat(refused.why()).contains("private"));
    assertThat(registry.asked()).hasSize(3);
  }

  @Test
  void aRegistryThatWantsAPasswordIsRefused() {
    guard("Basic realm=\"here\"", "abc");

    assertThat(lookup.look(APP))
        .isInstanceOfSatisfying(
            Known.Refused.class, refused -> assertThat(refused.why()).contains("password"));
    assertThat(registry.asked()).hasSize(1);
  }

  @Test
  void aSecureRegistryDoesNotSendForATokenInThePlain() {
    guard(CHALLENGE.replace("https://auth", "http://auth"), "abc");

    assertThat(lookup.look(APP))
        .isInstanceOfSatisfying(
            Known.Refused.class, refused -> assertThat(refused.why()).contains("plain http"));
    assertThat(registry.asked()).hasSize(1);
  }

  /** Else a server to which a registry redirects could send us for tokens to show the registry. */
  @Test
  void onlyTheRegistryItselfSendsForAToken() {
    registry.on(
        PaperRegistry.BASE + "astro/app/manifests/1.0",
        PaperRegistry.from(
            "https://storage.example.org/x",
            PaperRegistry.guarded(CHALLENGE, "abc", PaperRegistry.json(200, "{}"))));
    give("{\"token\": \"abc\"}");

    assertThat(lookup.look(APP)).isInstanceOf(Known.Refused.class);
    assertThat(registry.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"token\": \"a\\r\\nX: y\"}', Refused",
    "200, '{\"token\": \"a b\"}', Refused",
    "200, '{\"token\": \"\"}', Refused",
    "200, '{\"token\": 7}', Refused",
    "200, '{\"token\": \"abc\", \"expires_in\": -1}', Refused",
    "200, '{\"token\": \"abc\", \"Token\": \"def\"}', Refused",
    "200, '{}', Refused",
    "200, '<html>', Refused",
    "401, '', Refused",
    "404, '', Refused",
    "429, '', Down",
    "503, '', Down"
  })
  void whatIsNoTokenIsNotShown(int status, String answer, String outcome) {
    guard(CHALLENGE, "abc");
    registry.on(TOKEN, PaperRegistry.json(status, answer));

    assertThat(lookup.look(APP).getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(registry.asked()).hasSize(2);
  }

  @Test
  void aTokenWithoutEndIsRefused() {
    String body = "{\"token\": \"" + "a".repeat(8193) + "\"}";
    assertThatThrownBy(() -> RegistryToken.read(new Body(body.getBytes(UTF_8))))
        .isInstanceOf(BadInput.class);
  }
}
