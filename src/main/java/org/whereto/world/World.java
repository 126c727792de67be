// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything a decision may ask of the world, as one owner allows it. */
public record World(
    Documents documents, Images images, Availability availability, Replicas replicas) {

  /** A world that is never asked: what the request does not say is not known. */
  public static final World CLOSED =
      new World(
          urls -> refused(urls, "This platform does not fetch URLs."),
          images -> refused(images, "This platform does not look at images in registries."),
          sources -> refused(sources, "This platform does not read what is available."),
          items -> refused(items, "This platform does not look for data."));

  /** The same with other documents. */
  public World withDocuments(Documents other) {
    return new World(other, images, availability, replicas);
  }

  /** The same with other images. */
  public World withImages(Images other) {
    return new World(documents, other, availability, replicas);
  }

  /** The same with other amounts that are available. */
  public World withAvailability(Availability other) {
    return new World(documents, images, other, replicas);
  }

  /** The same with other data. */
  public World withReplicas(Replicas other) {
    return new World(documents, images, availability, other);
  }

  /** Whether nothing of it has to be waited for. */
  public boolean answersAtOnce() {
    return documents.equals(CLOSED.documents)
        && images.equals(CLOSED.images)
        && replicas.equals(CLOSED.replicas);
  }

  private static <K, V> Map<K, Known<V>> refused(Set<K> asked, String why) {
    return asked.stream()
        .collect(Collectors.toMap(Function.identity(), _ -> new Known.Refused<>(why)));
  }
}
