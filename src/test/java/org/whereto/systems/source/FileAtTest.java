// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.tree.BadInput;

/** A file that a program of the site writes now and then. */
class FileAtTest {

  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("free.json");
  }

  private Reading read(String more) throws BadInput, Unread {
    SourceSettings settings =
        Written.source("file: {path: " + file + ", amounts: {store: /free}" + more + "}");
    return ((FileAt) settings.origin()).read(InstantSource.fixed(NOW));
  }

  private void write(String text, Instant changed) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  @Test
  void itsAgeCountsFromItsLastChange() throws Exception {
    write("{\"free\": 5}", NOW.minusSeconds(90));
    Reading reading = read("");
    assertThat(reading.age()).isEqualTo(Duration.ofSeconds(90));
    assertThat(reading.slots().getFirst().free().get("store")).isEqualByComparingTo("5");
  }

  @Test
  void itsAgeCountsFromWhatItSaysWhereItSaysIt() throws Exception {
    write("{\"free\": 5, \"at\": \"2026-05-06T07:00:09Z\"}", NOW);
    assertThat(read(", time: /at").age()).isEqualTo(Duration.ofMinutes(8));
  }

  @Test
  void aFileOfATimeToComeIsNoReading() throws Exception {
    write("{\"free\": 5}", NOW.plusSeconds(3600));
    assertThatThrownBy(() -> read("")).isInstanceOf(Unread.class).hasMessageContaining("to come");
  }

  /** Each beginning of a document, as a program leaves it that is interrupted. */
  @Test
  void halfAFileIsNoReading() throws Exception {
    String whole = "{\"free\": 12345}";
    for (int end = 0; end < whole.length(); end++) {
      write(whole.substring(0, end), NOW);
      assertThatThrownBy(() -> read("")).isInstanceOf(Unread.class);
    }
  }

  @Test
  void whatIsNoFileIsNoReading() throws Exception {
    assertThatThrownBy(() -> read("")).hasMessageContaining("it is not there");
    Files.createDirectory(file);
    assertThatThrownBy(() -> read("")).hasMessageContaining("no regular file");
    file = Path.of("/dev/zero");
    assertThatThrownBy(() -> read("")).hasMessageContaining("no regular file");
  }

  @Test
  void aFileBeyondAllMeasureIsNoReading() throws Exception {
    write("[" + " ".repeat(4 << 20) + "]", NOW);
    assertThatThrownBy(() -> read("")).hasMessageContaining("larger than");
  }
}
