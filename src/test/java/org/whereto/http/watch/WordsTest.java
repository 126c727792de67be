// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.whereto.http.watch.Words.Found;

/** Many words in one pass: what a search for each of them would find. */
class WordsTest {

  @Property
  void theWordThatEndsFirstIsFound(
      @ForAll("words") List<String> words, @ForAll("texts") String text) {
    assertThat(new Words(words).first(text, (word, start, end) -> true).end())
        .isEqualTo(firstEnd(words, text.toLowerCase(Locale.ROOT)));
  }

  @Property
  void onlyWordsThatCountAreFound(
      @ForAll("words") List<String> words, @ForAll("texts") String text) {
    Found found = new Words(words).first(text, (word, start, end) -> start > 0 && word == 0);
    int at = text.toLowerCase(Locale.ROOT).indexOf(words.getFirst(), 1);
    assertThat(found.start()).isEqualTo(at);
  }

  @Test
  void separatorsAndCasesAreTheSame() {
    Words words = new Words(List.of("api_key"));
    assertThat(List.of("api-key", "API.KEY", "my api key", "Api_Key", "api_\u212Aey"))
        .allSatisfy(
            text -> assertThat(words.first(text, (word, start, end) -> true).isThere()).isTrue());
    assertThat(words.first("apikey", (word, start, end) -> true)).isEqualTo(Found.NOTHING);
  }

  private static int firstEnd(List<String> words, String text) {
    return words.stream()
        .filter(text::contains)
        .mapToInt(word -> text.indexOf(word) + word.length())
        .min()
        .orElse(-1);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withChars("ab")
        .ofMinLength(1)
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abAB1\u00e9").ofMaxLength(20);
  }
}
