// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where log lines go. */
interface LogPlace {

  /** Opens it anew; what stands there already stays. */
  WritableByteChannel open() throws IOException;

  /** What is there now: equal to an earlier value if it is still the same thing. */
  default Object identity() throws IOException {
    return this;
  }

  /**
   * Whether what is there ends in the middle of a line.
   *
   * @param believed what whoever wrote last thinks
   */
  default boolean endsInLine(boolean believed) throws IOException {
    return believed;
  }

  /** The standard output, which is never closed. */
  record StandardOutput() implements LogPlace {

    @Override
    public WritableByteChannel open() {
      return new Unclosed(new FileOutputStream(FileDescriptor.out).getChannel());
    }
  }

  /** A channel that stays open: others write there too. */
  record Unclosed(FileChannel channel) implements WritableByteChannel {

    @Override
    public int write(ByteBuffer lines) throws IOException {
      return channel.write(lines);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {}
  }

  /** A file that grows; where there is none one is made that only its owner can read. */
  record InFile(Path path) implements LogPlace {

    private static final Set<OpenOption> APPEND =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

    private static final Object NOTHING = new Object();

    @Override
    public WritableByteChannel open() throws IOException {
      return FileChannel.open(path, APPEND, permissions());
    }

    private static FileAttribute<?>[] permissions() {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      return posix
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];
    }

    @Override
    public Object identity() throws IOException {
      try {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path : key;
      } catch (NoSuchFileException gone) {
        return NOTHING;
      }
    }

    @Override
    public boolean endsInLine(boolean believed) throws IOException {
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        return believed;
      }
      try (SeekableByteChannel written = Files.newByteChannel(path)) {
        ByteBuffer last = ByteBuffer.allocate(1);
        written.position(Math.max(0, written.size() - 1));
        return written.read(last) == 1 && last.get(0) != '\n';
      }
    }
  }
}
