// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.task.ImagePlatform;

/**
 * What an image is made of (OCI Image Format: manifest, index, configuration).
 *
 * @param digest of what its name led to, a manifest or an index
 * @param offered the machines for which there is a variant, whether looked at or not
 * @param variants those for the machines asked for
 */
public record Image(String digest, Set<ImagePlatform> offered, List<Variant> variants) {

  public Image {
    offered = Set.copyOf(offered);
    variants = List.copyOf(variants);
  }

  /**
   * An image for one machine.
   *
   * @param digest of its manifest
   * @param layers the {@code rootfs.diff_ids} of its configuration, the lowest first
   * @param bytes of its layers and configuration, as a registry sends them
   * @param labels as its maker set them, of which the registry proves nothing
   * @param user whom its process runs as, as the configuration says it; empty means root
   * @param created when it says that it was made
   */
  public record Variant(
      ImagePlatform platform,
      String digest,
      List<String> layers,
      long bytes,
      Map<String, String> labels,
      String user,
      Optional<Instant> created) {

    public Variant {
      layers = List.copyOf(layers);
      labels = Map.copyOf(labels);
    }
  }
}
