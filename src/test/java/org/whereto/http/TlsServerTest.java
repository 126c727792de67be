// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.guard.Entrance;
import org.whereto.http.guard.RawClient;
import org.whereto.http.settings.Doors;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.Listener;
import org.whereto.http.tls.ClientCertificate;
import org.whereto.http.tls.Tls;
import org.whereto.platform.Mounts;
import org.whereto.support.MadeCertificate;
import org.whereto.support.RunningServer;
import org.whereto.support.TlsClients;
import org.whereto.support.TlsFolder;

/** The whole service over TLS. */
final class TlsServerTest {

  private static final Mounts MOUNTS =
      RunningServer.mounts(
          Map.of(
              Mounts.ROOT,
              RunningServer.platform(
                  """
                  whereto: 1
                  title: Example
                  interfaces: {hub: {servicetype: uri://hub}}
                  accepts: [{tasktype: uri://mine, on: [hub]}]
                  """)));

  private static final String QUESTION = RawClient.get("/accepts?tasktype=uri://mine");

  private static MadeCertificate signer;
  private static MadeCertificate own;

  @TempDir private Path folder;

  @BeforeAll
  static void make() throws Exception {
    signer = MadeCertificate.signer("CN=Signer").alone();
    own = MadeCertificate.server("CN=Server").by(signer);
  }

  private Server open(Tls tls, Doors doors) throws Exception {
    return Server.open(
        () -> MOUNTS,
        new ListenAt("127.0.0.1", 0),
        RunningServer.SETTINGS.withDoors(doors),
        Optional.of(tls));
  }

  private static RawClient connect(Server server, TlsClients clients) throws IOException {
    return RawClient.on(clients.connect(server.port()));
  }

  @Test
  void questionsAreAnsweredAndHealthTellsOfTheCertificate() throws Exception {
    TlsFolder files = new TlsFolder(folder).put(own);
    Tls tls = TlsFolder.open(files.settings(), said -> {});
    try (Server server = open(tls, TlsFolder.doors(files.settings()));
        RawClient client = connect(server, TlsClients.trusting(signer))) {
      assertThat(server.listeners().getFirst().toString()).startsWith("https://127.0.0.1:");
      assertThat(client.send(QUESTION).answer()).startsWith("200 ").contains("YES");
      assertThat(client.send(RawClient.get("/health/ready")).answer())
          .contains("\"tls\"", own.x509().getNotAfter().toInstant().toString(), "\"ok\"");
      TlsFolder.replace(files.key(), "nothing");
      tls.look();
      tls.look();
      assertThat(client.send(RawClient.get("/health/ready")).answer())
          .startsWith("200 ")
          .contains("\"reload\": \"failed\"", "\"faults\": 1")
          .doesNotContain("key.pem", "PEM");
      assertThat(client.send(QUESTION).answer()).startsWith("200 ");
    }
  }

  @Test
  void pagesNameTheAddressByWhichTheyAreRead() throws Exception {
    TlsFolder files = new TlsFolder(folder).put(own);
    Tls tls = TlsFolder.open(files.settings(), said -> {});
    try (Server server = open(tls, TlsFolder.doors(files.settings()));
        RawClient client = connect(server, TlsClients.trusting(signer))) {
      assertThat(client.send("GET / HTTP/1.1\r\nHost: planner.example.org\r\n\r\n").answer())
          .contains("https://planner.example.org/")
          .doesNotContain("http://planner.example.org/");
    }
  }

  @Test
  void onePlaceMaySpeakTlsAndAnotherNot() throws Exception {
    TlsFolder files = new TlsFolder(folder).put(own);
    Tls tls = TlsFolder.open(files.settings(), said -> {});
    ListenAt any = new ListenAt("127.0.0.1", 0);
    Doors doors =
        new Doors(
            List.of(new Listener(any, true), new Listener(any, false)),
            Optional.of(files.settings()));
    try (Server server = open(tls, doors);
        RawClient secret = connect(server, TlsClients.trusting(signer));
        RawClient open = RawClient.to(server.listeners().getLast().at().port())) {
      assertThat(secret.send(QUESTION).answer()).startsWith("200 ");
      assertThat(open.send(QUESTION).answer()).startsWith("200 ");
      assertThat(server.listeners().getLast().toString()).startsWith("http://");
    }
  }

  @Test
  void openConnectionsOutliveAChangeAndNewOnesSeeIt() throws Exception {
    TlsFolder files = new TlsFolder(folder).put(own);
    Tls tls = TlsFolder.open(files.settings(), said -> {});
    try (Server server = open(tls, TlsFolder.doors(files.settings()));
        RawClient before = connect(server, TlsClients.trusting(signer))) {
      assertThat(before.send(QUESTION).answer()).startsWith("200 ");
      MadeCertificate other = MadeCertificate.signer("CN=Other signer").alone();
      files.put(MadeCertificate.server("CN=Server").keys("RSA 2048").by(other));
      tls.look();
      tls.look();
      assertThat(before.send(QUESTION).answer()).startsWith("200 ");
      try (RawClient after = connect(server, TlsClients.trusting(other))) {
        assertThat(after.send(QUESTION).answer()).startsWith("200 ");
      }
      assertThatThrownBy(() -> connect(server, TlsClients.trusting(signer)))
          .isInstanceOf(IOException.class);
    }
  }

