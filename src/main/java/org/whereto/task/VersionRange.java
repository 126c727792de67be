// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A set of version numbers, as somebody wrote it: {@code 3.10} (with all its 3.10.x), {@code 3.*},
 * {@code >=3.8,<3.12}, {@code ~=3.9}, {@code ^1.6}, {@code 3.9|3.11}, {@code !=3.9.*}, {@code *}.
 *
 * <p>Commas mean "and", bars "or". A release candidate counts as its release.
 *
 * @param spans the set is their union
 */
public record VersionRange(List<Span> spans) {

  private static final int LONGEST = 200;
  private static final int MOST_CLAUSES = 16;
  private static final int MOST_NUMBERS = 8;
  private static final int MOST_DIGITS = 9;

  private static final Bound LOWEST = new Bound(List.of(0), false);
  private static final Bound HIGHEST = new Bound(List.of(Integer.MAX_VALUE), false);

  /** Longest first, so that the first which fits is the one. */
  private static final List<String> OPERATORS =
      List.of("===", "==", "!=", ">=", "<=", "~=", "=", ">", "<", "~", "^");

  /** Every version. */
  public static final VersionRange ANY = new VersionRange(List.of(new Span(LOWEST, HIGHEST)));

  public VersionRange {
    spans = List.copyOf(spans);
  }

  /** From {@code from}, up to but without {@code to}. */
  public record Span(Bound from, Bound to) {}

  /**
   * A point between versions: just before {@code numbers}, or just after.
   *
   * @param numbers never empty; missing ones are 0
   */
  public record Bound(List<Integer> numbers, boolean after) implements Comparable<Bound> {
    public Bound {
      numbers = List.copyOf(numbers);
    }

    private int at(int index) {
      return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public int compareTo(Bound other) {
      for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
        int order = Integer.compare(at(i), other.at(i));
        if (order != 0) {
          return order;
        }
      }
      return Boolean.compare(after, other.after);
    }
  }

  /** The set that the text says; empty if it cannot be understood. */
  public static Optional<VersionRange> parse(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    List<Span> all = new ArrayList<>();
    for (String alternative : text.split("\\|", MOST_CLAUSES)) {
      Optional<VersionRange> one = conjunction(alternative);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(one.get().spans);
    }
    return Optional.of(new VersionRange(all));
  }

  /** Whether some version is in both. */
  public boolean overlaps(VersionRange other) {
    return !and(other).spans.isEmpty();
  }

  private VersionRange and(VersionRange other) {
    Comparator<Bound> order = Comparator.naturalOrder();
    List<Span> both = new ArrayList<>();
    for (Span one : spans) {
      for (Span two : other.spans) {
        Bound from = order.compare(one.from, two.from) > 0 ? one.from : two.from;
        Bound to = order.compare(one.to, two.to) < 0 ? one.to : two.to;
        if (order.compare(from, to) < 0) {
          both.add(new Span(from, to));
        }
      }
    }
    return new VersionRange(both);
  }

  private static Optional<VersionRange> conjunction(String text) {
    VersionRange all = ANY;
    for (String clause : text.split(",", MOST_CLAUSES)) {
      Optional<VersionRange> one = clause(clause.strip());
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.and(one.get());
    }
    return Optional.of(all);
  }

  private static Optional<VersionRange> clause(String text) {
    if (text.equals("*")) {
      return Optional.of(ANY);
    }
    String operator = OPERATORS.stream().filter(text::startsWith).findFirst().orElse("");
    String number = text.substring(operator.length()).strip();
    boolean star = number.endsWith(".*");
    return numbers(star ? number.substring(0, number.length() - 2) : number)
        .flatMap(release -> clause(operator, release, star));
  }

  private static Optional<VersionRange> clause(
      String operator, List<Integer> release, boolean star) {
    Bound first = new Bound(release, false);
    Bound next = bump(release, release.size());
    Bound after = star ? next : new Bound(release, true);
    return switch (operator) {
      case "", "=", "==", "===" -> span(first, next);
      case "!=" ->
          Optional.of(new VersionRange(List.of(new Span(LOWEST, first), new Span(next, HIGHEST))));
      case ">=" -> span(first, HIGHEST);
      case ">" -> span(after, HIGHEST);
      case "<=" -> span(LOWEST, after);
      case "<" -> span(LOWEST, first);
      case "~" -> span(first, bump(release, Math.min(release.size(), 2)));
      case "^" -> span(first, bump(release, leading(release)));
      default ->
          // ~= says nothing about a single number
          release.size() < 2 ? Optional.empty() : span(first, bump(release, release.size() - 1));
    };
  }

  private static Optional<VersionRange> span(Bound from, Bound to) {
    return Optional.of(new VersionRange(List.of(new Span(from, to))));
  }

  /** How many numbers a caret holds fast: up to the first that is not 0. */
  private static int leading(List<Integer> release) {
    int zeros = 0;
    while (zeros < release.size() - 1 && release.get(zeros) == 0) {
      zeros++;
    }
    return zeros + 1;
  }

  /** The first version after all those that begin with the first {@code count} numbers. */
  private static Bound bump(List<Integer> release, int count) {
    List<Integer> next = new ArrayList<>(release.subList(0, count));
    next.set(count - 1, next.get(count - 1) + 1);
    return new Bound(next, false);
  }

  private static Optional<List<Integer>> numbers(String text) {
    List<Integer> release = new ArrayList<>();
    for (String part : released(text).split("\\.", -1)) {
      boolean fits = !part.isEmpty() && part.length() <= MOST_DIGITS;
      if (!fits || release.size() == MOST_NUMBERS || !digits(part)) {
        return Optional.empty();
      }
      release.add(Integer.valueOf(part));
    }
    return Optional.of(release);
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** {@code 3.13.0rc1}, {@code 3.11.0a0} and {@code 3.9.dev0} without what follows the release. */
  private static String released(String text) {
    int end = 0;
    while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String suffix = text.substring(end);
    String word = suffix.chars().anyMatch(Character::isDigit) ? letters(suffix) : suffix;
    boolean known =
        switch (word) {
          case "a", "b", "rc", "alpha", "beta", "dev", "post" -> true;
          default -> false;
        };
    if (!known) {
      return text;
    }
    String release = text.substring(0, end);
    return release.endsWith(".") ? release.substring(0, end - 1) : release;
  }

  private static String letters(String suffix) {
    int end = 0;
    while (end < suffix.length() && Character.isLetter(suffix.charAt(end))) {
      end++;
    }
    return digits(suffix.substring(end)) ? suffix.substring(0, end) : "";
  }
}
