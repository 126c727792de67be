// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;

/** Where a person's settings are (XDG Base Directory Specification): closed to all others. */
final class UserFolder {

  private static final String OURS = "whereto";
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

  private UserFolder() {}

  /** By the variables XDG_CONFIG_HOME, which has to be absolute, and HOME; it need not be there. */
  static Optional<Path> of(Map<String, String> env) {
    return absolute(env.getOrDefault("XDG_CONFIG_HOME", ""))
        .or(() -> absolute(env.getOrDefault("HOME", "")).map(home -> home.resolve(".config")))
        .map(folder -> folder.resolve(OURS));
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /**
   * Makes it, or closes it to others.
   *
   * @throws BadInput where it cannot be made or closed
   */
  static void prepare(Path folder) throws BadInput {
    try {
      Files.createDirectories(folder);
      if (!Files.getPosixFilePermissions(folder).equals(MINE)) {
        Files.setPosixFilePermissions(folder, MINE);
      }
    } catch (UnsupportedOperationException _) {
      // This system has no such permissions.
    } catch (IOException _) {
      throw new BadInput(
          "folder.unwritable",
          "The folder "
              + folder
              + " cannot be made, or closed to others: it has to be yours. Logins are kept there.");
    }
  }
}
