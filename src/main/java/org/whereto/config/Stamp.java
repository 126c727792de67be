// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file without reading it. While two stamps are the same, so are the
 * bytes, unless the file was changed twice within one tick of the file system's clock: so a stamp
 * counts only when the last change lay back far enough.
 *
 * @param attributes of the file behind any symbolic links
 * @param old whether the last change lay back far enough when this was taken
 */
record Stamp(Map<String, Object> attributes, boolean old) {

  /** Of no file: the same as no other. */
  static final Stamp NONE = new Stamp(Map.of(), false);

  /** The coarsest clock of a file system in use (FAT). */
  private static final Duration TICK = Duration.ofSeconds(2);

  private static final String REGULAR = "isRegularFile";
  private static final String SIZE = "size";
  private static final String MODIFIED = "lastModifiedTime";
  private static final String CHANGED = "ctime";
  private static final String EVERYWHERE = String.join(",", REGULAR, SIZE, MODIFIED, "fileKey");

  Stamp {
    attributes = Map.copyOf(attributes);
  }

  static Stamp of(Path file, Instant now) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    String wanted = unix ? "unix:" + EVERYWHERE + "," + CHANGED : EVERYWHERE;
    Map<String, Object> attributes = new HashMap<>(Files.readAttributes(file, wanted));
    attributes.values().removeIf(Objects::isNull);
    return new Stamp(
        attributes, isOld(attributes.get(MODIFIED), now) && isOld(attributes.get(CHANGED), now));
  }

  private static boolean isOld(@Nullable Object time, Instant now) {
    return !(time instanceof FileTime at)
        || Duration.between(at.toInstant(), now).abs().compareTo(TICK) > 0;
  }

  boolean isRegularFile() {
    return Boolean.TRUE.equals(attributes.get(REGULAR));
  }

  long size() {
    return attributes.get(SIZE) instanceof Long size ? size : 0;
  }

  /** Whether the file is surely the one of which {@code earlier} was taken, byte for byte. */
  boolean isSameAs(Stamp earlier) {
    return earlier.old && attributes.equals(earlier.attributes);
  }
}
