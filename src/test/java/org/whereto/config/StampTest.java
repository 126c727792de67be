// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file need not be read once more. */
final class StampTest {

  private final Instant later = Instant.now().plusSeconds(3600);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.yaml"), "text");
  }

  @Test
  void aFileThatWasChangedLongAgoAndLooksTheSameIsTheSame() throws IOException {
    assertThat(Stamp.of(file, later).isSameAs(Stamp.of(file, later))).isTrue();
  }

  @Test
  void aFileThatWasChangedJustNowMayChangeOnceMoreAndLookTheSame() throws IOException {
    Instant now = Files.getLastModifiedTime(file).toInstant().plusMillis(1);
    assertThat(Stamp.of(file, later).isSameAs(Stamp.of(file, now))).isFalse();
  }

  @Test
  void nothingIsTheSameAsNothing() throws IOException {
    assertThat(Stamp.of(file, later).isSameAs(Stamp.NONE)).isFalse();
    assertThat(Stamp.NONE.isSameAs(Stamp.NONE)).isFalse();
  }

  @Test
  void sizeTimeAndIdentityAllCount() throws IOException {
    Stamp before = Stamp.of(file, later);
    FileTime time = Files.getLastModifiedTime(file);

    Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
    assertThat(Stamp.of(file, later).isSameAs(before)).isFalse();

    Files.delete(file);
    Files.writeString(folder.resolve("in the way"), "takes the place on the disk");
    Files.writeString(file, "text");
    Files.setLastModifiedTime(file, time);
    assertThat(Stamp.of(file, later).isSameAs(before)).isFalse();

    Files.writeString(file, "longer text");
    Files.setLastModifiedTime(file, time);
    assertThat(Stamp.of(file, later).isSameAs(before)).isFalse();
  }
}
