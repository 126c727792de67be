// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.whereto.task.ImageReference;

/**
 * Which of some images of a repository comes nearest to another one: of the same flavour ({@code
 * 3.12-slim} for {@code 3.11-slim}) if there is one, else plain versions before others; then the
 * one that shares most of its version; then the newest. Deterministic, whatever their order.
 */
final class NearestImage {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final String VERSION = "v";

  /** What a tag says of a version, as far as that can be told. */
  private record Tag(String text, List<BigInteger> numbers, List<String> words) {

    static Tag of(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      List<String> words = new ArrayList<>(found(WORD, lower));
      words.remove(VERSION);
      return new Tag(text, found(NUMBER, lower).stream().map(BigInteger::new).toList(), words);
    }

    private static List<String> found(Pattern pattern, String text) {
      return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    int flavour(Tag asked) {
      return words.equals(asked.words) ? 0 : words.isEmpty() ? 1 : 2;
    }

    int shared(Tag asked) {
      int shared = 0;
      while (shared < Math.min(numbers.size(), asked.numbers.size())
          && numbers.get(shared).equals(asked.numbers.get(shared))) {
        shared++;
      }
      return shared;
    }

    int age(Tag other) {
      for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
        int order = numbers.get(i).compareTo(other.numbers.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(numbers.size(), other.numbers.size());
    }
  }

  private NearestImage() {}

  /**
   * The nearest one that has a tag. Of those that have none but a digest there is no telling which
   * is nearer: one is taken only if there is no other.
   */
  static Optional<ImageReference> to(ImageReference image, List<ImageReference> others) {
    Tag asked = Tag.of(image.tag());
    Comparator<Tag> nearest =
        comparingInt((Tag tag) -> tag.flavour(asked))
            .thenComparing(comparingInt((Tag tag) -> tag.shared(asked)).reversed())
            .thenComparing((one, other) -> other.age(one))
            .thenComparing(Tag::text);
    Optional<ImageReference> tagged =
        others.stream()
            .filter(other -> !other.tag().isEmpty())
            .min(comparing(other -> Tag.of(other.tag()), nearest));
    return tagged.isEmpty() && others.size() == 1 ? Optional.of(others.getFirst()) : tagged;
  }
}
