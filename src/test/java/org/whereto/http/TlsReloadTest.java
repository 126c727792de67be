// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.guard.RawClient;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.tls.Tls;
import org.whereto.platform.Mounts;
import org.whereto.support.MadeCertificate;
import org.whereto.support.RunningServer;
import org.whereto.support.TlsClients;
import org.whereto.support.TlsFolder;

/** Certificates change while everybody asks: nobody notices. */
final class TlsReloadTest {

  private static final int CHANGES = Integer.getInteger("whereto.tls.changes", 10);
  private static final int CLIENTS = 4;

  private static final String QUESTION = "/accepts?tasktype=uri://mine";

  @TempDir private Path folder;

  @Test
  void noQuestionIsLostWhileCertificatesChange() throws Exception {
    MadeCertificate signer = MadeCertificate.signer("CN=Signer").alone();
    MadeCertificate[] pairs = {
      MadeCertificate.server("CN=One").by(signer), MadeCertificate.server("CN=Two").by(signer)
    };
    TlsFolder files = new TlsFolder(folder).put(pairs[0]);
    Tls tls = TlsFolder.open(files.settings(), said -> {});
    AtomicBoolean done = new AtomicBoolean();
    Mounts mounts =
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
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        Server server =
            Server.open(
                () -> mounts,
                new ListenAt("127.0.0.1", 0),
                RunningServer.SETTINGS.withDoors(TlsFolder.doors(files.settings())),
                Optional.of(tls))) {
      List<Future<Integer>> asked = new ArrayList<>();
      TlsClients clients = TlsClients.trusting(signer);
      for (int i = 0; i < CLIENTS; i++) {
        boolean stays = i % 2 == 0;
        asked.add(asking.submit(() -> ask(clients, server.port(), stays, done)));
      }
      for (int i = 1; i <= CHANGES; i++) {
        files.put(pairs[i % 2]);
        tls.look();
        tls.look();
        Thread.sleep(20);
      }
      done.set(true);
      int all = 0;
      for (Future<Integer> one : asked) {
        assertThat(one.get()).isPositive();
        all += one.get();
      }
      assertThat(all).isGreaterThan(CHANGES);
      assertThat(tls.standing().failing()).isEmpty();
    }
  }

  /** How many questions were answered; one that is not is an error. */
  private static int ask(TlsClients clients, int port, boolean stays, AtomicBoolean done)
      throws IOException {
    int answered = 0;
    while (!done.get()) {
      try (RawClient client = RawClient.on(clients.connect(port))) {
        do {
          assertThat(client.send(RawClient.get(QUESTION)).answer()).startsWith("200 ");
          answered++;
        } while (stays && !done.get());
      }
    }
    return answered;
  }
}
