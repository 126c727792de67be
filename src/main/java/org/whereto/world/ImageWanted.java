// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Set;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;

/**
 * An image that is to be looked up.
 *
 * @param platforms the machines for which it matters; empty if for all
 */
public record ImageWanted(ImageReference reference, Set<ImagePlatform> platforms) {

  public ImageWanted {
    platforms = Set.copyOf(platforms);
  }
}
