// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.whereto.check.value.ExactNumber;

/**
 * What a variable of a rule holds.
 *
 * @param many whether it is a list
 */
public record Sort(Single single, boolean many) {

  private static final String LIST_OF = "list of ";

  /** A single value. */
  public enum Single {
    TEXT("text", "a text that is not empty"),
    INT("int", "a whole number of at most 18 digits"),
    NUMBER("number", "a number"),
    FLAG("flag", "true or false");

    private final String word;
    private final String told;

    Single(String word, String told) {
      this.word = word;
      this.told = told;
    }

    /** For people: {@code a whole number}. */
    public String told() {
      return told;
    }

    String word() {
      return word;
    }

    /** What a text says as a value of this sort. */
    public Said say(String text) {
      return switch (this) {
        case TEXT -> text.isBlank() ? new Said.Wrong() : new Said.Value(text);
        case INT -> ExactNumber.of(text).flatMap(Single::whole).orElse(new Said.Wrong());
        case NUMBER -> ExactNumber.of(text).map(Single::binary).orElse(new Said.Wrong());
        case FLAG -> flag(text);
      };
    }

    private static Said flag(String text) {
      return text.equals("true") || text.equals("false")
          ? new Said.Value(text.equals("true"))
          : new Said.Wrong();
    }

    private static Optional<Said> whole(BigDecimal number) {
      BigDecimal plain = number.stripTrailingZeros();
      return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18
          ? Optional.of(new Said.Value(plain.longValueExact()))
          : Optional.empty();
    }

    /**
     * Rules calculate with binary fractions. One stands for a number only where it stands for no
     * other: then two of them compare as the numbers do.
     */
    private static Said binary(BigDecimal number) {
      double binary = number.doubleValue();
      return isExact(binary, number) ? new Said.Value(binary) : new Said.Inexact();
    }
  }

  /** What a text says as a value. */
  public sealed interface Said {

    /** A value for an expression. */
    record Value(Object value) implements Said {}

    /** It is not of this sort. */
    record Wrong() implements Said {}

    /** It is of this sort, but could not be told from others like it. */
    record Inexact() implements Said {}
  }

  /** Whether this fraction stands for this number and no other that is written as short. */
  static boolean isExact(double binary, BigDecimal number) {
    return Double.isFinite(binary) && BigDecimal.valueOf(binary).compareTo(number) == 0;
  }

  /** The words of all sorts, as an owner writes them. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    Arrays.stream(Single.values()).forEach(single -> words.add(single.word()));
    Arrays.stream(Single.values()).forEach(single -> words.add(LIST_OF + single.word()));
    return words;
  }

  /** The sort of this word. */
  public static Optional<Sort> of(String word) {
    boolean many = word.startsWith(LIST_OF);
    String one = many ? word.substring(LIST_OF.length()) : word;
    return Arrays.stream(Single.values())
        .filter(single -> single.word().equals(one))
        .map(single -> new Sort(single, many))
        .findFirst();
  }
}
