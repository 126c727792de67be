// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.HashMap;
import java.util.Map;
import org.whereto.http.settings.Limits;

/**
 * What is in flight: questions being decided, and bytes of bodies that wait for it. Bounded as a
 * whole and for each client address, so that one client leaves room for the others.
 */
final class Load {

  /** Whether there is room. */
  enum Room {
    FREE,
    /** The server has no more to give. */
    FULL,
    /** This client has its share. */
    SHARE_TAKEN
  }

  private static final class Taken {
    private long questions;
    private long bytes;
  }

  private final long mostQuestions;
  private final long mostBytes;
  private final int share;
  private final Taken all = new Taken();
  private final Map<String, Taken> clients = new HashMap<>();

  Load(Limits limits) {
    this.mostQuestions = limits.questions();
    this.mostBytes = limits.bodies();
    this.share = limits.share();
  }

  /** Whether one more question would find room now. */
  synchronized Room look(String client) {
    return room(all.questions, taken(client).questions, 1, mostQuestions);
  }

  /** Takes room for one more question, which has to be given back if there was any. */
  synchronized Room take(String client) {
    Taken mine = taken(client);
    Room room = room(all.questions, mine.questions, 1, mostQuestions);
    if (room == Room.FREE) {
      all.questions++;
      mine.questions++;
      clients.put(client, mine);
    }
    return room;
  }

  synchronized void giveBack(String client) {
    change(client, -1, 0);
  }

  /** Takes room for more bytes of a body, which has to be given back if there was any. */
  synchronized Room takeBytes(String client, long bytes) {
    Taken mine = taken(client);
    Room room = room(all.bytes, mine.bytes, bytes, mostBytes);
    if (room == Room.FREE) {
      all.bytes += bytes;
      mine.bytes += bytes;
      clients.put(client, mine);
    }
    return room;
  }

  synchronized void giveBackBytes(String client, long bytes) {
    change(client, 0, -bytes);
  }

  synchronized long questions() {
    return all.questions;
  }

  synchronized long bytes() {
    return all.bytes;
  }

  private Taken taken(String client) {
    return clients.getOrDefault(client, new Taken());
  }

  private Room room(long taken, long mine, long more, long most) {
    if (taken + more > most) {
      return Room.FULL;
    }
    return mine + more > Math.max(1, most * share / 100) ? Room.SHARE_TAKEN : Room.FREE;
  }

  /** Who has nothing in flight is forgotten. */
  private void change(String client, long questions, long bytes) {
    Taken mine = taken(client);
    all.questions += questions;
    mine.questions += questions;
    all.bytes += bytes;
    mine.bytes += bytes;
    if (mine.questions == 0 && mine.bytes == 0) {
      clients.remove(client);
    }
  }
}
