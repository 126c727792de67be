// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lines on their way to a {@link LogPlace}. What could not be written to is opened anew, and so is
 * a file that no longer stands at its path because somebody has moved it. For one thread.
 */
final class LogOutput implements AutoCloseable {

  private static final long LOOK_EVERY_NANOS = 1_000_000_000;

  /** Somebody may move the file while it is being opened. */
  private static final int TRIES = 3;

  private final LogPlace place;
  private final LongSupplier nanos;
  private Optional<WritableByteChannel> channel = Optional.empty();
  private Object identity = "";
  private long looked;
  private boolean inLine;

  /**
   * @param nanos a clock like {@link System#nanoTime}
   */
  LogOutput(LogPlace place, LongSupplier nanos) {
    this.place = place;
    this.nanos = nanos;
  }

  /**
   * Writes lines. A line that was cut before is ended first.
   *
   * @param lines whole ones; what was written of them is told by their position
   */
  void write(ByteBuffer lines) throws IOException {
    try {
      WritableByteChannel out = opened();
      if (inLine) {
        writeAll(out, ByteBuffer.wrap(new byte[] {'\n'}));
        inLine = false;
      }
      writeAll(out, lines);
    } catch (IOException failed) {
      inLine |= lines.position() > 0 && lines.get(lines.position() - 1) != '\n';
      close();
      throw failed;
    }
  }

  private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (out.write(bytes) == 0) {
        throw new IOException("Nothing more is taken.");
      }
    }
  }

  /** Opens it, if it is not open or no longer what stands there. */
  private WritableByteChannel opened() throws IOException {
    long now = nanos.getAsLong();
    if (channel.isPresent() && now - looked >= LOOK_EVERY_NANOS) {
      looked = now;
      if (!place.identity().equals(identity)) {
        close();
      }
    }
    return channel.isPresent() ? channel.get() : open(now);
  }

  private WritableByteChannel open(long now) throws IOException {
    for (int left = TRIES; ; left--) {
      Object before = place.identity();
      WritableByteChannel fresh = place.open();
      channel = Optional.of(fresh);
      identity = place.identity();
      looked = now;
      if (identity.equals(before) || left == 1) {
        inLine = place.endsInLine(inLine);
        return fresh;
      }
      close();
    }
  }

  @Override
  public void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException gone) {
      // What cannot be closed is no longer used either.
    }
    channel = Optional.empty();
  }
}
