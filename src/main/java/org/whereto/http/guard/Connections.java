// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.whereto.http.settings.Limits;

/** The open connections of one server, and how many each client has. Any thread may ask. */
public final class Connections {

  /** What becomes of a new connection. */
  public enum Entry {
    TAKEN,
    /** Too many are open: it is told so. */
    TURNED_AWAY,
    /** Too many are even being told so. */
    DROPPED
  }

  private final int most;
  private final int mostOfOne;
  private final Map<Object, Integer> clients = new HashMap<>();
  private int taken;
  private int turnedAway;

  public Connections(Limits limits) {
    most = limits.connections();
    mostOfOne = (int) Math.max(1, (long) most * limits.share() / 100);
  }

  /** Counts a new connection, which has to leave by the same address and what is said here. */
  public synchronized Entry enter(InetAddress address) {
    Object client = client(address);
    int mine = clients.getOrDefault(client, 0);
    if (taken < most && mine < mostOfOne) {
      taken++;
      clients.put(client, mine + 1);
      return Entry.TAKEN;
    }
    if (turnedAway < most) {
      turnedAway++;
      return Entry.TURNED_AWAY;
    }
    return Entry.DROPPED;
  }

  public synchronized void leave(InetAddress address, Entry entry) {
    switch (entry) {
      case TAKEN -> {
        taken--;
        clients.computeIfPresent(client(address), (who, mine) -> mine == 1 ? null : mine - 1);
      }
      case TURNED_AWAY -> turnedAway--;
      case DROPPED -> {}
    }
  }

  /** How many are open that are served. */
  public synchronized int open() {
    return taken;
  }

  public synchronized boolean isEmpty() {
    return taken == 0;
  }

  /** One who has IPv6 has a whole network of 64 bits to come from. */
  private static Object client(InetAddress address) {
    return address instanceof Inet6Address
        ? ByteBuffer.wrap(address.getAddress()).getLong()
        : address;
  }
}
