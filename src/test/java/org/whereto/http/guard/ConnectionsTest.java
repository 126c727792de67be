// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.http.guard.RawClient.get;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.http.guard.Connections.Entry;

class ConnectionsTest {

  /** 10 in all, 5 of one client. */
  private final Connections connections = new Connections(Heard.SMALL);

  private Entry enter(String address) throws UnknownHostException {
    return connections.enter(InetAddress.getByName(address));
  }

  private List<Entry> enter(String address, int times) throws UnknownHostException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      entries.add(enter(address));
    }
    return entries;
  }

  @Test
  void oneClientLeavesRoomForOthers() throws Exception {
    assertThat(enter("192.0.2.1", 5)).containsOnly(Entry.TAKEN);
    assertThat(enter("192.0.2.1")).isEqualTo(Entry.TURNED_AWAY);
    assertThat(enter("192.0.2.2", 5)).containsOnly(Entry.TAKEN);
    assertThat(connections.open()).isEqualTo(10);
  }

  @Test
  void aNetworkOfIpv6IsOneClient() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(enter("2001:db8::" + i)).isEqualTo(Entry.TAKEN);
    }
    assertThat(enter("2001:db8::ffff:0:0:1")).isEqualTo(Entry.TURNED_AWAY);
    assertThat(enter("2001:db8:0:1::1")).isEqualTo(Entry.TAKEN);
  }

  @Test
  void whereAllIsTakenNewOnesAreToldSoAndThenDropped() throws Exception {
    enter("192.0.2.1", 5);
    enter("192.0.2.2", 5);
    assertThat(enter("192.0.2.3", 10)).containsOnly(Entry.TURNED_AWAY);
    assertThat(enter("192.0.2.3")).isEqualTo(Entry.DROPPED);
    connections.leave(InetAddress.getByName("192.0.2.3"), Entry.TURNED_AWAY);
    assertThat(enter("192.0.2.3")).isEqualTo(Entry.TURNED_AWAY);
  }

  @Test
  void whoLeavesMakesRoom() throws Exception {
    assertThat(connections.isEmpty()).isTrue();
    enter("192.0.2.1", 6);
    connections.leave(InetAddress.getByName("192.0.2.1"), Entry.TURNED_AWAY);
    connections.leave(InetAddress.getByName("192.0.2.1"), Entry.TAKEN);
    assertThat(enter("192.0.2.1")).isEqualTo(Entry.TAKEN);
    for (int i = 0; i < 5; i++) {
      assertThat(connections.isEmpty()).isFalse();
      connections.leave(InetAddress.getByName("192.0.2.1"), Entry.TAKEN);
    }
    assertThat(connections.isEmpty()).isTrue();
  }

  @Test
  void aConnectionTooManyIsToldToComeBack() throws Exception {
    try (BareServer server = BareServer.start(Heard.SMALL)) {
      List<RawClient> open = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        open.add(server.connect());
        assertThat(open.getLast().send(get("/")).answer()).isEqualTo("200 GET / []");
      }
      try (RawClient extra = server.connect()) {
        assertThat(extra.send(get("/")).answer())
            .startsWith("503 last {")
            .contains("http.too-many-connections");
        assertThat(extra.head())
            .contains("\r\nRetry-After: 1\r\n", "\r\nContent-Type: application/problem+json\r\n");
        assertThat(extra.answers()).isEmpty();
      }
      try (RawClient other = server.connectFrom("127.0.0.2")) {
        assertThat(other.send(get("/")).answer()).isEqualTo("200 GET / []");
      }
      open.getFirst().close();
      server.waitForOpen(4);
      try (RawClient next = server.connect()) {
        assertThat(next.send(get("/")).answer()).isEqualTo("200 GET / []");
      }
      for (RawClient client : open) {
        client.close();
      }
      server.waitForOpen(0);
      assertThat(server.connections().isEmpty()).isTrue();
    }
  }

  @Test
  void aConnectionTooManyThatSaysNothingIsClosed() throws Exception {
    try (BareServer server = BareServer.start(Heard.SMALL)) {
      List<RawClient> open = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        open.add(server.connect());
      }
      server.waitForOpen(5);
      try (RawClient extra = server.connect()) {
        assertThat(extra.answers()).isEmpty();
      }
      for (RawClient client : open) {
        client.close();
      }
    }
  }
}
