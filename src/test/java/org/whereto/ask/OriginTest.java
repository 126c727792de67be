// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

final class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example",
    "https://a.example/, https://a.example",
    "HTTPS://A.Example:443, https://a.example",
    "https://a.example:8443, https://a.example:8443",
    "https://192.0.2.1, https://192.0.2.1",
    "https://[2001:DB8::1]:8443, https://[2001:db8::1]:8443",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.1.2.3:80, http://127.1.2.3",
    "http://[::1]:8080, http://[::1]:8080"
  })
  void anOriginIsSchemeHostAndPort(String written, String read) throws BadInput {
    Origin origin = Origin.named(written);
    assertThat(origin).hasToString(read);
    assertThat(Origin.named(read)).isEqualTo(origin);
    assertThat(origin.keepsSecrets()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example",
        "https://",
        "https:a.example",
        "//a.example",
        "https://a.example/planner",
        "https://a.example/accepts",
        "https://a.example//",
        "https://a.example?x",
        "https://a.example/?",
        "https://a.example#x",
        "https://a.example#",
        "https://a.example.",
        "https://.a.example",
        "https://*.example",
        "https://a_b.example",
        "https://a.example:",
        "https://a.example:/",
        "https://a.example:0",
        "https://a.example:65536",
        "https://a.example:x",
        "https://a%2eexample",
        "https://ａ.example",
        "https://127.1",
        "https://0x7f.0.0.1",
        "https://[::1%25eth0]",
        "https://[::1",
        "https://a.example b.example",
        "https://a.example,https://b.example",
        " https://a.example",
        "ftp://a.example",
        "file:///etc/passwd",
        "mailto:a@a.example"
      })
  void whatIsMoreOrLessIsNoOrigin(String written) {
    assertThatThrownBy(() -> Origin.named(written))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("name scheme, host and port alone, like https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example",
        "http://a.example:443",
        "http://localhost:8080",
        "http://127.a.example",
        "http://127.0.0.1.a.example",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://192.168.0.1",
        "http://[::]",
        "http://[::ffff:127.0.0.1]"
      })
  void plainHttpIsForThisMachineAlone(String written) {
    assertThatThrownBy(() -> Origin.named(written))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("a token goes over https only");
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThatThrownBy(() -> Origin.named("https://me:secret@a.example"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("This cannot be named")
        .hasMessageNotContaining("secret");
  }

  @Test
  void credentialsTakeNoOriginThatTellsThem() {
    Origin plain = new Origin("http", "a.example", 80);
    assertThatThrownBy(() -> Credentials.NONE.with(plain, Token.of("secret-token", "the test")))
        .isInstanceOf(BadInput.class);
  }
}
