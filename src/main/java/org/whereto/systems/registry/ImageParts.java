// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.ImagePlatform;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;

/**
 * Puts an image together from what a registry keeps of it. Everything hangs on one digest, so that
 * a name that is moved meanwhile mixes nothing.
 *
 * @param root where the image's name led
 * @param platforms the machines for which it matters; empty if for all
 */
record ImageParts(RegistryItem root, Set<ImagePlatform> platforms, RegistryContents contents) {

  private static final int MOST_VARIANTS = 40;

  /** The whole image. */
  Image image() throws Unanswered {
    return switch (contents.manifest(root)) {
      case Manifest.Single single -> ofOne(single);
      case Manifest.Index index -> ofSeveral(index);
    };
  }

  private Image ofOne(Manifest.Single single) throws Unanswered {
    Variant variant = variant(root, single);
    return new Image(root.reference(), Set.of(variant.platform()), wanted(List.of(variant)));
  }

  private Image ofSeveral(Manifest.Index index) throws Unanswered {
    List<Manifest.Entry> looked =
        index.entries().stream()
            .filter(entry -> entry.platform().isEmpty() || isWanted(entry.platform().get()))
            .toList();
    if (looked.size() > MOST_VARIANTS) {
      throw Unanswered.refused(
          "The image has more than " + MOST_VARIANTS + " variants, which are not all looked at.");
    }
    List<Variant> variants = contents.each(looked, this::variant);
    Set<ImagePlatform> offered = new HashSet<>();
    index.entries().forEach(entry -> entry.platform().ifPresent(offered::add));
    variants.forEach(variant -> offered.add(variant.platform()));
    return new Image(root.reference(), offered, wanted(variants));
  }

  private boolean isWanted(ImagePlatform platform) {
    return platforms.isEmpty() || platforms.contains(platform);
  }

  private List<Variant> wanted(List<Variant> variants) {
    return variants.stream().filter(variant -> isWanted(variant.platform())).toList();
  }

  private Variant variant(Manifest.Entry entry) throws Unanswered {
    RegistryItem item = root.manifest(entry.manifest().digest());
    return switch (contents.manifest(item, entry.manifest())) {
      case Manifest.Single single -> as(entry.platform(), variant(item, single));
      case Manifest.Index _ ->
          throw Unanswered.refused("The index of this image holds another index.");
    };
  }

  private Variant variant(RegistryItem item, Manifest.Single single) throws Unanswered {
    Descriptor descriptor = single.configuration();
    ImageConfiguration configuration =
        contents.configuration(root.blob(descriptor.digest()), descriptor);
    if (configuration.layers().size() != single.layers()) {
      throw Unanswered.refused(
          "The image contradicts itself: its manifest and its configuration differ in their"
              + " layers.");
    }
    return new Variant(
        configuration.platform(),
        item.reference(),
        configuration.layers(),
        single.bytes(),
        configuration.labels(),
        configuration.user(),
        configuration.created());
  }

  /** An engine chooses by what the index says; the image itself often leaves out the variant. */
  private static Variant as(Optional<ImagePlatform> said, Variant variant) throws Unanswered {
    ImagePlatform own = variant.platform();
    ImagePlatform platform = said.orElse(own);
    boolean same =
        platform.os().equals(own.os())
            && platform.architecture().equals(own.architecture())
            && (own.variant().isEmpty() || platform.variant().equals(own.variant()));
    if (!same) {
      throw Unanswered.refused(
          "The image contradicts itself: its index says "
              + platform
              + " where the image is for "
              + own
              + ".");
    }
    return new Variant(
        platform,
        variant.digest(),
        variant.layers(),
        variant.bytes(),
        variant.labels(),
        variant.user(),
        variant.created());
  }
}