  private TlsFolder withClients() throws Exception {
    return new TlsFolder(folder).put(own).trusting(signer);
  }

  private static TlsClients with(MadeCertificate client) throws Exception {
    return TlsClients.trusting(signer, Optional.of(client));
  }

  @Test
  void aServerMayServeOnlyWhoHasACertificate() throws Exception {
    TlsFolder files = withClients();
    Tls tls = TlsFolder.open(files.settings(true), said -> {});
    try (Server server = open(tls, TlsFolder.doors(files.settings(true)))) {
      MadeCertificate client = MadeCertificate.client("CN=Ada").by(signer);
      try (RawClient known = connect(server, with(client))) {
        assertThat(known.send(QUESTION).answer()).startsWith("200 ");
      }
      MadeCertificate stranger =
          MadeCertificate.client("CN=Eve").by(MadeCertificate.signer("CN=Signer").alone());
      assertRefused(server, with(stranger));
      assertRefused(server, TlsClients.trusting(signer));
      assertRefused(server, with(MadeCertificate.server("CN=A server").by(signer)));
      Instant now = Instant.now();
      assertRefused(
          server,
          with(
              MadeCertificate.client("CN=Old")
                  .times(now.minusSeconds(900), now.minusSeconds(9))
                  .by(signer)));
    }
  }

  /** With TLS 1.3 a client learns of it only when it reads. */
  private static void assertRefused(Server server, TlsClients clients) {
    assertThatThrownBy(
            () -> {
              try (RawClient refused = connect(server, clients)) {
                assertThat(refused.send(QUESTION).answer()).isNotEmpty();
              }
            })
        .satisfiesAnyOf(
            closed -> assertThat(closed).isInstanceOf(IOException.class),
            closed -> assertThat(closed).isInstanceOf(AssertionError.class));
  }

  @Test
  void whoIsNoLongerTrustedIsNotServedOnAnOpenConnection() throws Exception {
    TlsFolder files = withClients();
    Tls tls = TlsFolder.open(files.settings(false), said -> {});
    MadeCertificate client = MadeCertificate.client("CN=Ada").by(signer);
    try (Server server = open(tls, TlsFolder.doors(files.settings(false)));
        RawClient known = connect(server, with(client));
        RawClient nobody = connect(server, TlsClients.trusting(signer))) {
      assertThat(known.send(QUESTION).answer()).startsWith("200 ");
      files.trusting(MadeCertificate.signer("CN=Another").alone());
      tls.look();
      tls.look();
      assertThat(known.send(QUESTION).answer()).isEmpty();
      assertThat(nobody.send(QUESTION).answer()).startsWith("200 ");
      // A client is told whose certificates are taken, and so keeps this one to itself.
      try (RawClient again = connect(server, with(client))) {
        assertThat(again.send(QUESTION).answer()).startsWith("200 ");
      }
      MadeCertificate forged =
          MadeCertificate.client("CN=Ada").by(MadeCertificate.signer("CN=Another").alone());
      assertRefused(server, with(forged));
    }
  }

  @Test
  void theNameInACertificateIsKeptOnTheConnection() throws Exception {
    TlsFolder files = withClients();
    AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
    Tls tls = Tls.open(files.settings(false), clock::get, said -> {});
    MadeCertificate client =
        MadeCertificate.client("C=DE,O=Example\\, Inc,CN=Ada \\\"A\\\" Lovelace").by(signer);
    try (TellingServer server = TellingServer.open(tls);
        RawClient known = RawClient.on(with(client).connect(server.port()));
        RawClient nobody = RawClient.on(TlsClients.trusting(signer).connect(server.port()))) {
      String subject = "Trusted[subject=C=DE,O=Example\\, Inc,CN=Ada \\\"A\\\" Lovelace]";
      assertThat(known.send(RawClient.get("/")).answer()).endsWith(subject);
      assertThat(known.send(RawClient.get("/")).answer()).endsWith(subject);
      assertThat(nobody.send(RawClient.get("/")).answer()).endsWith("Absent[]");
      clock.set(client.x509().getNotAfter().toInstant());
      assertThat(known.send(RawClient.get("/")).answer()).endsWith("Outlived[]");
    }
  }

  /** Says with which certificate its client came. */
  private record Telling(Service service) implements Door.Taker {
    @Override
    public void take(HttpServerRequest request) {
      ClientCertificate certificate = new Exchange(request, service).certificate();
      var _ = request.response().end(certificate.toString());
    }

    @Override
    public void takeInvalid(HttpServerRequest request) {
      take(request);
    }
  }

  private record TellingServer(Vertx vertx, Listening listening) implements AutoCloseable {

    static TellingServer open(Tls tls) throws Exception {
      Vertx vertx = Vertx.vertx(Server.options());
      Service service =
          new Service(() -> MOUNTS, RunningServer.SETTINGS, Runnable::run, Optional.of(tls));
      Entrance entrance =
          new Entrance(service.limits(), service.connections(), Optional.of(tls::engine));
      return new TellingServer(
          vertx,
          Listening.open(
              vertx, new ListenAt("127.0.0.1", 0), new Door(entrance, new Telling(service), 1)));
    }

    int port() {
      return listening.address().port();
    }

    @Override
    public void close() {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
