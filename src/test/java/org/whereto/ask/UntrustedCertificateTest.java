// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.Certificate;
import org.whereto.task.Task;

@Timeout(120)
final class UntrustedCertificateTest {

  @TempDir Path directory;

  @Test
  void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
    SSLContext context = Certificate.context(Certificate.of("IP:127.0.0.1", directory));
    try (Web web = Web.open();
        SSLServerSocket server =
            (SSLServerSocket)
                context
                    .getServerSocketFactory()
                    .createServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> shakeHands(server));
      ServiceAt service = ServiceAt.of("https://127.0.0.1:" + server.getLocalPort(), web);

      Told told = service.ask(Task.of("any"), Deadline.in(Duration.ofMinutes(1)));

      assertThat(((Told.Silent) told).why()).isEqualTo(Why.NOT_SECURE);
      assertThat(((Told.Silent) told).sentence()).startsWith("Its certificate is not signed by");
    }
  }

  private static void shakeHands(SSLServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
    } catch (IOException _) {
      // The client did not like what it saw.
    }
  }
}
