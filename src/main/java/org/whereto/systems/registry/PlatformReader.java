// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.Set;
import org.whereto.task.ImagePlatform;
import org.whereto.tree.BadInput;

/** The machine that an index or a configuration names. */
final class PlatformReader {

  static final Set<String> NAMES = Set.of("os", "architecture", "variant");

  private static final String UNKNOWN = "unknown";

  private PlatformReader() {}

  static ImagePlatform read(ForeignObject object) throws BadInput {
    String os = object.text("os");
    String architecture = object.text("architecture");
    String variant = object.textIfAny("variant").orElse("");
    boolean slashed = (os + architecture + variant).indexOf('/') >= 0;
    try {
      if (!slashed && !os.isEmpty() && !architecture.isEmpty()) {
        return ImagePlatform.parse(
            os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant));
      }
    } catch (BadInput _) {
      // told below, as of whom it is
    }
    throw object.malformed("names no sound os and architecture");
  }

  /** What builders write where there is no image at all, but an attestation of one. */
  static boolean isUnknown(ImagePlatform platform) {
    return platform.os().equals(UNKNOWN) && platform.architecture().equals(UNKNOWN);
  }
}
