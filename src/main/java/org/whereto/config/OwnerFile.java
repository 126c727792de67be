// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;

/** Reads the files that an owner writes: never more than a reader takes, whatever they are. */
public final class OwnerFile {

  private OwnerFile() {}

  /**
   * The bytes of a file; one more than the budget at most, which is enough for a reader to refuse.
   *
   * @throws BadInput {@code file.unreadable}, with what stands there instead
   */
  public static byte[] bytes(Path file) throws BadInput {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Budget.OWNER.bytes() + 1);
    } catch (IOException fault) {
      throw unreadable(sentence(file, fault));
    }
  }

  /** Why a file cannot be read, and what to do about it. */
  static String sentence(Path file, IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "There is no file \"" + file + "\".";
    }
    return Files.isDirectory(file)
        ? file + " is a directory: name the files in it, like " + file.resolve("*.yaml") + "."
        : "The file " + file + " cannot be read: see to its permissions.";
  }

  private static BadInput unreadable(String sentence) {
    return new BadInput("file.unreadable", sentence);
  }
}
