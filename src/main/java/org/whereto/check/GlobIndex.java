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
 * <p>In a long list what a look-up touches is in no cache of the processor, and that takes longer
 * than all it does with it. So it touches little: globs that go on alike share one {@link Glob}.
 */
final class GlobIndex<T> {

  /**
   * One glob.
   *
   * @param rest what the text has to match from this index on
   */
  private record Entry<T>(Glob rest, int from, T value) {}

  /** By the literal text that they begin with; it may be empty. */
  private final Map<String, List<Entry<T>>> byStart = new HashMap<>();

  /**
   * Which of those texts end within a name: by the folder, which is empty or ends in a slash, the
   * lengths of what follows in it, ascending.
   */
  private final Map<String, int[]> lengths = new HashMap<>();

  GlobIndex(Map<String, T> values) {
    Map<String, Glob> rests = new HashMap<>();
    Map<String, TreeSet<Integer>> within = new HashMap<>();
    values.forEach((pattern, value) -> {
      String start = Glob.literalStart(pattern);
      int from = canBeCut(pattern, start) ? start.length() : 0;
      Glob rest = rests.computeIfAbsent(pattern.substring(from), Glob::of);
      byStart
          .computeIfAbsent(start, same -> new ArrayList<>(1))
          .add(new Entry<>(rest, from, value));
      int folder = start.lastIndexOf('/') + 1;
      if (folder < start.length()) {
        within
            .computeIfAbsent(start.substring(0, folder), same -> new TreeSet<>())
            .add(start.length() - folder);
      }
    });
    byStart.replaceAll((start, entries) -> List.copyOf(entries));
    within.forEach(
        (folder, all) -> lengths.put(folder, all.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** At the beginning of a glob {@code **} stands for more than in the middle of one. */
  private static boolean canBeCut(String pattern, String start) {
    return !pattern.startsWith("**/", start.length());
  }

  /** The first answer that {@code wanted} gives for the value of a glob that matches. */
  <R> Optional<R> first(String text, Function<T, Optional<R>> wanted) {
    for (int end = 0; end >= 0; end = next(text, end)) {
      String folder = text.substring(0, end);
      Optional<R> found = at(folder, text, wanted);
      int[] more = found.isPresent() || lengths.isEmpty() ? null : lengths.get(folder);
      for (int i = 0; more != null && i < more.length && found.isEmpty(); i++) {
        int until = end + more[i];
        found = until > text.length() ? found : at(text.substring(0, until), text, wanted);
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

  /** Among the globs that begin with this text. */
  private <R> Optional<R> at(String start, String text, Function<T, Optional<R>> wanted) {
    for (Entry<T> entry : byStart.getOrDefault(start, List.of())) {
      Optional<R> found =
          entry.rest().matches(text.substring(entry.from()))
              ? wanted.apply(entry.value())
              : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
