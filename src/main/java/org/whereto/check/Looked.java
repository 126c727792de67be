// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.world.Image;
import org.whereto.world.ImageWanted;
import org.whereto.world.Images;
import org.whereto.world.Known;

/**
 * What the registries said when all images of a Task, and those that they are compared with, were
 * looked up together.
 *
 * @param machines those for which the images to compare with were looked up; empty for all
 * @param bases the images to compare with
 */
record Looked(
    Set<ImagePlatform> machines,
    Set<ImageReference> bases,
    Map<ImageWanted, Known<Optional<Image>>> said) {

  static Looked at(Images images, Set<ImageWanted> wanted, Set<ImageReference> bases) {
    Set<ImagePlatform> machines = new HashSet<>();
    wanted.forEach(one -> machines.addAll(one.platforms()));
    if (wanted.stream().anyMatch(one -> one.platforms().isEmpty())) {
      machines.clear();
    }
    Set<ImageWanted> all = new HashSet<>(wanted);
    bases.forEach(base -> all.add(new ImageWanted(base, machines)));
    return new Looked(Set.copyOf(machines), bases, images.look(Set.copyOf(all)));
  }

  Known<Optional<Image>> of(ImageWanted image) {
    Known<Optional<Image>> known = said.get(image);
    return known == null ? new Known.Down<>("Nothing was said of it.") : known;
  }

  /** An image to compare with. */
  Known<Optional<Image>> base(ImageReference base) {
    return of(new ImageWanted(base, machines));
  }

  /** How old the oldest is of all that was said of this image and of those to compare it with. */
  Duration age(ImageWanted image) {
    Duration oldest = age(image.reference(), of(image));
    for (ImageReference base : bases) {
      Duration age = age(base, base(base));
      oldest = age.compareTo(oldest) > 0 ? age : oldest;
    }
    return oldest;
  }

  /** What a digest names never changes. */
  private static Duration age(ImageReference image, Known<Optional<Image>> known) {
    return image.digest().isEmpty() && known instanceof Known.Value<Optional<Image>> value
        ? value.age()
        : Duration.ZERO;
  }
}
