// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.whereto.tree.BadInput;

/** A platform file, or a directory of them, as it was named to the server. */
record Named(Path path, boolean directory) {

  static Named of(Path path) {
    return new Named(path, Files.isDirectory(path));
  }

  /**
   * The files that it means at this moment, in the order of their names.
   *
   * @throws BadInput {@code file.unreadable}, for a directory that cannot be read or holds none
   */
  List<Path> files() throws BadInput {
    if (!directory) {
      return List.of(path);
    }
    List<Path> found;
    try (Stream<Path> all = Files.list(path)) {
      found = all.filter(MountName::isMeant).sorted().toList();
    } catch (IOException | UncheckedIOException fault) {
      throw unreadable(
          "The directory "
              + path
              + " cannot be read: see whether it is there, and to its permissions.");
    }
    if (found.isEmpty()) {
      throw unreadable("There is no platform file (*.yaml) in " + path + ": put one there.");
    }
    return found;
  }

  /** Whether this file is, or once was, one of them. */
  boolean means(Path file) {
    return directory ? path.equals(file.getParent()) : path.equals(file);
  }

  private static BadInput unreadable(String sentence) {
    return new BadInput("file.unreadable", sentence);
  }
}
