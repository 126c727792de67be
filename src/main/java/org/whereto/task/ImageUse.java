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
 * @param platform the machine that it wants, if it says so
 * @param user whom it runs as instead of the image's own user, if it says so: as written, {@code
 *     ${X}} where that cannot be told
 */
public record ImageUse(
    Path path,
    String written,
    Optional<ImageReference> reference,
    String unclear,
    Optional<ImagePlatform> platform,
    Optional<String> user) {

  public static ImageUse of(Path path, String written, ImageReference reference) {
    return new ImageUse(
        path, written, Optional.of(reference), "", Optional.empty(), Optional.empty());
  }

  public static ImageUse unclear(Path path, String written, String why) {
    return new ImageUse(path, written, Optional.empty(), why, Optional.empty(), Optional.empty());
  }

  /** The same image, on this machine only. */
  public ImageUse on(ImagePlatform machine) {
    return new ImageUse(path, written, reference, unclear, Optional.of(machine), user);
  }

  /** The same image, named by what stands elsewhere. */
  public ImageUse at(Path place) {
    return new ImageUse(place, written, reference, unclear, platform, user);
  }

  /** The same image, run as this user. */
  public ImageUse as(String someone) {
    return new ImageUse(path, written, reference, unclear, platform, Optional.of(someone));
  }
}
