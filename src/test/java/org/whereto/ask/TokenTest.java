// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

final class TokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"SlAV32hkKG", "a.b-c_d~e+f/g==", " SlAV32hkKG\r\n", "\n\nx\n"})
  void aTokenIsOneWord(String text) throws BadInput {
    assertThat(Token.of(text, "it").authorization()).isEqualTo("Bearer " + text.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "' \n ', is empty",
    "Bearer SECRET, begins with the word Bearer",
    "bearer SECRET, begins with the word Bearer",
    "SECRET SECRET, something else",
    "'SECRET\nSECRET', something else",
    "'SECRET\r\nX-Evil: 1', something else",
    "SECRETé, something else",
    "=SECRET, something else",
    "===, something else",
    "SEC=RET, something else",
    "'\"SECRET\"', something else",
    "'{\"access_token\": \"SECRET\"}', something else"
  })
  void whatIsNoTokenIsToldWithoutRepeatingIt(String text, String told) {
    assertThatThrownBy(() -> Token.of(text, "my.token"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("my.token ")
        .hasMessageContaining(told)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void aTokenHasAnEnd() throws BadInput {
    assertThat(Token.of("x".repeat(Token.LONGEST), "it")).isNotNull();
    assertThatThrownBy(() -> Token.of("x".repeat(Token.LONGEST + 1), "it"))
        .hasMessageContaining("more than a token has");
  }

  @Test
  void itShowsItselfToNobody() throws BadInput {
    Token token = Token.of("SlAV32hkKG", "it");
    Origin origin = Origin.named("https://a.example");
    Credentials credentials = Credentials.NONE.with(origin, token);
    assertThat(token.toString() + credentials + credentials.at(origin))
        .doesNotContain("SlAV32hkKG")
        .contains("https://a.example");
  }

  @Test
  void itIsHiddenInWhatOthersSay() throws BadInput {
    Token token = Token.of("SlAV32hkKG", "it");
    assertThat(token.hiddenIn("Not SlAV32hkKG!")).isEqualTo("Not ***!");
    assertThat(new String(token.hiddenIn("é SlAV32hkKG é".getBytes(UTF_8)), UTF_8))
        .isEqualTo("é *** é");
    byte[] other = "é".getBytes(UTF_8);
    assertThat(token.hiddenIn(other)).isSameAs(other);
    assertThat(Token.of("YES", "it").hiddenIn("YES")).isEqualTo("YES");
  }
}
