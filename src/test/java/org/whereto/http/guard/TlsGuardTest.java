// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.http.guard.RawClient.get;
import static org.whereto.http.guard.RawClient.lastGet;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.http.settings.Limits;
import org.whereto.http.tls.Tls;
import org.whereto.support.ChangedLimits;
import org.whereto.support.MadeCertificate;
import org.whereto.support.TlsClients;
import org.whereto.support.TlsFolder;

/** Behind TLS the guard sees and does what it sees and does without. */
final class TlsGuardTest {

  private static final Duration SHORT = Duration.ofMillis(400);

  /** The first bytes of a handshake that a client of today sends, cut off. */
  private static final String HELLO = "16030100f8010000f40303";

  @TempDir private static Path folder;

  private static Tls tls;
  private static TlsClients clients;

  @BeforeAll
  static void open() throws Exception {
    MadeCertificate signer = MadeCertificate.signer("CN=Signer").alone();
    TlsFolder files = new TlsFolder(folder);
    files.put(MadeCertificate.server("CN=Server").by(signer));
    tls = TlsFolder.open(files.settings(), said -> {});
    clients = TlsClients.trusting(signer);
  }

  private static BareServer server(Map<String, Object> changed) throws Exception {
    return BareServer.start(ChangedLimits.of(changed), tls::engine);
  }

  private static BareServer server() throws Exception {
    return BareServer.start(Limits.DEFAULT, tls::engine);
  }

  private static RawClient connect(BareServer server, String... versions) throws IOException {
    return RawClient.on(clients.connect(server.port(), versions));
  }

  /** All that comes back for bytes that are sent as they are, until the server closes. */
  private static byte[] reply(BareServer server, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] all = new byte[0];
      try {
        all = in.readAllBytes();
      } catch (SocketException reset) {
        // Closed while bytes of ours were under way.
      }
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void requestsAreAnsweredOneAfterTheOther(String version) throws Exception {
    try (BareServer server = server();
        RawClient client = connect(server, version)) {
      assertThat(client.send(get("/1") + RawClient.post("/2", "b") + lastGet("/3")).answers())
          .containsExactly("200 GET /1 []", "200 POST /2 [b]", "200 last GET /3 []");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void whatIsLargeGoesThroughBothWays(String version) throws Exception {
    String body = "x".repeat(2_000_000);
    try (BareServer server = server();
        RawClient client = connect(server, version)) {
      assertThat(client.send(RawClient.post("/", body)).answer())
          .isEqualTo("200 POST / [" + body + "]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void theLastAnswerIsReadEvenByWhoSendsOn(String version) throws Exception {
    String much = "POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n";
    try (BareServer server = server();
        RawClient client = connect(server, version)) {
      Thread sending =
          Thread.ofVirtual().start(() -> sendAll(client, much + "x".repeat(1_500_000)));
      assertThat(client.answers()).containsExactly("200 last early");
      sending.join();
    }
  }

  private static void sendAll(RawClient client, String text) {
    try {
      client.send(text);
    } catch (IOException closed) {
      // The server has said its last word, and may close at any time.
    }
  }

  @Test
  void whatCanBeReadInTwoWaysIsRefusedAsEver() throws Exception {
    try (BareServer server = server();
        RawClient client = connect(server)) {
      assertThat(client.send("GET / HTTP/1.1\r\n\r\n").answers())
          .containsExactly("400 last http.host");
    }
  }

  @Test
  void theFirstHeadHasItsTimeFromTheConnection() throws Exception {
    try (BareServer server = server(Map.of("headTime", SHORT));
        RawClient client = connect(server)) {
      assertThat(client.send("GET / HTTP/1.1\r\n").answers())
          .containsExactly("408 last http.too-slow");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16", HELLO})
  void aHandshakeThatStopsComingIsClosedAsTheHeadWouldBe(String begun) throws Exception {
    try (BareServer server = server(Map.of("headTime", SHORT))) {
      byte[] reply = reply(server, HexFormat.of().parseHex(begun));
      assertThat(isNothingOrAnAlert(reply)).as(HexFormat.of().formatHex(reply)).isTrue();
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
    }
  }

  @Test
  void slowHandshakesAreCountedAndDoNotKeepOthersOut() throws Exception {
    try (BareServer server =
        server(Map.of("headTime", Duration.ofMillis(1500), "connections", 40))) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write(HexFormat.of().parseHex(HELLO));
        slow.add(socket);
      }
      server.waitForOpen(15);
      assertThat(server.connections().open()).isEqualTo(15);
      try (RawClient client = connect(server)) {
        assertThat(client.send(lastGet("/")).answers()).containsExactly("200 last GET / []");
      }
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aConnectionTooManyIsToldSoOverTls() throws Exception {
    try (BareServer server = server(Map.of("connections", 2, "share", 50));
        RawClient first = connect(server)) {
      assertThat(first.send(get("/")).answer()).startsWith("200 ");
      try (RawClient second = connect(server)) {
        assertThat(second.send(get("/")).answers())
            .singleElement()
            .asString()
            .startsWith("503 last ")
            .contains("http.too-many-connections");
      }
    }
  }

  /** SSL 2, SSL 3, TLS 1.0, 1.1, records of no kind, lengths that nobody sends, and plain HTTP. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "802e01000200150000001001008003008007000c05008000",
        "16030000310100002d0300"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            + "000006000a002f00350100",
        "16030100310100002d0301"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            + "000006000a002f00350100",
        "16030200310100002d0302"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            + "000006000a002f00350100",
        "1603010005ffffffffff",
        "160301ffff0000",
        "1503030002022800",
        "1703030010000102030405060708090a0b0c0d0e0f",
        "00000000000000000000000000",
        "ffffffffffffffffffffffffffffffff",
        "474554202f20485454502f312e310d0a486f73743a20610d0a0d0a"
      })
  void whatIsNoTlsOfTodayGetsNoWordInTheClear(String hex) throws Exception {
    try (BareServer server = server(Map.of("headTime", SHORT))) {
      byte[] reply = reply(server, HexFormat.of().parseHex(hex));
      assertThat(isNothingOrAnAlert(reply)).as(HexFormat.of().formatHex(reply)).isTrue();
      assertThat(new String(reply, ISO_8859_1)).doesNotContain("HTTP", "http");
      server.waitForOpen(0);
      assertThat(server.connections().open()).isZero();
    }
  }

  /** Records of alerts, which say two bytes each. */
  private static boolean isNothingOrAnAlert(byte[] reply) {
    int at = 0;
    while (at + 7 <= reply.length && reply[at] == 0x15 && reply[at + 4] == 2) {
      at += 7;
    }
    return at == reply.length;
  }
}
