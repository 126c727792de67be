// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.whereto.task.ImageReference;

/**
 * An owner's list of images. A look-up takes about as long in a list of a million as in one of ten:
 * its memory is no longer in any cache, so that each step from one object to the next counts.
 */
final class ImagePatterns {

  /** By registry and repository, where the entries do more than to name tags. */
  private final Map<String, ImageNameRules> exact = new HashMap<>();

  private final GlobIndex<ImageNameRules> globs;

  /** The other entries, by the whole name of their image, {@code registry/repository:tag}. */
  private final Map<String, String> tagged = new HashMap<>();

  /** The first of those entries, by registry and repository. */
  private final Map<String, String> someTag = new HashMap<>();

  /** The tags of those entries, by registry and repository, where there are several. */
  private final Map<String, List<String>> tags = new HashMap<>();

  ImagePatterns(List<ImagePattern> patterns) {
    Map<String, List<ImagePattern>> byName = new HashMap<>();
    for (ImagePattern pattern : patterns) {
      for (String name : pattern.names()) {
        byName.computeIfAbsent(name, same -> new ArrayList<>(1)).add(pattern);
      }
    }
    Map<String, ImageNameRules> open = new HashMap<>();
    byName.forEach((name, same) -> {
      if (Glob.isGlob(name)) {
        open.put(name, ImageNameRules.of(same));
      } else if (same.stream().allMatch(ImagePattern::namesOneTag)) {
        same.forEach(pattern -> tagged.put(whole(name, pattern), pattern.written()));
        someTag.put(name, same.getFirst().written());
        if (same.size() > 1) {
          tags.put(name, same.stream().map(ImagePattern::tag).toList());
        }
      } else {
        exact.put(name, ImageNameRules.of(same));
      }
    });
    globs = new GlobIndex<>(open);
  }

  /** Where the owner wrote all of it, his own text. */
  private static String whole(String name, ImagePattern pattern) {
    String whole = name + ":" + pattern.tag();
    return whole.equals(pattern.written()) ? pattern.written() : whole;
  }

  /** The entry, as the owner wrote it, that covers this image. */
  Optional<String> match(ImageReference image) {
    if (image.digest().isEmpty()) {
      String entry = tagged.get(image.toString());
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return first(image, rules -> rules.match(image));
  }

  /** An entry of which it cannot be told whether it covers this image. */
  Optional<String> doubt(ImageReference image) {
    if (!image.digest().isEmpty()) {
      String entry = someTag.get(image.name());
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return first(image, rules -> rules.doubt(image));
  }

  /** The tags and digests by which the list names images of the same repository, each by itself. */
  List<String> singles(ImageReference image) {
    List<String> singles = new ArrayList<>();
    String entry = someTag.get(image.name());
    if (entry != null) {
      String tag = entry.substring(entry.lastIndexOf(':') + 1);
      singles.addAll(tags.getOrDefault(image.name(), List.of(tag)));
    }
    first(
        image,
        rules -> {
          singles.addAll(rules.tags().keySet());
          singles.addAll(rules.digests().keySet());
          return Optional.empty();
        });
    return singles;
  }

  private Optional<String> first(
      ImageReference image, Function<ImageNameRules, Optional<String>> wanted) {
    String name = image.name();
    ImageNameRules rules = exact.get(name);
    Optional<String> found = rules == null ? Optional.empty() : wanted.apply(rules);
    return found.isPresent() ? found : globs.first(name, wanted);
  }
}
