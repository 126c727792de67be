// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.whereto.support.RawServer;

/** Listens where nobody may come, and counts who does: several loopback addresses, one port. */
final class Doorbell implements AutoCloseable {

  static final String SECRET = "what stands inside";

  private final List<ServerSocket> doors;
  private final AtomicInteger rung = new AtomicInteger();

  private Doorbell(List<ServerSocket> doors) {
    this.doors = doors;
  }

  /** A bell at each of these addresses, on one free port; one that is not here is left out. */
  static Doorbell at(String... addresses) throws IOException {
    for (int tries = 0; tries < 20; tries++) {
      List<ServerSocket> doors = new ArrayList<>();
      try {
        for (String address : addresses) {
          int port = doors.isEmpty() ? 0 : doors.getFirst().getLocalPort();
          open(address, port, doors);
        }
        Doorbell bell = new Doorbell(List.copyOf(doors));
        doors.forEach(door -> Thread.ofVirtual().start(() -> bell.listen(door)));
        return bell;
      } catch (BindException _) {
        closeAll(doors);
      }
    }
    throw new BindException("no port is free at all of these addresses");
  }

  private static void open(String address, int port, List<ServerSocket> doors) throws IOException {
    try {
      doors.add(new ServerSocket(port, 50, InetAddress.getByName(address)));
    } catch (BindException taken) {
      throw taken;
    } catch (SocketException _) {
      // No such address on this machine: nobody can come there.
    }
  }

  private void listen(ServerSocket door) {
    while (!door.isClosed()) {
      try (Socket visitor = door.accept()) {
        rung.incrementAndGet();
        visitor
            .getOutputStream()
            .write(RawServer.http("200 OK", "text/plain", SECRET).getBytes(US_ASCII));
      } catch (IOException _) {
        // Gone again, or closed.
      }
    }
  }

  int port() {
    return doors.getFirst().getLocalPort();
  }

  /** How many connections there were. */
  int rung() {
    return rung.get();
  }

  private static void closeAll(List<ServerSocket> doors) throws IOException {
    for (ServerSocket door : doors) {
      door.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeAll(doors);
  }
}
