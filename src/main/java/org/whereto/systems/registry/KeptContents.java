// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import org.whereto.systems.fetch.Unanswered;
import org.whereto.systems.registry.RegistryMemory.Stored;

/** Contents that are in memory: nobody is asked. */
final class KeptContents implements RegistryContents {

  private final RegistryMemory memory;

  KeptContents(RegistryMemory memory) {
    this.memory = memory;
  }

  @Override
  public Manifest manifest(RegistryItem item) throws Unanswered {
    return asManifest(stored(item));
  }

  @Override
  public Manifest manifest(RegistryItem item, Descriptor descriptor) throws Unanswered {
    return asManifest(fitting(stored(item), descriptor));
  }

  @Override
  public ImageConfiguration configuration(RegistryItem item, Descriptor descriptor)
      throws Unanswered {
    return asConfiguration(fitting(stored(item), descriptor));
  }

  private Stored stored(RegistryItem item) throws Unanswered {
    return memory
        .content(item)
        .orElseThrow(() -> Unanswered.down("What the image is made of is not known."));
  }

  static Stored fitting(Stored stored, Descriptor descriptor) throws Unanswered {
    boolean type =
        stored.mediaType().isEmpty() || stored.mediaType().equals(descriptor.mediaType());
    if (!type || stored.bytes() != descriptor.bytes()) {
      throw Unanswered.refused(
          "The image contradicts itself: a part of it is not of the type or size that another"
              + " says.");
    }
    return stored;
  }

  static Manifest asManifest(Stored stored) throws Unanswered {
    return switch (stored.content()) {
      case Manifest manifest -> manifest;
      case ImageConfiguration _ -> throw contradiction();
    };
  }

  static ImageConfiguration asConfiguration(Stored stored) throws Unanswered {
    return switch (stored.content()) {
      case ImageConfiguration configuration -> configuration;
      case Manifest _ -> throw contradiction();
    };
  }

  private static Unanswered contradiction() {
    return Unanswered.refused("The image contradicts itself: a part of it is of two kinds.");
  }
}
