// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

  @Test
  void aValueAndItsParametersAreRead() {
    assertThat(HeaderValue.read("Text/YAML")).contains(new HeaderValue("text/yaml", Map.of()));
    assertThat(HeaderValue.read(" a/b ; C=d ;\te=\"f;g\" ;"))
        .contains(new HeaderValue("a/b", Map.of("c", "d", "e", "f;g")));
    assertThat(HeaderValue.read("a;b=c=d~!")).contains(new HeaderValue("a", Map.of("b", "c=d~!")));
    assertThat(HeaderValue.read("a;!#$%&'*+-.^_`|~09azAZ=b").orElseThrow().parameters())
        .containsOnlyKeys("!#$%&'*+-.^_`|~09azaz");
  }

  @Test
  void aBackslashEscapesAQuoteAndItselfAndNothingElse() {
    assertThat(HeaderValue.read("a; b=\"\\\"\\\\\\c\"").orElseThrow().parameter("b"))
        .contains("\"\\\\c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        ";a=b",
        "a b",
        "a\u007F",
        "é",
        "a;b",
        "a;=c",
        "a;b=",
        "a;b =c",
        "a;b= c",
        "a;b=c d",
        "a;b=c\"d",
        "a;b=c\\d",
        "a;b=\"c",
        "a;b=\"c\\",
        "a;b=\"c\\\"",
        "a;b=\"c\"d",
        "a;b=c\u007F",
        "a;b=c;B=d",
        "a;b@c=d",
        "a;b[=d",
        "a;b{=d",
        "a;b/=d",
        "a;b:=d",
      })
  void whatDoesNotFollowTheGrammarIsNotRead(String text) {
    assertThat(HeaderValue.read(text)).isEmpty();
  }
}
