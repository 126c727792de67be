// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

final class ServiceUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http://example.org/accepts, example.org",
    "http://example.org/, http://example.org/accepts, example.org",
    "HTTPS://example.org:8443/a/b//, https://example.org:8443/a/b/accepts, example.org:8443/a/b",
    "http://example.org/a/accepts, http://example.org/a/accepts, example.org/a",
    "http://example.org/accept/, http://example.org/accept, example.org",
    "http://example.org/accepting, http://example.org/accepting/accepts, example.org/accepting",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/accepts, 127.0.0.1:8080",
    "'http://[::1]:8080/x', 'http://[::1]:8080/x/accepts', '[::1]:8080/x'",
    "http://example.org/a%20b, http://example.org/a%20b/accepts, example.org/a%20b"
  })
  void questionsGoToAcceptsBelowTheBase(String text, String accepts, String name) throws BadInput {
    ServiceUrl url = ServiceUrl.of(text);
    assertThat(url.accepts()).hasToString(accepts);
    assertThat(url.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:example.org",
        "http://",
        "http:///accepts",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://user@exa_mple.org/",
        "http://exa_mple.org/",
        "http://bücher.example.org/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:x/",
        "http://example.org/?a=b",
        "http://example.org/#a",
        "http://example.org/a b",
        "http://example.org/%zz",
        "http://[::1/",
        "http://example.org\\@evil.example/",
        "http://example.org/\nX: y"
      })
  void otherTextsAreRefusedWithASentence(String text) {
    assertThatThrownBy(() -> ServiceUrl.of(text))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("service.bad-url");
              assertThat(fault.sentence())
                  .contains("cannot be asked: ")
                  .endsWith("like https://example.org/planner.")
                  .doesNotContain("\n");
            });
  }

  @Test
  void anEndlessUrlIsRefused() {
    assertThatThrownBy(() -> ServiceUrl.of("http://example.org/" + "a".repeat(3000)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("longer than 2048");
  }
}
