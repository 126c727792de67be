// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.whereto.tree.Settings;

/** Reads the names of files in an owner's file. */
final class OwnerPath {

  private OwnerPath() {}

  /** The absolute path under {@code key}; nothing if there is none, or after a fault. */
  static Optional<Path> read(Settings in, String key, String doc) {
    Optional<String> text = in.textIfAny(key, doc);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(text.get());
      if (path.isAbsolute()) {
        return Optional.of(path);
      }
      in.problem(key, "\"" + key + "\" must be a whole path that begins with a slash.");
    } catch (InvalidPathException _) {
      in.problem(key, "\"" + key + "\" is no name that a file can have.");
    }
    return Optional.empty();
  }
}
