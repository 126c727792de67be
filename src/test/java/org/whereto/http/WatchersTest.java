// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.ListenAt;
import org.whereto.http.settings.ServerFile;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.support.RunningServer;
import org.whereto.tree.BadInput;

/** The log and the metrics of a real server. */
class WatchersTest {

  private static final String PLATFORM =
      """
      whereto: 1
      interfaces: {hub: {servicetype: uri://jupyter-hub}}
      accepts: [{tasktype: uri://jupyter-notebook, if: {languages: [python]}}]
      """;

  @TempDir Path folder;

  private static Mounts mounts() {
    return RunningServer.mounts(Map.of(Mounts.ROOT, RunningServer.platform(PLATFORM)));
  }

  private static ServerSettings settings(String file) throws BadInput {
    return ServerFile.read("server.yaml", ("whereto: 1\n" + file).getBytes(StandardCharsets.UTF_8));
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Test
  void aQuestionIsLoggedAndCounted() throws Exception {
    Path log = folder.resolve("decisions.log");
    Mounts mounts = mounts();
    ServerSettings settings = settings("stop: {drain: 0s}\nlog: " + log);
    try (Server server = Server.open(() -> mounts, new ListenAt("127.0.0.1", 0), settings)) {
      String base = "http://127.0.0.1:" + server.port() + "/";
      get(base + "accepts?tasktype=uri://jupyter-notebook&taskinfo.languages=r&access_token=abc");
      String metrics = get("http://" + server.admin().orElseThrow() + "/metrics");
      assertThat(metrics)
          .contains("whereto_questions_total{answer=\"no\"", "code=\"languages.not-offered\"");
      assertThat(get("http://" + server.admin().orElseThrow() + "/configuration"))
          .contains("\"served\": true");
      assertThat(get(base + "metrics")).contains("path.unknown");
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines.getFirst())
        .contains("\"answer\":\"NO\"", "languages.not-offered", "access_token=***")
        .doesNotContain("abc");
  }

  @Test
  void whereThereIsNoAdminPageThereAreNoMetrics() throws Exception {
    Mounts mounts = mounts();
    ServerSettings settings = settings("stop: {drain: 0s}\nlog: none\nadmin: false");
    try (Server server = Server.open(() -> mounts, new ListenAt("127.0.0.1", 0), settings)) {
      assertThat(server.admin()).isEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    Mounts mounts = mounts();
    try (ServerSocket taken = new ServerSocket(0, 1)) {
      ServerSettings settings =
          settings("log: none\nadmin: {port: " + taken.getLocalPort() + ", host: 0.0.0.0}");
      assertThatThrownBy(() -> Server.open(() -> mounts, new ListenAt("127.0.0.1", 0), settings))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("the port is in use");
    }
  }
}
