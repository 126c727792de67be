// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.systems.Outside;
import org.whereto.tree.BadInput;

class FetchSettingsTest {

  private static final String REST =
      "interfaces: {a: {servicetype: b}}\naccepts: [{tasktype: uri://x}]\n";

  @Test
  void nothingIsFetchedUnlessTheFileSaysSo() {
    assertThat(((Checked.Good) read("")).outside()).isEqualTo(Outside.CLOSED);
  }

  @Test
  void whatIsNotSaidIsSafe() throws BadInput {
    FetchSettings settings = Fetches.settings("hosts: example.org");

    assertThat(settings.hosts()).containsExactly(new HostRule("https://example.org", false));
    assertThat(settings.opened()).isEmpty();
    assertThat(settings.time()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.size()).isEqualTo(1 << 20);
    assertThat(settings.redirects()).isEqualTo(3);
    assertThat(settings.rate()).isEqualTo(new FetchRate(32, 8, 1200, 300));
  }

  @Test
  void everythingCanBeSaid() throws BadInput {
    String yaml =
        """
        hosts: [a.example, "*.b.example:8443", "http://c.example", "http://[::1]:80", 127.0.0.1:5000]
        private: [10.1.0.0/16, "fd00::/8"]
        time: 5s
        size: 10Ki
        redirects: 0
        rate: {at-once: 1, at-once-per-host: 2, per-minute: 3, per-minute-per-host: 4}
        """;
    FetchSettings settings = Fetches.settings(yaml);

    assertThat(settings.hosts())
        .containsExactly(
            new HostRule("https://a.example", false),
            new HostRule("https://b.example:8443", true),
            new HostRule("http://c.example", false),
            new HostRule("http://[::1]", false),
            new HostRule("https://127.0.0.1:5000", false));
    assertThat(settings.opened())
        .extracting(IpRange::toString)
        .containsExactly("10.1.0.0/16", "fd00::/8");
    assertThat(settings.rate()).isEqualTo(new FetchRate(1, 2, 3, 4));
    // Two files that say the same share what they know.
    assertThat(settings)
        .isEqualTo(Fetches.settings(yaml))
        .hasSameHashCodeAs(Fetches.settings(yaml));
    assertThat(settings).isNotEqualTo(Fetches.settings(yaml.replace("5s", "6s")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                | 1 | 'hosts\" is missing'",
        "{hosts: []}                       | 1 | is empty: name a host",
        "{hosts: [ok.example, \"*\"]}      | 1 | '\"*\" is no host: write example.org,"
            + " *.example.org'",
        "{hosts: \"*.\"}                   | 1 | is no host",
        "{hosts: \"**.a.example\"}         | 1 | is no host",
        "{hosts: \"a.*.example\"}          | 1 | is no host",
        "{hosts: \"*.127.0.0.1\"}          | 1 | is no host",
        "{hosts: \"*.[::1]\"}              | 1 | is no host",
        "{hosts: \"a.example/path\"}       | 1 | is no host",
        "{hosts: \"a.example?q\"}          | 1 | is no host",
        "{hosts: \"a.example#f\"}          | 1 | is no host",
        "{hosts: \"u@a.example\"}          | 1 | is no host",
        "{hosts: \"ftp://a.example\"}      | 1 | is no host",
        "{hosts: \"http://https://a\"}     | 1 | is no host",
        "{hosts: \"a.example:0\"}          | 1 | is no host",
        "{hosts: \"a_b.example\"}          | 1 | is no host",
        "{hosts: \"127.1\"}                | 1 | is no host",
        "{hosts: a, privat: 10.0.0.0/8}    | 1 | 'Unknown key \"privat\". Did you mean"
            + " \"private\"'",
        "{hosts: a, private: 10.0.0.0}     | 1 | is no range of addresses: write it like"
            + " 10.1.0.0/16",
        "{hosts: a, private: 10.0.0.1/8}   | 1 | with zeros behind the bits that count",
        "{hosts: a, private: intranet}     | 1 | is no range of addresses",
        "{hosts: a, private: 0.0.0.0/0}    | 1 | holds addresses that no machine of a site has",
        "{hosts: a, private: \"::/0\"}     | 1 | holds addresses that no machine of a site has",
        "{hosts: a, private: 0.0.0.0/8}    | 1 | holds addresses that no machine of a site has",
        "{hosts: a, private: \"::/128\"}   | 1 | holds addresses that no machine of a site has",
        "{hosts: a, private: 224.0.0.0/4}  | 1 | holds addresses that no machine of a site has",
        "{hosts: a, private: 8.0.0.0/7}    | 1 | is too wide: name the ranges of your site",
        "{hosts: a, private: \"2000::/3\"} | 1 | is too wide: name the ranges of your site",
        "{hosts: a, time: 31s}             | 1 | must be from 0.1s to 30s",
        "{hosts: a, time: 0.01s}           | 1 | must be from 0.1s to 30s",
        "{hosts: a, size: 1}               | 1 | a bare number is Gbytes",
        "{hosts: a, redirects: 11}         | 1 | must be a whole number from 0 to 10",
        "{hosts: a, redirects: -1}         | 1 | is not negative",
        "{hosts: a, rate: {at-once: 0}}    | 1 | must be a whole number from 1 to 1000",
        "{hosts: a, rate: {per-hour: 1}}   | 1 | 'Unknown key \"per-hour\"'",
        "{hosts: {a: b}}                   | 2 | must hold plain text here"
      })
  void everyFaultIsToldWithItsPlace(String fetch, int faults, String sentence) {
    Checked checked = read("fetch: " + fetch + "\n");

    assertThat(checked).isInstanceOf(Checked.Faulty.class);
    assertThat(((Checked.Faulty) checked).problems())
        .hasSize(faults)
        .allSatisfy(problem -> {
          assertThat(problem.place().line()).isEqualTo(2);
          assertThat(problem.place().column()).isGreaterThan(7);
        })
        .anySatisfy(problem -> assertThat(problem.sentence()).contains(sentence));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Checked checked =
        read("fetch:\n  hosts: [\"*\", a/b]\n  private: [x, 1.0.0.0/33]\n  time: 1y\n");

    assertThat(((Checked.Faulty) checked).problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(3, 3, 4, 4, 5);
  }

  private static Checked read(String fetch) {
    return PlatformFile.read("test", ("whereto: 1\n" + fetch + REST).getBytes(UTF_8));
  }
}
