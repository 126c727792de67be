// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.task.ImagePlatform;

/**
 * What an image says of itself (OCI Image Format, configuration).
 *
 * @param platform the machine that it was made for
 * @param layers the {@code diff_ids}, the lowest first
 * @param user empty where it names none
 */
record ImageConfiguration(
    ImagePlatform platform,
    List<String> layers,
    Map<String, String> labels,
    String user,
    Optional<Instant> created)
    implements RegistryContent {

  private static final int BASE_WEIGHT = 500;
  private static final int TEXT_WEIGHT = 100;

  ImageConfiguration {
    layers = List.copyOf(layers);
    labels = Map.copyOf(labels);
  }

  @Override
  public int weight() {
    long weight = BASE_WEIGHT + 2L * TEXT_WEIGHT * layers.size();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      weight += TEXT_WEIGHT + 2L * (label.getKey().length() + label.getValue().length());
    }
    return (int) Math.min(weight, Integer.MAX_VALUE);
  }
}
