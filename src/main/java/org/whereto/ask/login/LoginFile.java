// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.ask.Deadline;
import org.whereto.tree.BadInput;

/**
 * The one file in which logins are kept, for its owner alone. Whoever changes it locks it first, so
 * that two programs neither lose each other's changes nor use up each other's refresh tokens; and
 * it is replaced as a whole, so that nobody ever reads half of one.
 *
 * @param folder it need not be there yet
 */
record LoginFile(Path folder) {

  private static final String NAME = "logins.json";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 30;

  /** What is done while the file is locked. */
  interface Locked<T> {
    T run(List<StoredLogin> logins) throws BadInput, NotLoggedIn, InterruptedException;
  }

  /**
   * What it holds; nothing where there is no file.
   *
   * @throws BadInput if others can get at it, or it is not as it was written
   */
  List<StoredLogin> read() throws BadInput {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return List.of();
    }
    byte[] bytes = PrivateFile.read(file, LoginDocument.MOST_BYTES);
    try {
      return LoginDocument.read(bytes);
    } catch (BadInput fault) {
      // The fault itself may repeat what stands there.
      throw new BadInput(
          "logins.broken", file + " is not as it was written: remove it, and log in again.");
    }
  }

  /** Does it while nobody else changes the file. */
  <T> T locked(Locked<T> work) throws BadInput, NotLoggedIn, InterruptedException {
    UserFolder.prepare(folder);
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(folder.resolve("logins.lock"), options, mine());
        FileLock _ = lock(channel)) {
      return work.run(read());
    } catch (IOException _) {
      throw unwritable();
    }
  }

  private FileLock lock(FileChannel channel) throws IOException, BadInput, InterruptedException {
    Deadline deadline = Deadline.in(LONGEST_WAIT);
    while (true) {
      Optional<FileLock> lock = attempt(channel);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (deadline.left().isZero()) {
        throw new BadInput(
            "logins.busy", "Another whereto is changing the logins in " + folder + ": try again.");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      // Another thread of this program.
      return Optional.empty();
    }
  }

  /** Replaces what it holds; only while it is locked. */
  void write(List<StoredLogin> logins) throws BadInput {
    Path next = folder.resolve(NAME + ".new");
    try {
      Files.deleteIfExists(next);
      Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(next, options, mine())) {
        ByteBuffer bytes = ByteBuffer.wrap(LoginDocument.write(logins));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException _) {
      throw unwritable();
    }
  }

  private static FileAttribute<?>[] mine() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private BadInput unwritable() {
    return new BadInput(
        "folder.unwritable", "Logins cannot be kept in " + folder + ": may you write there?");
  }
}
