// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.wire.Pairs.Pair;

class PairsTest {

  @ParameterizedTest
  @CsvSource({"a, a", "a+b, 'a b'", "%41%7a, Az", "%C3%A9, é", "%2B%25, +%", "a=b;c, a=b;c"})
  void escapesAreOctetsOfUtf8AndAPlusIsABlank(String raw, String text) {
    assertThat(Pairs.decode(raw)).contains(text);
  }

  @Test
  void anyOctetMayBeEscaped() {
    assertThat(Pairs.decode("a%00%7F")).contains("a\0\u007F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%4", "%4g", "%g4", "%-1", "%FF", "%C3", "\u0080", "é", "\u20ac"})
  void whatIsNoEscapeOrNoUtf8SaysNothing(String raw) {
    assertThat(Pairs.decode(raw)).isEmpty();
  }

  @Test
  void pairsAreSplitAtAmpersandsAndTheFirstEqualsSign() {
    assertThat(new Pairs("&&a=b=c&d&&=e&f=&"))
        .containsExactly(
            new Pair("a", "b=c"), new Pair("d", ""), new Pair("", "e"), new Pair("f", ""));
    assertThat(new Pairs("")).isEmpty();
    assertThatThrownBy(() -> new Pairs("&").iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }
}
