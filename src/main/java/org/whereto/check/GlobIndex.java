// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Globs with a value each, found by the text that they match. The cost of a look-up grows with the
 * length of the text, not with the number of globs: each is filed under the literal text that it
 * begins with, and a text has only so many beginnings. Globs that begin with a star are tried one
 * after the other.
 *
 * <p>In a list of a million what takes time is memory that no cache holds. So the usual globs, with
 * one star or two at their end, are held as nothing but the text before that.
 */
final class GlobIndex<T> {

  /** What a text must be like behind the literal text that a glob begins with. */
  private interface Rest {
    boolean fits(String text, int from);
  }

  private static final Rest ONE_SEGMENT = (text, from) -> text.indexOf('/', from) < 0;
  private static final Rest ANY_SEGMENTS = (text, from) -> true;

  private record Entry<T>(Rest rest, T value) {}

  private static final int[] NO_LENGTHS = {};

  private final Map<String, Entry<T>> byStart = new HashMap<>();

  /** Further globs that begin with the same text as another. */
  private final Map<String, List<Entry<T>>> more = new HashMap<>();

  /**
   * Of the starts that end in a part of a name: how long that part may be, ascending, by the folder
   * before it, which is empty or ends in a slash.
   */
  private final Map<String, int[]> lengths = new HashMap<>();

  GlobIndex(Map<String, T> values) {
    Map<String, TreeSet<Integer>> found = new HashMap<>();
    values.forEach((pattern, value) -> {
      String start = Glob.literalStart(pattern);
      file(start, new Entry<>(rest(pattern, start.length()), value));
      int cut = start.lastIndexOf('/') + 1;
      if (cut < start.length()) {
        found
            .computeIfAbsent(start.substring(0, cut), folder -> new TreeSet<>())
            .add(start.length() - cut);
      }
    });
    found.forEach((folder, parts) ->
        lengths.put(folder, parts.stream().mapToInt(Integer::intValue).toArray()));
  }

  private void file(String start, Entry<T> entry) {
    if (byStart.putIfAbsent(start, entry) != null) {
      more.computeIfAbsent(start, same -> new ArrayList<>()).add(entry);
    }
  }

  private static Rest rest(String pattern, int from) {
    return switch (pattern.substring(from)) {
      case "*" -> ONE_SEGMENT;
      case "**" -> ANY_SEGMENTS;
      default -> {
        Glob glob = Glob.of(pattern);
        yield (text, behind) -> glob.matches(text);
      }
    };
  }

  /** The first answer that {@code wanted} gives for the value of a glob that matches. */
  <R> Optional<R> first(String text, Function<T, Optional<R>> wanted) {
    if (byStart.isEmpty()) {
      return Optional.empty();
    }
    for (int end = 0; end >= 0; end = next(text, end)) {
      String folder = text.substring(0, end);
      Optional<R> found = among(folder, text, wanted);
      int[] parts = lengths.getOrDefault(folder, NO_LENGTHS);
      for (int i = 0; i < parts.length && found.isEmpty(); i++) {
        int length = end + parts[i];
        if (length > text.length()) {
          break;
        }
        found = among(text.substring(0, length), text, wanted);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The index behind the next slash, or -1. */
  private static int next(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 ? -1 : slash + 1;
  }

  private <R> Optional<R> among(String start, String text, Function<T, Optional<R>> wanted) {
    Entry<T> first = byStart.get(start);
    if (first == null) {
      return Optional.empty();
    }
    Optional<R> found = of(first, start, text, wanted);
    if (found.isEmpty() && !more.isEmpty()) {
      for (Entry<T> entry : more.getOrDefault(start, List.of())) {
        found = of(entry, start, text, wanted);
        if (found.isPresent()) {
          break;
        }
      }
    }
    return found;
  }

  private static <T, R> Optional<R> of(
      Entry<T> entry, String start, String text, Function<T, Optional<R>> wanted) {
    return entry.rest().fits(text, start.length()) ? wanted.apply(entry.value()) : Optional.empty();
  }
}
