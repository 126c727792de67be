// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.LogCallers;
import org.whereto.http.settings.LogTo;
import org.whereto.tree.BadInput;

/** Nobody waits for the log, and it loses nothing that it had time for. */
@Timeout(60)
class DecisionLogTest {

  private static final LogCallers UNNAMED = new LogCallers.Unnamed();

  private static CallerNames nobody() {
    try {
      return CallerNames.of(UNNAMED);
    } catch (BadInput wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static final Served REQUEST =
      Sample.refused("/sample/none", Optional.empty(), 404, "path.unknown");

  @TempDir Path folder;

  @Test
  void allThatWaitsIsWrittenBeforeItCloses() throws BadInput, IOException, InterruptedException {
    Path file = folder.resolve("log");
    DecisionLog log = DecisionLog.open(new LogTo.InFile(file), UNNAMED).orElseThrow();
    log.begin();
    log.begin();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = 0; n < 1000; n++) {
                  log.accept(REQUEST);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    log.close();
    log.close();
    assertThat(Files.readAllLines(file)).hasSize(4000);
    assertThat(log.lost()).isZero();
  }

  @Test
  void whatComesAfterItsEndIsLost() throws BadInput, IOException {
    Path file = folder.resolve("log");
    DecisionLog log = DecisionLog.open(new LogTo.InFile(file), UNNAMED).orElseThrow();
    log.close();
    log.accept(REQUEST);
    assertThat(log.lost()).isEqualTo(1);
    assertThat(Files.readAllLines(file)).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAtOnce() {
    BadInput fault =
        catchThrowableOfType(
            BadInput.class,
            () -> DecisionLog.open(new LogTo.InFile(folder.resolve("none/log")), UNNAMED));
    assertThat(fault.code()).isEqualTo("log.not-writable");
    assertThat(fault.sentence()).contains("none").doesNotContain("Exception");
  }

  /** Says something, logs three requests, says something again. */
  static final class Talking {
    public static void main(String[] none) throws BadInput {
      DecisionLog log = DecisionLog.open(new LogTo.StandardOutput(), UNNAMED).orElseThrow();
      for (int i = 0; i < 3; i++) {
        log.accept(REQUEST);
      }
      System.out.println("before");
      log.begin();
      log.close();
      System.out.println("behind");
      System.err.println("lost " + log.lost());
    }
  }

  private static ProcessBuilder talking() {
    return new ProcessBuilder(
        System.getProperty("java.home") + "/bin/java",
        "-cp",
        System.getProperty("java.class.path"),
        Talking.class.getName());
  }

  @Test
  void theStandardOutputIsSharedWithOthers() throws IOException, InterruptedException {
    Process process = talking().redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader(US_ASCII).lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines).hasSize(5).startsWith("before").endsWith("behind");
    assertThat(lines.subList(1, 4)).allMatch(line -> line.matches("\\{\"time\".*}"));
  }

  @Test
  void aStandardOutputThatIsFullIsNoReasonToStop() throws IOException, InterruptedException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "There is no /dev/full here.");
    Process process = talking().redirectOutput(full.toFile()).start();
    assertThat(process.errorReader(US_ASCII).lines()).contains("lost 3");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void noLogIsMadeWhereNoneIsWanted() throws BadInput {
    assertThat(DecisionLog.open(new LogTo.Nowhere(), UNNAMED)).isEmpty();
  }

  /** A disk that takes nothing until it is told to. */
  private static final class SlowDisk implements LogPlace, WritableByteChannel {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final StringBuilder written = new StringBuilder();

    @Override
    public WritableByteChannel open() {
      return this;
    }

    @Override
    public int write(ByteBuffer lines) throws IOException {
      asked.countDown();
      try {
        free.await();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      byte[] all = new byte[lines.remaining()];
      lines.get(all);
      written.append(new String(all, US_ASCII));
      return all.length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  @Test
  void aSlowDiskLosesWhatFindsNoRoomAndHoldsNobodyUp() throws InterruptedException {
    SlowDisk disk = new SlowDisk();
    DecisionLog log = new DecisionLog(new LogOutput(disk, System::nanoTime), nobody(), 10);
    log.begin();
    log.accept(REQUEST);
    disk.asked.await();
    for (int i = 0; i < 25; i++) {
      log.accept(REQUEST);
    }
    assertThat(log.lost()).isEqualTo(15);
    disk.free.countDown();
    log.close(Duration.ofSeconds(30));
    assertThat(disk.written.toString().lines()).hasSize(11);
    assertThat(disk.written.toString().lines().toList().get(1)).contains("\"lost\":15");
  }

  @Test
  void aDiskThatHangsDoesNotKeepTheServerFromStopping() throws InterruptedException {
    SlowDisk disk = new SlowDisk();
    DecisionLog log = new DecisionLog(new LogOutput(disk, System::nanoTime), nobody(), 10);
    log.begin();
    log.accept(REQUEST);
    disk.asked.await();
    log.accept(REQUEST);
    log.close(Duration.ofMillis(1));
    assertThat(disk.written).isEmpty();
  }

  /** Memory may be short for a moment: the next line is written again. */
  @Test
  void anErrorWhileWritingIsNotTheEndOfTheLog() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    SlowDisk disk = new SlowDisk();
    disk.free.countDown();
    LogPlace broken =
        () -> {
          if (times.getAndIncrement() == 0) {
            failed.countDown();
            throw new OutOfMemoryError("as if");
          }
          return disk;
        };
    DecisionLog log = new DecisionLog(new LogOutput(broken, System::nanoTime), nobody(), 10);
    log.begin();
    log.accept(REQUEST);
    failed.await();
    log.accept(REQUEST);
    log.close(Duration.ofSeconds(30));
    assertThat(log.lost()).isEqualTo(1);
    assertThat(disk.written).contains("\"lost\":1");
  }
}
