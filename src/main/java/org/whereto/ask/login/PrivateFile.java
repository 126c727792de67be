// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.whereto.tree.BadInput;

/** A file that only its owner can read. Where a system knows no such thing, any file is one. */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private PrivateFile() {}

  /**
   * What it holds; of a pipe, what comes out of it.
   *
   * @param most bytes; of a longer one no more than one byte beyond is read
   * @throws BadInput {@code file.not-private} if others can read or write it, {@code
   *     file.unreadable} if it cannot be read
   */
  public static byte[] read(Path file, int most) throws BadInput {
    if (Files.isDirectory(file)) {
      throw new BadInput("file.unreadable", file + " is a directory: name a file.");
    }
    try {
      requirePrivate(file);
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(most + 1);
      }
    } catch (NoSuchFileException _) {
      throw new BadInput("file.unreadable", "There is no file " + file + ".");
    } catch (IOException _) {
      throw new BadInput("file.unreadable", file + " cannot be read: may you read it?");
    }
  }

  /** The same as text. */
  public static String text(Path file, int most) throws BadInput {
    return new String(read(file, most), UTF_8);
  }

  /**
   * Makes sure that others can neither read nor write it.
   *
   * @throws BadInput {@code file.not-private}, with the remedy
   */
  static void requirePrivate(Path file) throws IOException, BadInput {
    try {
      Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
      open.retainAll(Files.getPosixFilePermissions(file));
      if (!open.isEmpty()) {
        throw new BadInput(
            "file.not-private",
            "Others than you can get at "
                + file
                + ", so no token is taken from it: run chmod 600 on it. If somebody may have read"
                + " it already, get a new token.");
      }
    } catch (UnsupportedOperationException _) {
      // This system has no such permissions.
    }
  }
}
