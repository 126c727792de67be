// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What registries say of container images. */
public interface Images {

  /**
   * What is known of each image; all are looked up at once, under one deadline. Every image asked
   * for is a key of the result; a value is empty where the registry says that there is no such
   * image.
   */
  Map<ImageWanted, Known<Optional<Image>>> look(Set<ImageWanted> images);
}
