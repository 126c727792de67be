// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Optional;
import org.whereto.tree.Path;

/**
 * One image that a Task would run.
 *
 * @param path where it is named: {@code taskinfo.image}, {@code services.web.image}
 * @param written as the asker wrote it; empty where no image is named
 * @param reference the image; empty where it cannot be told which
 * @param unclear one sentence that says why it cannot be told; empty if it can
 */
public record ImageUse(
    Path path, String written, Optional<ImageReference> reference, String unclear) {

  public static ImageUse of(Path path, String written, ImageReference reference) {
    return new ImageUse(path, written, Optional.of(reference), "");
  }

  public static ImageUse unclear(Path path, String written, String why) {
    return new ImageUse(path, written, Optional.empty(), why);
  }
}
