// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.whereto.task.ImageReference;

/**
 * What a list says of the images of one repository, or of all whose name one glob matches. Each
 * value is the entry as the owner wrote it.
 *
 * @param every entry for every tag and digest
 * @param pinned entry for every digest
 * @param tags entries for one tag
 * @param tagGlobs entries for more than one tag
 * @param digests entries for one digest
 * @param someTag the first entry for one or some tags
 * @param someDigest the first entry for one digest, by the sort of the digest
 */
record ImageNameRules(
    Optional<String> every,
    Optional<String> pinned,
    Map<String, String> tags,
    GlobIndex<String> tagGlobs,
    Map<String, String> digests,
    Optional<String> someTag,
    Map<String, String> someDigest) {

  private static final GlobIndex<String> NO_GLOBS = new GlobIndex<>(Map.of());

  static ImageNameRules of(List<ImagePattern> patterns) {
    Optional<String> every = Optional.empty();
    Optional<String> pinned = Optional.empty();
    Map<String, String> tags = new HashMap<>();
    Map<String, String> globs = new HashMap<>();
    Map<String, String> digests = new HashMap<>();
    Optional<String> someTag = Optional.empty();
    Map<String, String> someDigest = new TreeMap<>();
    for (ImagePattern pattern : patterns) {
      if (pattern.digest().equals("*")) {
        pinned = Optional.of(pattern.written());
      } else if (!pattern.digest().isEmpty()) {
        digests.put(pattern.digest(), pattern.written());
        someDigest.putIfAbsent(sort(pattern.digest()), pattern.written());
      } else if (pattern.tag().isEmpty()) {
        every = Optional.of(pattern.written());
      } else {
        (Glob.isGlob(pattern.tag()) ? globs : tags).put(pattern.tag(), pattern.written());
        someTag = someTag.or(() -> Optional.of(pattern.written()));
      }
    }
    return new ImageNameRules(
        every,
        pinned,
        Map.copyOf(tags),
        globs.isEmpty() ? NO_GLOBS : new GlobIndex<>(globs),
        Map.copyOf(digests),
        someTag,
        someDigest);
  }

  /** {@code sha256:} of a digest. */
  private static String sort(String digest) {
    return digest.substring(0, digest.indexOf(':') + 1);
  }

  /** The entry that covers this image. */
  Optional<String> match(ImageReference image) {
    if (every.isPresent()) {
      return every;
    }
    if (!image.digest().isEmpty()) {
      String digest = digests.get(image.digest());
      return digest == null ? pinned : Optional.of(digest);
    }
    String tag = tags.get(image.tag());
    return tag != null ? Optional.of(tag) : tagGlobs.first(image.tag(), Optional::of);
  }

  /**
   * An entry that may cover this image: one by tag where the image is given by digest, or the other
   * way round, or one by another sort of digest. Only for an image that {@link #match} does not
   * find.
   */
  Optional<String> doubt(ImageReference image) {
    if (!image.digest().isEmpty() && someTag.isPresent()) {
      return someTag;
    }
    return someDigest.entrySet().stream()
        .filter(entry -> !image.digest().startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
