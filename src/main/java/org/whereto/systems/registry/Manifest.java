// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.List;
import java.util.Optional;
import org.whereto.task.ImagePlatform;

/** What the name of an image leads to. */
sealed interface Manifest extends RegistryContent {

  /** About what one entry takes: two objects, three texts. */
  int ENTRY_WEIGHT = 400;

  /**
   * The image for one machine.
   *
   * @param layers how many there are
   * @param bytes of all layers and the configuration
   */
  record Single(Descriptor configuration, int layers, long bytes) implements Manifest {
    @Override
    public int weight() {
      return ENTRY_WEIGHT;
    }
  }

  /** One image for several machines; what is no image, like an attestation, is left out. */
  record Index(List<Entry> entries) implements Manifest {
    public Index {
      entries = List.copyOf(entries);
    }

    @Override
    public int weight() {
      return ENTRY_WEIGHT * (1 + entries.size());
    }
  }

  /**
   * The image for one of the machines of an index.
   *
   * @param platform empty where only the image itself says it
   */
  record Entry(Descriptor manifest, Optional<ImagePlatform> platform) {}
}
