// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.guard.RawClient;
import org.whereto.support.MadeCertificate;
import org.whereto.support.RealPart;
import org.whereto.support.ServeProcess;
import org.whereto.support.TlsClients;
import org.whereto.support.TlsFolder;

/** {@code whereto serve} over TLS, asked by curl. */
final class ServeTlsTest {

  private static MadeCertificate signer;
  private static MadeCertificate own;

  @TempDir private Path folder;

  @BeforeAll
  static void make() throws Exception {
    signer = MadeCertificate.signer("CN=Signer").alone();
    own = MadeCertificate.server("CN=Server").by(signer);
  }

  private Path config(String clients) throws IOException {
    return Files.writeString(
        folder.resolve("server.yaml"),
        """
        whereto: 1
        tls:
          certificate: %1$s/chain.pem
          key: %1$s/key.pem
        %2$sreload: {pause: 0.05s}
        log: none
        """
            .formatted(folder, clients));
  }

  /** What curl prints, its exit code first. */
  private static String curl(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "-g", "--max-time", "20"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + said;
  }

  private static String told(ServeProcess server, String what) throws InterruptedException {
    for (int i = 0; i < 2000; i++) {
      List<String> lines = server.errors();
      for (String line : lines) {
        if (line.contains(what)) {
          return line;
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError(what + " is not in " + server.errors());
  }

  @Test
  @Timeout(120)
  void curlAsksOverTlsAndSeesARenewal() throws Exception {
    RealPart.needs("curl");
    TlsFolder files = new TlsFolder(folder).put(own);
    Path ca = Files.writeString(folder.resolve("ca.pem"), signer.pem());
    String platform = "examples/platforms/zeppelin.yaml";
    try (ServeProcess server = ServeProcess.start(platform, "--config", config("").toString())) {
      String question =
          server.address() + "accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages={md}";
      assertThat(question).startsWith("https://127.0.0.1:");
      for (String version : List.of("1.2", "1.3")) {
        assertThat(curl("--cacert", ca.toString(), "--tls-max", version, question))
            .startsWith("0 ")
            .contains("YES");
      }
      assertThat(curl(question)).startsWith("60 ");
      assertThat(curl("--cacert", ca.toString(), "--tls-max", "1.1", question))
          .doesNotStartWith("0 ");
      assertThat(curl(question.replace("https:", "http:"))).doesNotStartWith("0 ");

      String admin = told(server, "Metrics are at ");
      String metrics = admin.substring(admin.indexOf("http"));
      assertThat(curl(metrics))
          .containsPattern("whereto_tls_certificate_days_left (29|30)\\.")
          .contains("whereto_tls_failing 0.0");

      TlsFolder.replace(files.key(), "nothing");
      assertThat(told(server, "key.pem:")).contains("no PEM file");
      assertThat(curl("--cacert", ca.toString(), server.address() + "health/ready"))
          .contains("\"reload\": \"failed\"");
      assertThat(curl(metrics)).contains("whereto_tls_failing 1.0");
      assertThat(curl(metrics.replace("metrics", "configuration")))
          .contains("key.pem", "no PEM file");

      MadeCertificate other = MadeCertificate.signer("CN=Other").alone();
      files.put(MadeCertificate.server("CN=Server").by(other));
      Path next = Files.writeString(folder.resolve("next.pem"), other.pem());
      told(server, "The files of TLS have changed");
      assertThat(curl("--cacert", next.toString(), question)).startsWith("0 ").contains("YES");

      assertNobodyBeginsAnew(server.port(), TlsClients.trusting(other));
      garbage(server.port());
      assertThat(server.errors()).noneMatch(line -> line.contains("Exception"));
      server.signal("TERM");
      assertThat(server.exit()).isZero();
    }
  }

  /** To begin a handshake within a connection makes a server work for nothing (RFC 5746). */
  private static void assertNobodyBeginsAnew(int port, TlsClients clients) throws IOException {
    try (SSLSocket socket = clients.connect(port, "TLSv1.2");
        RawClient client = RawClient.on(socket)) {
      String request = RawClient.get("/health/live");
      assertThat(client.send(request).answer()).startsWith("200 ");
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                String again = client.send(request).answer();
                if (again.isEmpty()) {
                  throw new IOException("closed");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private static void garbage(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("HTTP");
    }
  }

  @Test
  @Timeout(120)
  void curlComesWithACertificate() throws Exception {
    RealPart.needs("curl");
    new TlsFolder(folder).put(own).trusting(signer);
    Path ca = Files.writeString(folder.resolve("ca.pem"), signer.pem());
    MadeCertificate client = MadeCertificate.client("CN=Ada").by(signer);
    Path mine = Files.writeString(folder.resolve("mine.pem"), client.pem() + client.key());
    String clients = "  clients: {trust: %s/trust.pem, required: true}\n".formatted(folder);
    try (ServeProcess server =
        ServeProcess.start(
            "examples/platforms/zeppelin.yaml", "--config", config(clients).toString())) {
      String health = server.address() + "health/live";
      assertThat(curl("--cacert", ca.toString(), "--cert", mine.toString(), health))
          .startsWith("0 ")
          .contains("live");
      assertThat(curl("--cacert", ca.toString(), health)).doesNotStartWith("0 ");
    }
  }

  @Test
  void whatIsWrongWithAnyFileIsToldAtOnce() throws Exception {
    new TlsFolder(folder).put(own);
    Files.writeString(folder.resolve("key.pem"), "nothing");
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "whereto: 1\n");
    Ran ran = Ran.of("serve", broken.toString(), "--config", config("").toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("key.pem: This is no PEM file", "broken.yaml:1:1:");
  }

  @Test
  void whereToListenIsSaidOnce() throws Exception {
    Path config =
        Files.writeString(folder.resolve("server.yaml"), "whereto: 1\nlisten: [{port: 18080}]\n");
    Ran ran =
        Ran.of(
            "serve",
            "examples/platforms/zeppelin.yaml",
            "--port",
            "0",
            "--config",
            config.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("leave out --host and --port");
  }
}
