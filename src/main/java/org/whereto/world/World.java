// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything a decision may ask of the world, as one owner allows it. */
public record World(Documents documents, Images images) {

  /** A world that is never asked: what the request does not say is not known. */
  public static final World CLOSED =
      new World(
          urls -> refused(urls, "This platform does not fetch URLs."),
          images -> refused(images, "This platform does not look at images in registries."));

  /** Whether it is known beforehand, and at once, what it will say. */
  public boolean isClosed() {
    return documents.equals(CLOSED.documents) && images.equals(CLOSED.images);
  }

  private static <K, V> Map<K, Known<V>> refused(Set<K> asked, String why) {
    return asked.stream()
        .collect(Collectors.toMap(Function.identity(), _ -> new Known.Refused<>(why)));
  }
}
