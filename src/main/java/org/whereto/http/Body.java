// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Optional;
import org.whereto.http.Load.Room;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Status;

/**
 * The body of one request while it comes in. Memory is taken as bytes come, never because a header
 * announces them; a body that comes in one piece takes no more than it is long. One thread fills
 * it, another may read it and give its room back.
 */
final class Body {

  private final Load load;
  private final String client;
  private final int most;
  private byte[] bytes = new byte[0];
  private int size;

  /** Room that was taken for it: more than {@code bytes} where memory for them could not be had. */
  private long held;

  /**
   * @param most bytes that it may have
   */
  Body(Load load, String client, int most) {
    this.load = load;
    this.client = client;
    this.most = most;
  }

  /** Adds what has come; the problem if there is no room for it. */
  synchronized Optional<Problem> add(Buffer chunk) {
    if (chunk.length() > most - size) {
      return Optional.of(tooLarge(most));
    }
    int needed = size + chunk.length();
    if (needed > bytes.length) {
      int larger = size == 0 ? needed : Math.min(most, Math.max(needed, 2 * bytes.length));
      Room room = load.takeBytes(client, larger - bytes.length);
      if (room != Room.FREE) {
        return Optional.of(busy(room));
      }
      held += larger - bytes.length;
      bytes = Arrays.copyOf(bytes, larger);
    }
    chunk.getBytes(bytes, size);
    size = needed;
    return Optional.empty();
  }

  synchronized int size() {
    return size;
  }

  /** All of it; the room stays taken. */
  synchronized byte[] whole() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  /** Gives the room back. */
  synchronized void release() {
    if (held > 0) {
      load.giveBackBytes(client, held);
      held = 0;
      bytes = new byte[0];
      size = 0;
    }
  }

  static Problem tooLarge(int most) {
    return Problem.of(
        Status.CONTENT_TOO_LARGE,
        "body.too-large",
        "The body is larger than the " + most + " bytes that are taken in this form.");
  }

  static Problem busy(Room room) {
    return room == Room.SHARE_TAKEN
        ? Problem.of(
            Status.TOO_MANY_REQUESTS,
            "service.share-taken",
            "You ask more at once than one client may: wait for some answers, then ask again.")
        : Problem.of(
            Status.UNAVAILABLE, "service.busy", "The service is busy: ask again in a moment.");
  }
}
