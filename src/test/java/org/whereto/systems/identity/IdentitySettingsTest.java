// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Json;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;

/** The key identity of an owner's file. */
class IdentitySettingsTest {

  private static final String LEAST = "issuer: https://iam.example.org/\naudience: whereto\n";

  @Test
  void whatIsLeftOutIsSafe() throws BadInput {
    IssuerSettings issuer = Trusts.settings(LEAST).issuers().get("number-0");

    assertThat(issuer.issuer()).isEqualTo("https://iam.example.org/");
    assertThat(issuer.tokens().audiences()).containsExactly("whereto");
    assertThat(issuer.tokens().algorithms())
        .containsExactlyInAnyOrder(Algorithm.RS256, Algorithm.ES256);
    assertThat(issuer.tokens().types()).containsExactlyInAnyOrder("at+jwt", "jwt", "");
    assertThat(issuer.tokens().groups())
        .containsExactly("groups", "wlcg.groups", "eduperson_entitlement", "entitlements");
    assertThat(issuer.refresh()).isEqualTo(Duration.ofMinutes(5));
    assertThat(issuer.whileDown()).isEqualTo(Duration.ofHours(1));
    assertThat(issuer.time()).isEqualTo(Duration.ofSeconds(2));
    assertThat(issuer.introspection()).isEmpty();
    assertThat(issuer.groupServices()).isEmpty();
    assertThat(issuer.keys()).isEmpty();
  }

  @Test
  void everythingCanBeSaid() throws BadInput {
    String yaml =
        """
        issuer: https://login.example.org/realms/esap
        audience: [whereto, "https://ep.example.org"]
        algorithms: [PS256, EdDSA]
        types: [application/at+jwt, none]
        groups: realm_access.roles
        keys: https://keys.example.org/jwks
        refresh: 1m
        while-down: 2h
        time: 500ms
        introspection:
          endpoint: https://login.example.org/introspect
          client: whereto
          secret-file: /etc/whereto/secret
          remember: 30s
        group-services:
          - {id: "ivo://example.org/gms", search: "https://gms.example.org/search", remember: 2m}
        """
            .replace("500ms", "0.5s");
    IdentitySettings settings = Trusts.settings(yaml);
    IssuerSettings issuer = settings.issuers().get("number-0");

    assertThat(issuer.tokens().algorithms())
        .containsExactlyInAnyOrder(Algorithm.PS256, Algorithm.EDDSA);
    assertThat(issuer.tokens().types()).isEqualTo(Set.of("at+jwt", ""));
    assertThat(issuer.tokens().groups()).isEqualTo(List.of("realm_access.roles"));
    assertThat(issuer.time()).isEqualTo(Duration.ofMillis(500));
    assertThat(issuer.introspection().orElseThrow().remember()).isEqualTo(Duration.ofSeconds(30));
    assertThat(issuer.groupServices().getFirst().remember()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings).isEqualTo(Trusts.settings(yaml)).hasSameHashCodeAs(Trusts.settings(yaml));
    assertThat(settings).isNotEqualTo(Trusts.settings(yaml.replace("30s", "31s")));
    assertThat(settings.toString()).doesNotContain("/etc/whereto");
    assertThat(settings.urls())
        .containsExactly(Map.entry("number-0", "https://login.example.org/realms/esap"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                   | "issuers" is missing
          {issuers: {}}                                                        | no issuer here
          {issuers: {a: {audience: b}}}                                        | "issuer" is missing
          {issuers: {a: {issuer: "https://a.org"}}}                            | "audience" is missing
          {issuers: {a: {issuer: "http://a.org", audience: b}}}                | must begin with https://
          {issuers: {a: {issuer: "http://127.evil.org", audience: b}}}         | must begin with https://
          {issuers: {a: {issuer: "a.org", audience: b}}}                       | must begin with http
          {issuers: {a: {issuer: "https://a.org/?b", audience: b}}}            | no "?" and no "#"
          {issuers: {a: {issuer: "https://a.org/#b", audience: b}}}            | no "?" and no "#"
          {issuers: {a: {issuer: "https://u@a.org", audience: b}}}             | user name
          {issuers: {a: {issuer: "https://a.org", audience: []}}}              | "audience" is empty
          {issuers: {a: {issuer: "https://a.org", audience: b, algorithms: none}}}  | no algorithm that can be used
          {issuers: {a: {issuer: "https://a.org", audience: b, algorithms: [HS256]}}} | no algorithm that can be used
          {issuers: {a: {issuer: "https://a.org", audience: b, algorithms: []}}} | "algorithms" is empty
          {issuers: {a: {issuer: "https://a.org", audience: b, types: []}}}    | "types" is empty
          {issuers: {a: {issuer: "https://a.org", audience: b, keys: "http://a.org"}}} | must begin with https://
          {issuers: {a: {issuer: "https://a.org", audience: b, refresh: 1s}}}  | from 10s to 1d
          {issuers: {a: {issuer: "https://a.org", audience: b, while-down: 1m}}} | shorter than "refresh"
          {issuers: {a: {issuer: "https://a.org", audience: b}, c: {issuer: "https://a.org", audience: b}}} | stands here already
          {issuers: {a: {issuer: "https://a.org", audience: b, introspection: {client: c}}}} | "secret-file" is missing
          {issuers: {a: {issuer: "https://a.org", audience: b, introspection: {secret-file: /c}}}} | "client" is missing
          {issuers: {a: {issuer: "https://a.org", audience: b, introspection: {client: c, secret-file: c}}}} | must name a file from the root
          {issuers: {a: {issuer: "https://a.org", audience: b, introspection: {client: c, secret-file: /d, secret: d}}}} | Unknown key "secret"
          {issuers: {a: {issuer: "https://a.org", audience: b, introspection: {client: c, secret-file: /c}}, d: {issuer: "https://d.org", audience: b, introspection: {client: c, secret-file: /c}}}} | Only one issuer
          {issuers: {a: {issuer: "https://a.org", audience: b, group-services: [{id: "ivo://a/b"}]}}} | "search" is missing
          {issuers: {a: {issuer: "https://a.org", audience: b, group-services: [{id: "a", search: "https://a.org"}]}}} | must be an identifier
          {issuers: {a: {issuer: "https://a.org", audience: b, group-services: [{id: "ivo://a/b?c", search: "https://a.org"}]}}} | must be an identifier
          {issuers: {a: {issuer: "https://a.org", audience: b, group-services: [{id: "ivo://a/b", search: "http://a.org"}]}}} | must begin with https://
          """)
  void whatIsWrongIsSaid(String yaml, String sentence) throws BadInput {
    Problems problems = new Problems();
    var _ =
        Settings.read(
            Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL),
            problems,
            IdentitySettings::read);

    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().getFirst().sentence()).contains(sentence);
  }

  @Test
  void itsSchemaTellsAllKeys() {
    String schema = new Json().line(Settings.describe(IdentitySettings::read));

    assertThat(schema)
        .contains("issuers", "audience", "while-down", "introspection", "secret-file", "search");
  }
}
