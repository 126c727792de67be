// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;

/**
 * The machines on which an image would run. It must be made for one of them, and every variant that
 * could run there is judged.
 *
 * @param own those of the platform; empty if the owner does not say
 */
record ImageMachines(Set<ImagePlatform> own) {

  private static final String KEY = "platform";

  static ImageMachines read(Settings in) {
    List<Scalar> entries =
        in.texts(KEY, "The machines that there are, like linux/amd64: an image is made for one.");
    if (in.has(KEY) && entries.isEmpty()) {
      in.problem(KEY, "\"platform\" names no machine: name one, or leave it out.");
    }
    Set<ImagePlatform> own = new LinkedHashSet<>();
    for (Scalar entry : entries) {
      try {
        own.add(ImagePlatform.parse(entry.text()));
      } catch (BadInput fault) {
        in.problemAt(entry.place(), fault.sentence());
      }
    }
    return new ImageMachines(own);
  }

  boolean isAsked() {
    return !own.isEmpty();
  }

  String demand() {
    return "images for: " + told(own);
  }

  /** Those that count for this image: empty if all for which it is made. */
  Set<ImagePlatform> counting(ImageUse use) {
    return use.platform().map(Set::of).orElse(own);
  }

  /** What is wrong before anybody is asked: the Task wants a machine that is not here. */
  Optional<Reason> refuse(ImageUse use) {
    return use.platform()
        .filter(wanted -> !own.isEmpty() && !own.contains(wanted))
        .map(wanted ->
            notOffered(use, "This platform runs no images for " + wanted + ".")
                .comparing(wanted.toString(), told(own)));
  }

  /** What is wrong with the machines for which this image is made. */
  Optional<Reason> refuse(ImageUse use, String name, Image image) {
    Set<ImagePlatform> counting = counting(use);
    if (counting.isEmpty() || counting.stream().anyMatch(image.offered()::contains)) {
      return Optional.empty();
    }
    String offered = told(image.offered());
    return Optional.of(
        notOffered(
                use,
                "The image "
                    + name
                    + " is not made for "
                    + told(counting)
                    + ", but for "
                    + (offered.isEmpty() ? "nothing that can run" : offered)
                    + ".")
            .comparing(offered, told(counting)));
  }

  /**
   * Whether the variants are those of the machines that count, each and no other. Where they are
   * not, an index says another thing than the images that it lists.
   */
  boolean isWhole(ImageUse use, Image image) {
    Set<ImagePlatform> expected = new HashSet<>(image.offered());
    Set<ImagePlatform> counting = counting(use);
    if (!counting.isEmpty()) {
      expected.retainAll(counting);
    }
    Set<ImagePlatform> found = new HashSet<>();
    for (Variant variant : image.variants()) {
      found.add(variant.platform());
    }
    return !found.isEmpty() && found.equals(expected);
  }

  private static Reason notOffered(ImageUse use, String sentence) {
    return Reason.of("image.platform-not-offered", use.path().text(), sentence);
  }

  /** In an order that does not depend on chance, each once. */
  static String told(Collection<ImagePlatform> machines) {
    return Reason.listing(machines.stream().map(Object::toString).distinct().sorted().toList());
  }
}
