// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.systems.data.DataSettings.Pace;
import org.whereto.systems.data.RucioSettings.Access;
import org.whereto.tree.Problems.Problem;

/** What an owner's file says of how systems are asked. */
class DataSettingsTest {

  private static final String RUCIO = "rucio: [{endpoint: 'https://r.org', here: A, %s}]";
  private static final String S3 = "s3: [{endpoint: 'https://s.org', here: abc, %s}]";

  @Test
  void whatIsLeftOutIsAsTheDocumentsSay() {
    DataSettings settings = DataFile.settings("http: [{here: 'https://a.org/data'}]");

    assertThat(settings.pace()).isEqualTo(Pace.USUAL);
    assertThat(settings.isEmpty()).isFalse();
    assertThat(DataFile.settings("named: {'uri://a': here}").isEmpty()).isTrue();
    assertThat(DataFile.settings(RUCIO.formatted("copied: true")).rucio().getFirst().access())
        .isEqualTo(new Access.Open());
    assertThat(DataFile.settings(S3.formatted("copied: true")).s3().getFirst().keys()).isEmpty();
  }

  @Test
  void whatIsSaidCounts() {
    DataSettings settings =
        DataFile.settings(
            """
            time: 0.5s
            fresh: 1h
            stale: 2d
            rucio:
              - endpoint: https://Rucio.example.org/
                here: [A, B]
                reachable: {distance: 3}
                account: acc
                vo: abc
                user: me
                password-file: /etc/p
                auth-endpoint: https://auth.example.org/x/
              - {endpoint: 'https://two.example.org', here: A, token-file: /etc/t}
            vospace: [{authority: 'A.org~v', endpoint: 'https://v.org/v', here: /, token-file: /etc/v}]
            """);

    assertThat(settings.pace())
        .isEqualTo(
            new Pace(Duration.ofMillis(500), Duration.ofHours(1), Optional.of(Duration.ofDays(2))));
    RucioSettings first = settings.rucio().getFirst();
    assertThat(first.endpoint()).hasToString("https://rucio.example.org");
    assertThat(first.nearTo()).containsExactly("A", "B");
    assertThat(first.account()).hasValue("acc");
    assertThat(first.vo()).hasValue("abc");
    assertThat(first.access())
        .isInstanceOfSatisfying(
            Access.Login.class,
            login -> {
              assertThat(login.user()).isEqualTo("me");
              assertThat(login.at()).hasValue(new Endpoint("https://auth.example.org/x"));
            });
    assertThat(settings.rucio().getLast().nearTo()).isEmpty();
    assertThat(settings.vospace().getFirst().authority()).isEqualTo("a.org!v");
    assertThat(settings.vospace().getFirst().isForAnybody()).isTrue();
  }

  /** A world is shared by all who say the same of it. */
  @Test
  void thoseThatSayTheSameAreEqualAndShowNoSecretFile() {
    String yaml = S3.formatted("access-key: k, secret-key-file: /etc/whereto/s3.secret");

    assertThat(DataFile.settings(yaml))
        .isEqualTo(DataFile.settings(yaml))
        .hasSameHashCodeAs(DataFile.settings(yaml))
        .isNotEqualTo(DataFile.settings(yaml.replace("s3.secret", "other")));
    assertThat(DataFile.settings(yaml).toString()).doesNotContain("s3.secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time: 0s                                 | from 0.1s to 1m
          fresh: 2d                                | from 1s to 1d
          stale: 31d                               | from 1s to 30d
          {fresh: 1h, stale: 1m}                   | "stale" is shorter than "fresh"
          rucio: user: me                          | "user" and "password-file" belong together
          rucio: password-file: /etc/p             | "user" and "password-file" belong together
          rucio: user: me, password-file: /p, token-file: /t | Give either "token-file", or "user"
          rucio: token-file: secret                | must name a file from the root
          rucio: token-file: "/a\\0"               | must name a file from the root
          rucio: account: a b                      | visible ASCII characters only
          rucio: account: "a\\nb"                  | visible ASCII characters only
          rucio: auth-endpoint: nowhere            | must begin with http:// or https://
          rucio: token: abc                        | Unknown key "token"
          s3: access-key: a                        | "access-key" and "secret-key-file" belong together
          s3: secret-key-file: /etc/s              | "access-key" and "secret-key-file" belong together
          s3: region: "eu west"                    | visible ASCII characters only
          """)
  void faultsAreTold(String said, String told) {
    String yaml = said;
    if (said.startsWith("rucio: ")) {
      yaml = RUCIO.formatted(said.substring(7));
    } else if (said.startsWith("s3: ")) {
      yaml = S3.formatted(said.substring(4));
    } else if (said.startsWith("{")) {
      yaml = said.substring(1, said.length() - 1).replace(", ", "\n");
    }
    Checked checked = DataFile.read(yaml);
    assertThat(checked).isInstanceOf(Checked.Faulty.class);
    List<Problem> problems = ((Checked.Faulty) checked).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().toString()).contains(told);
  }
}
