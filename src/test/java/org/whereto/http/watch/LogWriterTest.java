// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** What becomes of lines where a file moves, a disk is full or a directory is gone. */
class LogWriterTest {

  private static final long SECOND = 1_000_000_000;

  @TempDir Path folder;

  private final AtomicLong clock = new AtomicLong(5 * SECOND);

  private LogWriter writer(LogPlace place) {
    return new LogWriter(new LogOutput(place, clock::get));
  }

  private static void write(LogWriter writer, String... targets) {
    List<LogEntry> entries = new ArrayList<>();
    for (String target : targets) {
      entries.add(LogEntry.of(Sample.refused(target, Optional.empty(), 404, "path.unknown"), ""));
    }
    writer.write(entries);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  @Test
  void aFileIsMadeForItsOwnerAlone() throws IOException {
    Path log = folder.resolve("log");
    write(writer(new LogPlace.InFile(log)), "/a", "/b");
    assertThat(lines(log)).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatIsThereGrows() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "before\n");
    write(writer(new LogPlace.InFile(log)), "/a");
    assertThat(lines(log)).hasSize(2).first().isEqualTo("before");
  }

  @Test
  void aFileThatEndsInTheMiddleOfALineIsMended() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "{\"time\":");
    write(writer(new LogPlace.InFile(log)), "/a", "/b");
    assertThat(lines(log)).hasSize(3);
    assertThat(lines(log).get(1)).contains("\"target\":\"/a\"");
  }

  @Test
  void aFileThatWasMovedIsLeftAtTheNextLookOnceASecond() throws IOException {
    Path log = folder.resolve("log");
    Path moved = folder.resolve("log.1");
    LogWriter writer = writer(new LogPlace.InFile(log));
    write(writer, "/a");
    Files.move(log, moved);
    clock.addAndGet(SECOND / 2);
    write(writer, "/b");
    assertThat(log).doesNotExist();
    clock.addAndGet(SECOND);
    write(writer, "/c");
    assertThat(lines(moved)).hasSize(2);
    assertThat(lines(log)).singleElement().asString().contains("/c");
    assertThat(writer.lost()).isZero();
  }

  @Test
  void aFileInWhosePlaceAnotherWasPutIsLeftToo() throws IOException {
    Path log = folder.resolve("log");
    LogWriter writer = writer(new LogPlace.InFile(log));
    write(writer, "/a");
    Files.move(log, folder.resolve("log.1"));
    Files.createFile(log);
    clock.addAndGet(SECOND);
    write(writer, "/b");
    assertThat(lines(log)).hasSize(1);
  }

  @Test
  void whatCannotBeWrittenWhileTheDirectoryIsGoneIsCountedAndTold() throws IOException, BadInput {
    Path within = Files.createDirectory(folder.resolve("logs"));
    Path log = within.resolve("log");
    LogWriter writer = writer(new LogPlace.InFile(log));
    write(writer, "/a");
    Files.move(within, folder.resolve("gone"));
    clock.addAndGet(SECOND);
    write(writer, "/b", "/c");
    write(writer, "/d");
    assertThat(writer.lost()).isEqualTo(3);
    Files.createDirectory(within);
    write(writer, "/e", "/f");
    assertThat(lines(log)).hasSize(2);
    assertThat(lost(lines(log).get(0))).contains(Tree.literal("3"));
    assertThat(lost(lines(log).get(1))).isEmpty();
    assertThat(writer.lost()).isEqualTo(3);
  }

  /** The system's own full disk. */
  @Test
  void aFullDiskLosesLinesUntilThereIsRoom() throws IOException, BadInput {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "There is no /dev/full here.");
    Path log = Files.createSymbolicLink(folder.resolve("log"), full);
    LogWriter writer = writer(new LogPlace.InFile(log));
    write(writer, "/a");
    write(writer, "/b", "/c");
    assertThat(writer.lost()).isEqualTo(3);
    Files.delete(log);
    write(writer, "/d");
    assertThat(lost(lines(log).getFirst())).contains(Tree.literal("3"));
  }

  /** A disk that takes so many bytes and no more, again and again. */
  private static final class SmallDisk implements LogPlace {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<Integer> rooms;
    private int left;

    SmallDisk(List<Integer> rooms) {
      this.rooms = new ArrayList<>(rooms);
    }

    @Override
    public WritableByteChannel open() {
      left = rooms.isEmpty() ? Integer.MAX_VALUE : rooms.removeFirst();
      return new WritableByteChannel() {
        @Override
        public int write(ByteBuffer lines) throws IOException {
          if (left == 0) {
            throw new IOException("No space left on device");
          }
          byte[] some = new byte[Math.min(left, Math.min(100, lines.remaining()))];
          lines.get(some);
          written.writeBytes(some);
          left -= some.length;
          return some.length;
        }

        @Override
        public boolean isOpen() {
          return true;
        }

        @Override
        public void close() {}
      };
    }
  }

  @Property
  void everyWholeLineIsGoodAndAllThatIsMissingIsCounted(
      @ForAll @Size(max = 8) List<@IntRange(max = 900) Integer> rooms,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 4) Integer> batches)
      throws BadInput {
    SmallDisk disk = new SmallDisk(rooms);
    LogWriter writer = writer(disk);
    int sent = 0;
    for (int batch : batches) {
      write(writer, Collections.nCopies(batch, "/a").toArray(String[]::new));
      sent += batch;
    }
    disk.rooms.clear();
    disk.left = Integer.MAX_VALUE;
    write(writer, "/last");
    List<String> whole =
        disk.written.toString(UTF_8).lines().filter(LogWriterTest::isWhole).toList();
    long told = 0;
    for (String line : whole) {
      told += lost(line).map(Tree.Scalar.class::cast).map(n -> Long.parseLong(n.text())).orElse(0L);
    }
    assertThat(whole.size() + writer.lost()).isEqualTo(sent + 1);
    assertThat(told).isEqualTo(writer.lost());
    assertThat(whole.getLast()).contains("/last");
    assertThat(disk.written.toString(UTF_8)).doesNotContain("\n\n").endsWith("}\n");
  }

  private static boolean isWhole(String line) {
    return line.startsWith("{") && line.endsWith("}");
  }

  private static Optional<Tree> lost(String line) throws BadInput {
    return Formats.JSON.read(line.getBytes(UTF_8), Budget.LARGE, Keep.ALL).get("lost");
  }

  @Test
  void aFileThatCannotBeReadIsWrittenAllTheSame() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "before\n", StandardOpenOption.CREATE);
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("-w-------"));
    LogWriter writer = writer(new LogPlace.InFile(log));
    write(writer, "/a");
    assertThat(writer.lost()).isZero();
  }
}
