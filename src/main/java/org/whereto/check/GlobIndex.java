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
 */
final class GlobIndex<T> {

  private record Entry<T>(Glob glob, T value) {}

  /**
   * The globs of one folder that begin with a part of a name.
   *
   * @param byRest by what stands between the folder's slash and the first star
   * @param lengths of all those texts, ascending
   */
  private record Folder<T>(Map<String, List<Entry<T>>> byRest, List<Integer> lengths) {}

  /**
   * The globs whose first star follows right after this text, which is empty or ends in a slash.
   */
  private final Map<String, List<Entry<T>>> whole = new HashMap<>();

  /** The other globs, by the same sort of text. */
  private final Map<String, Folder<T>> parts = new HashMap<>();

  GlobIndex(Map<String, T> values) {
    Map<String, Map<String, List<Entry<T>>>> filed = new HashMap<>();
    values.forEach((pattern, value) -> {
      String start = Glob.literalStart(pattern);
      int cut = start.lastIndexOf('/') + 1;
      String rest = start.substring(cut);
      Map<String, List<Entry<T>>> in =
          rest.isEmpty()
              ? whole
              : filed.computeIfAbsent(start.substring(0, cut), folder -> new HashMap<>());
      in.computeIfAbsent(rest.isEmpty() ? start : rest, same -> new ArrayList<>(1))
          .add(new Entry<>(Glob.of(pattern), value));
    });
    filed.forEach((folder, byRest) -> parts.put(folder, new Folder<>(byRest, lengths(byRest))));
  }

  private static List<Integer> lengths(Map<String, ?> byRest) {
    TreeSet<Integer> lengths = new TreeSet<>();
    byRest.keySet().forEach(rest -> lengths.add(rest.length()));
    return List.copyOf(lengths);
  }

  /** The first answer that {@code wanted} gives for the value of a glob that matches. */
  <R> Optional<R> first(String text, Function<T, Optional<R>> wanted) {
    for (int end = 0; end >= 0; end = next(text, end)) {
      String start = text.substring(0, end);
      Optional<R> found = among(whole.getOrDefault(start, List.of()), text, wanted);
      Folder<T> folder = found.isPresent() || parts.isEmpty() ? null : parts.get(start);
      found = folder == null ? found : in(folder, text.substring(end), text, wanted);
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

  private static <T, R> Optional<R> in(
      Folder<T> folder, String name, String text, Function<T, Optional<R>> wanted) {
    for (int length : folder.lengths()) {
      if (length > name.length()) {
        break;
      }
      List<Entry<T>> entries = folder.byRest().getOrDefault(name.substring(0, length), List.of());
      Optional<R> found = among(entries, text, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static <T, R> Optional<R> among(
      List<Entry<T>> entries, String text, Function<T, Optional<R>> wanted) {
    for (Entry<T> entry : entries) {
      Optional<R> found =
          entry.glob().matches(text) ? wanted.apply(entry.value()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
