// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** What registries send as WWW-Authenticate. */
class ChallengeTest {

  private static final String OTHERWISE = "repository:astro/app:pull";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/x:pull" | https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Alibrary%2Fx%3Apull
          bearer realm="https://a.example.org/t" | https://a.example.org/t?scope=repository%3Aastro%2Fapp%3Apull
          Bearer realm="https://a.example.org/t?x=y", scope="aws" | https://a.example.org/t?x=y&scope=aws
          Bearer realm="https://a.example.org/", scope="a b" | https://a.example.org/?scope=a&scope=b
          BEARER  REALM = "https://a.example.org/" ,, Service = one , SCOPE="s" | https://a.example.org/?service=one&scope=s
          Basic realm="here", Bearer realm="https://a.example.org/", scope="s" | https://a.example.org/?scope=s
          Negotiate abc==, Bearer realm="https://a.example.org/", scope="s", Basic realm="x" | https://a.example.org/?scope=s
          Bearer realm="https://a.example.org/", service="a \\"b\\" & c", scope="s" | https://a.example.org/?service=a%20%22b%22%20%26%20c&scope=s
          Bearer realm="https://a.example.org/", scope="s", error="invalid_token" | https://a.example.org/?scope=s
          """)
  void whoGivesATokenIsUnderstood(String header, String url) throws BadInput {
    assertThat(Challenge.read(header, OTHERWISE).orElseThrow().url()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic realm=\"x\"", "Negotiate", ",,", "Bearer2 realm=\"x\""})
  void whatWantsSomethingElseIsNoChallengeForAToken(String header) throws BadInput {
    assertThat(Challenge.read(header, OTHERWISE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer realm",
        "Bearer realm=",
        "Bearer realm=\"https://a.example.org/",
        "Bearer realm=\"https://a.example.org/\" service=\"x\"",
        "Bearer realm=\"https://a.example.org/\", realm=\"https://b.example.org/\"",
        "Bearer realm=\"https://a.example.org/\", Realm=\"https://b.example.org/\"",
        "Bearer realm=\"https://a.example.org/\\",
        "Bearer realm=\"https://user:secret@a.example.org/\"",
        "Bearer realm=\"file:///etc/passwd\"",
        "Bearer realm=\"//a.example.org/\"",
        "Bearer realm=\"/token\"",
        "Bearer realm=\"https://a.example.org\\\\@b.example.org/\"",
        "Bearer realm=\"https://a.example.org/\u0001\"",
        "Bearer realm=\"https://0x7f.1/\"",
        "Bearer=x",
        "Bearer;realm=\"https://a.example.org/\"",
        "\"Bearer\" realm=\"https://a.example.org/\"",
        "Bearer realm=\"https://a.example.org/\", scope=\"a b c d e f\""
      })
  void whatIsNotSoundIsRefusedAndNotGuessedAt(String header) {
    assertThatThrownBy(() -> Challenge.read(header, OTHERWISE)).isInstanceOf(BadInput.class);
  }

  @Test
  void aHeaderWithoutEndIsRefused() {
    assertThatThrownBy(() -> Challenge.read("Bearer " + "a=b,".repeat(2000), OTHERWISE))
        .isInstanceOf(BadInput.class);
    assertThatThrownBy(() ->
            Challenge.read(
                "Bearer realm=\"https://a.example.org/\", scope=\"" + "s".repeat(301) + "\"",
                OTHERWISE))
        .isInstanceOf(BadInput.class);
  }
}
