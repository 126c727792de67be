// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.whereto.systems.fetch.Body;

/**
 * A regular file as it was read.
 *
 * @param changed when it was last changed before it was read
 */
record WholeFile(Body content, Instant changed) {

  /**
   * Reads a file.
   *
   * @throws IOException whose reason {@link #why} tells
   */
  static WholeFile read(Path path, int most) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    if (!found.isRegularFile()) {
      throw new IOException("it is no regular file.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("it is larger than " + most + " bytes.");
      }
      return new WholeFile(new Body(bytes), found.lastModifiedTime().toInstant());
    }
  }

  /** The end of a sentence about why a file could not be read. */
  static String why(IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "it is not there.";
      case AccessDeniedException _ -> "this process may not read it.";
      default -> String.valueOf(fault.getMessage());
    };
  }
}
