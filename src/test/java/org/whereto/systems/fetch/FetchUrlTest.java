// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

class FetchUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http://example.org/",
    "HTTPS://Example.ORG/A?b=c#d, https://example.org/A?b=c",
    "https://example.org?q, https://example.org/?q",
    "https://example.org#f, https://example.org/",
    "http://example.org:80/, http://example.org/",
    "https://example.org:443/, https://example.org/",
    "http://example.org:443/, http://example.org:443/",
    "http://example.org:65535/, http://example.org:65535/",
    "http://a/, http://a/",
    "http://a--b.xn--p1ai/, http://a--b.xn--p1ai/",
    "http://1a.b2/, http://1a.b2/",
    "http://192.0.2.1/, http://192.0.2.1/",
    "http://[2001:DB8::1]/, http://[2001:db8::1]/",
    "https://[::]:8443/, https://[::]:8443/",
    "http://example.org//double//, http://example.org//double//",
    "http://example.org/a/../b/%2e%2E, http://example.org/a/../b/%2e%2E",
    "http://example.org/~a!$&'()*+;=:@%20, http://example.org/~a!$&'()*+;=:@%20"
  })
  void plainUrlsAreTaken(String written, String normal) throws BadInput {
    FetchUrl url = FetchUrl.of(written);

    assertThat(url).hasToString(normal).isEqualTo(FetchUrl.of(normal));
    assertThat(FetchUrl.of(url.toString())).hasToString(normal);
  }

  @Test
  void itsPartsCanBeAskedFor() throws BadInput {
    FetchUrl url = FetchUrl.of("https://[2001:db8::1]:5000/v2/?n=1");

    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.host()).isEqualTo("2001:db8::1");
    assertThat(url.port()).isEqualTo(5000);
    assertThat(url.target()).isEqualTo("/v2/?n=1");
    assertThat(url.origin()).isEqualTo("https://[2001:db8::1]:5000");
    assertThat(FetchUrl.of("https://example.org").port()).isEqualTo(443);
    assertThat(FetchUrl.of("http://example.org").port()).isEqualTo(80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org/ | must begin with http:// or https://",
        "example.org | must begin with http:// or https://",
        "http:example.org | must begin with http:// or https://",
        "http:/example.org | must begin with http:// or https://",
        "http:///example.org/ | names no host",
        "http://:80/ | names no host",
        "http://user@example.org/ | must not carry a user name or a password",
        "http://@example.org/ | must not carry a user name or a password",
        "http://exa mple.org/ | at character 11: take it out",
        "http://example.org\\x | at character 19: take it out",
        "http://exämple.org/ | at character 10: take it out, or encode it as %XX (a host as"
            + " xn--...)",
        "http://exam%70le.org/ | letters, digits and hyphens",
        "http://example.org./ | without a dot at its end",
        "http://.example.org/ | letters, digits and hyphens",
        "http://a..b/ | letters, digits and hyphens",
        "http://-a/ | letters, digits and hyphens",
        "http://a-/ | letters, digits and hyphens",
        "http://a_b/ | letters, digits and hyphens",
        "http://a*b/ | letters, digits and hyphens",
        "http://127.1/ | nor an IP address in its usual form: write four numbers",
        "http://127.0.0.01/ | nor an IP address in its usual form",
        "http://256.0.0.1/ | nor an IP address in its usual form",
        "http://1.2.3.4.5/ | nor an IP address in its usual form",
        "http://a.2b/ | nor an IP address in its usual form",
        "http://0x7f.1/ | nor an IP address in its usual form",
        "http://example.0x7F/ | nor an IP address in its usual form",
        "http://example.org:0/ | from 1 to 65535",
        "http://example.org:/ | from 1 to 65535",
        "http://example.org:080/ | from 1 to 65535",
        "http://example.org:65536/ | from 1 to 65535",
        "http://example.org:99999999999/ | from 1 to 65535",
        "http://example.org:+80/ | from 1 to 65535",
        "http://example.org:8:8/ | from 1 to 65535",
        "http://[::1/ | no IPv6 address in its usual form: write it like [2001:db8::1]",
        "http://::1]/ | no IPv6 address",
        "http://[]/ | no IPv6 address",
        "http://[::1]x/ | no IPv6 address",
        "http://[::1%25eth0]/ | no IPv6 address in its usual form",
        "http://[v1.a]/ | no IPv6 address",
        "http://[1:2:3:4:5:6:7:8:9]/ | no IPv6 address",
        "http://[1::2::3]/ | no IPv6 address",
        "http://[12345::]/ | no IPv6 address",
        "http://[0:0:0:0:0:0:0:1]/ | must be written as [::1]",
        "http://[2001:db8::0:1]/ | must be written as [2001:db8::1]",
        "http://[::ffff:127.0.0.1]/ | must be written as [::ffff:7f00:1]",
        "http://example.org/<b> | holds a \"<\" where none can stand: write it as %3C",
        "http://example.org/?a[0]=b | holds a \"[\" where none can stand: write it as %5B",
        "http://example.org/100% | holds a \"%\" where none can stand: write it as %25",
        "http://example.org/%4 | write it as %25",
        "http://example.org/#a#b | holds a \"#\" where none can stand: write it as %23",
        "http://example.org/#<a> | holds a \"<\" where none can stand: write it as %3C",
        "http://example.org/%4g | write it as %25"
      })
  void allElseIsRefusedWithTheRemedy(String url, String why) {
    assertThat(refusal(url)).contains(why).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\r", "\0", "\u007f", "\u00a0", "\u3002", "\u2028", "\ud800"})
  void noUrlHoldsWhatIsNotSeen(String letter) {
    for (String url :
        new String[] {
          "http://example.org/" + letter, letter + "http://a/", "http://a" + letter + "b/"
        }) {
      assertThat(refusal(url)).contains("take it out");
    }
  }

  @Test
  void thereIsALengthThatNoUrlExceeds() throws BadInput {
    String url = "http://example.org/" + "a".repeat(FetchUrl.LONGEST - 19);
    assertThat(FetchUrl.of(url)).hasToString(url);
    assertThat(refusal(url + "a")).contains("longer than 2048 characters");

    String label = "a".repeat(63);
    String name = label + "." + label + "." + label + "." + "a".repeat(61);
    assertThat(FetchUrl.of("http://" + name).host()).hasSize(253);
    assertThat(refusal("http://" + name + "a")).contains("letters, digits and hyphens");
    assertThat(refusal("http://a" + label)).contains("letters, digits and hyphens");
  }

  @Test
  void noSecretOfAUrlIsRepeated() {
    assertThat(refusal("http://alice:secret@example.org/?token=secret")).doesNotContain("secret");
    assertThat(refusal("http://example.org:secret/")).doesNotContain("secret");
  }

  /** The examples of RFC 3986, section 5.4, where they are plain URLs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g | http://a/b/c/g",
        "./g | http://a/b/c/g",
        "g/ | http://a/b/c/g/",
        "/g | http://a/g",
        "//g | http://g/",
        "?y | http://a/b/c/d;p?y",
        "g?y | http://a/b/c/g?y",
        "#s | http://a/b/c/d;p?q",
        "g#s | http://a/b/c/g",
        "g?y#s | http://a/b/c/g?y",
        ";x | http://a/b/c/;x",
        "'' | http://a/b/c/d;p?q",
        ". | http://a/b/c/",
        "./ | http://a/b/c/",
        ".. | http://a/b/",
        "../g | http://a/b/g",
        "../.. | http://a/",
        "../../g | http://a/g",
        "../../../g | http://a/g",
        "/./g | http://a/g",
        "/../g | http://a/g",
        "g. | http://a/b/c/g.",
        "..g | http://a/b/c/..g",
        "./g/. | http://a/b/c/g/",
        "g/../h | http://a/b/c/h",
        "g?y/./x | http://a/b/c/g?y/./x",
        "https://b.example/x | https://b.example/x"
      })
  void aRedirectLeadsWhereTheStandardSays(String location, String there) throws BadInput {
    assertThat(FetchUrl.of("http://a/b/c/d;p?q").resolve(location)).hasToString(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:g",
        "g:h",
        "mailto:a@example.org",
        "//u@h/",
        "/\\h/",
        "\\\\h",
        "///h",
        "/a b"
      })
  void aRedirectThatIsNoPlainUrlIsRefused(String location) throws BadInput {
    FetchUrl base = FetchUrl.of("http://a/b/c/d;p?q");
    assertThat(catchThrowableOfType(BadInput.class, () -> base.resolve(location))).isNotNull();
  }

  private static String refusal(String url) {
    BadInput refused = catchThrowableOfType(BadInput.class, () -> FetchUrl.of(url));
    assertThat(refused).as(url).isNotNull();
    assertThat(refused.code()).isEqualTo("fetch.bad-url");
    return refused.sentence();
  }
}
