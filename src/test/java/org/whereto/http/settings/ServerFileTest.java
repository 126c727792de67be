// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.wire.RequestLimits;

final class ServerFileTest {

  private static ServerSettings read(String file) throws BadInput {
    return ServerFile.read("s", ("whereto: 1\n" + file).getBytes(UTF_8));
  }

  private static List<String> faults(String file) {
    BadInput fault =
        catchThrowableOfType(BadInput.class, () -> ServerFile.read("s", file.getBytes(UTF_8)));
    assertThat(fault).isNotNull();
    return fault.sentence().lines().toList();
  }

  @Test
  void anOwnerWhoSaysNothingGetsTheDefaults() throws BadInput {
    assertThat(read("")).isEqualTo(ServerSettings.DEFAULT);
    assertThat(read("limits: {}\ncors: {}\nadmin: {}\nlog: {}\nstop: {}\nreload: {}\n"))
        .isEqualTo(ServerSettings.DEFAULT);
  }

  /** limits.md and the wire contract name these. */
  @Test
  void theDefaultsAreThePublishedOnes() {
    Limits limits = ServerSettings.DEFAULT.limits();
    assertThat(limits)
        .isEqualTo(
            new Limits(
                16 << 10,
                64,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                RequestLimits.USUAL,
                64 << 10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                256,
                Runtime.getRuntime().maxMemory() / 4,
                4096,
                50));
    assertThat(ServerSettings.DEFAULT.origins()).isEmpty();
    assertThat(ServerSettings.DEFAULT.log()).isEqualTo(new LogTo.StandardOutput());
    assertThat(ServerSettings.DEFAULT.drain()).isEqualTo(Duration.ofMillis(500));
    assertThat(ServerSettings.DEFAULT.patience()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void everyKeySetsItsOwnLimit() throws BadInput {
    Limits limits =
        read("""
        limits:
          head-bytes: 1Ki
          head-lines: 11
          head-time: 1s
          idle-time: 2s
          small-body: 2Ki
          large-body: 3Ki
          body-rate: 4Ki
          body-grace: 3s
          body-time: 4s
          send-time: 5s
          decision-time: 6s
          questions: 12
          bodies: 100Ki
          connections: 13
          share: 14
          depth: 15
          values: 116
          text-length: 1117
          name-length: 18
          aliases: 19
          parts: 20
          part-head: 512B
        """)
            .limits();
    assertThat(limits)
        .isEqualTo(
            new Limits(
                1 << 10,
                11,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                new RequestLimits(
                    new Budget(2 << 10, 15, 116, 1117, 18, 19),
                    new Budget(3 << 10, 15, 116, 1117, 18, 19),
                    20,
                    512),
                4 << 10,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                12,
                100 << 10,
                13,
                14));
  }

  @Test
  void theAdminPagesAreOnThisMachineAlone() throws BadInput {
    ListenAt usual = new ListenAt("0.0.0.0", 8080);
    AdminAt admin = read("").admin();
    assertThat(admin.beside(usual)).isEqualTo(new ListenAt("127.0.0.1", 8081));
    assertThat(admin.beside(new ListenAt("127.0.0.1", 0))).isEqualTo(new ListenAt("127.0.0.1", 0));
  }

  @Test
  void theAdminPagesAreWhereTheOwnerWants() throws BadInput {
    ListenAt any = new ListenAt("127.0.0.1", 0);
    assertThat(read("admin: {host: 10.0.0.1, port: 9000}").admin().beside(any))
        .isEqualTo(new ListenAt("10.0.0.1", 9000));
    assertThat(read("admin: false").admin().open()).isFalse();
    assertThat(read("admin: {open: false, port: 9000}").admin().open()).isFalse();
    assertThat(read("admin: true").admin()).isEqualTo(ServerSettings.DEFAULT.admin());
  }

  @Test
  void theLogGoesWhereTheOwnerWants() throws BadInput {
    assertThat(read("log: {to: stdout}").log()).isEqualTo(new LogTo.StandardOutput());
    assertThat(read("log: none").log()).isEqualTo(new LogTo.Nowhere());
    assertThat(read("log: {to: logs/whereto.log}").log())
        .isEqualTo(new LogTo.InFile(Path.of("logs/whereto.log")));
  }

  @Test
  void theLogSaysOfCallersWhatTheOwnerWants() throws BadInput {
    assertThat(ServerSettings.DEFAULT.callers()).isEqualTo(new LogCallers.Unnamed());
    assertThat(read("log: {callers: none}").callers()).isEqualTo(new LogCallers.Unnamed());
    assertThat(read("log: {callers: named}").callers()).isEqualTo(new LogCallers.Named());
    assertThat(read("log: {callers: hashed}").callers())
        .isEqualTo(new LogCallers.Hashed(Optional.empty()));
    assertThat(read("log: {callers: hashed, salt: a/s}").callers())
        .isEqualTo(new LogCallers.Hashed(Optional.of(Path.of("a/s"))));
  }

  @Test
  void originsCanBeRestricted() throws BadInput {
    assertThat(read("cors: {origins: \"*\"}").origins()).isEmpty();
    assertThat(read("cors: {origins: https://a.example.org}").origins())
        .isEqualTo(Set.of("https://a.example.org"));
    assertThat(read("cors: [\"https://a.example.org:8443\", \"http://[::1]\"]").origins())
        .isEqualTo(Set.of("https://a.example.org:8443", "http://[::1]"));
  }

  @Test
  void theFilesAreLookedAtAsOftenAsTheOwnerWants() throws BadInput {
    assertThat(ServerSettings.DEFAULT.reloadPause()).isEqualTo(Duration.ofMillis(500));
    assertThat(read("reload: {pause: 1m}").reloadPause()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aServerMayStopAtOnce() throws BadInput {
    ServerSettings settings = read("stop: {drain: 0s, patience: 0.1s}");
    assertThat(settings.drain()).isZero();
    assertThat(settings.patience()).isEqualTo(Duration.ofMillis(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "limits: {head-byte: 1Ki}     | Unknown key \"head-byte\". Did you mean \"head-bytes\"?",
        "limits: {head-bytes: 0}      | \"head-bytes\" must be from 1Ki to 1Mi, not \"0\"",
        "limits: {head-bytes: 1Gi}    | must be from 1Ki to 1Mi",
        "limits: {small-body: 17Mi}   | must be from 1Ki to 16Mi",
        "limits: {large-body: 65Mi}   | must be from 1Ki to 64Mi",
        "limits: {depth: 201}         | must be a whole number from 8 to 200",
        "limits: {values: 1000001}    | must be a whole number from 100 to 1000000",
        "limits: {text-length: 1Gi}   | is not a number that is not negative",
        "limits: {name-length: 4097}  | must be a whole number from 16 to 4096",
        "limits: {aliases: 10001}     | must be a whole number from 0 to 10000",
        "limits: {parts: 1001}        | must be a whole number from 1 to 1000",
        "limits: {part-head: 2}       | must be from 256B to 64Ki",
        "limits: {large-body: 16}     | not \"16\" (a bare number is Gbytes).",
        "limits: {head-lines: 0}      | must be a whole number from 10 to 1000",
        "limits: {head-time: 0s}      | must be from 0.1s to 5m",
        "limits: {questions: -1}      | is not a number that is not negative",
        "limits: {share: 101}         | must be a whole number from 1 to 100",
        "limits: {bodies: 1Ti}        | is more than half of the",
        "limits: {bodies: 1Mi}        | A body may be larger than the share of \"bodies\"",
        "limits: 5                    | A mapping is wanted here",
        "cors: {origins: []}          | names nothing",
        "cors: {origins: [\"*\", \"https://a\"]} | \"*\" is no origin",
        "cors: {origins: [portal.example.org]} | is no origin: write scheme and host",
        "cors: {origins: [https://a.org/]}     | Browsers send \"https://a.org\" for",
        "cors: {origins: [https://A.org:443]}  | Browsers send \"https://a.org\" for",
        "cors: {origins: [https://a.org/x]}    | is no origin",
        "cors: {origins: [\"null\"]}           | is no origin",
        "cors: {origins: [file:///x]}          | is no origin",
        "admin: 8081                  | must be true or false",
        "admin: {port: 0}             | must be a whole number from 1 to 65535",
        "admin: {port: 70000}         | must be a whole number from 1 to 65535",
        "log: {to: }                  | has no value",
        "log: {to: \"a\\0b\"}         | is no name that a file can have",
        "log: {callers: hash}         | must be one of none, hashed, named, not \"hash\".",
        "log: {salt: s}               | \"salt\" is used only with \"callers: hashed\"",
        "log: {callers: hashed, salt: \"a\\0b\"} | is no name that a file can have",
        "stop: {drain: 11m}           | must be from 0s to 10m",
        "reload: {pause: 0}           | must be from 0.05s to 10m",
        "stop: {patience: 0}          | must be from 0.1s to 1h",
        "listening: 80                | Unknown key \"listening\". Possible here: whereto, limits",
      })
  void eachMistakeIsNamed(String text, String told) {
    assertThat(faults("whereto: 1\n" + text + "\n"))
        .singleElement()
        .satisfies(line -> assertThat(line).matches("s:2:\\d+: .*").contains(told));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            faults(
                """
                limit: {}
                cors: {origins: x}
                stop: {drain: x, patience: 2h}
                """))
        .hasSize(5)
        .first()
        .isEqualTo("s:1:1: \"whereto\" is missing here.");
    assertThat(faults("whereto: 2"))
        .containsExactly("s:1:10: This Whereto reads format 1 of this file, not 2.");
    assertThat(faults("")).hasSize(1);
    assertThat(faults("{{{")).hasSize(1);
  }

  @Test
  void whatIsTooLittleByDefaultIsNobodysFault() throws BadInput {
    assertThat(read("limits: {share: 100}").limits().share()).isEqualTo(100);
    assertThat(Optional.of(read("limits: {bodies: 32Mi}").limits().bodies())).contains(32L << 20);
  }
}
