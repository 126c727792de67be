// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.Optional;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** What a text of a compose file means that names an image, or the machine to run it on. */
final class ImageName {

  private ImageName() {}

  /** The image, on this machine if one is named. */
  static ImageUse use(Tree image, Optional<Tree> platform, Path at) throws BadInput {
    String written = scalar(image, at).text();
    return use(written, Interpolation.of(written), platform, at);
  }

  /**
   * The same of a part of a text.
   *
   * @param name what it means; empty where that is left to a variable
   */
  static ImageUse use(String written, Optional<String> name, Optional<Tree> platform, Path at)
      throws BadInput {
    if (name.isEmpty()) {
      return ImageUse.unclear(
          at,
          written,
          "The image is left to a variable whose value is not in the file: write it out.");
    }
    try {
      return on(ImageUse.of(at, written, ImageReference.parse(name.get())), platform);
    } catch (BadInput fault) {
      return ImageUse.unclear(at, written, fault.sentence());
    }
  }

  private static ImageUse on(ImageUse use, Optional<Tree> platform) throws BadInput {
    if (platform.isEmpty()) {
      return use;
    }
    Optional<String> machine = Interpolation.of(scalar(platform.get(), use.path()).text());
    if (machine.isEmpty()) {
      return ImageUse.unclear(
          use.path(),
          use.written(),
          "The platform of this image is left to a variable whose value is not in the file: write"
              + " it out.");
    }
    return machine.get().isEmpty() ? use : use.on(ImagePlatform.parse(machine.get()));
  }

  /** The image run as this user, if one is named: of one left to a variable the text as it is. */
  static ImageUse as(ImageUse use, Optional<Tree> user) throws BadInput {
    if (user.isEmpty()) {
      return use;
    }
    Scalar written = scalar(user.get(), use.path());
    String name = Interpolation.of(written.text()).orElse(written.text());
    return written.isNull() || name.isEmpty() ? use : use.as(name);
  }

  private static Scalar scalar(Tree tree, Path at) throws BadInput {
    if (!(tree instanceof Scalar scalar)) {
      throw ComposeFault.shape(tree, at, "a text");
    }
    return scalar;
  }
}
