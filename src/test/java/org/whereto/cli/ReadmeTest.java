// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.support.RunningServer;

/** What the README shows is what a newcomer sees. */
final class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void theFirstCommandPrintsWhatTheReadmeShows() throws IOException {
    List<String> blocks = List.of(Files.readString(README).split("```\n?", -1));
    String command = blocks.get(1).strip();
    assertThat(command).startsWith("./whereto ask ");

    Ran ran = Ran.of(command.substring("./whereto ".length()).split(" "));

    assertThat(ran.exit()).isZero();
    assertThat(ran.err() + ran.out()).isEqualTo(blocks.get(3));
  }

  @Test
  void theServiceAnswersWhatTheReadmeShows() throws Exception {
    List<String> blocks = List.of(Files.readString(README).split("```\n?", -1));
    String start = blocks.get(7).strip();
    String curl = blocks.get(9).strip();
    String prefix = "./whereto serve examples/platforms/";
    assertThat(start).startsWith(prefix);
    String target = curl.substring(curl.indexOf("/accepts"), curl.length() - 1);

    try (RunningServer server = RunningServer.ofExample(start.substring(prefix.length()));
        HttpClient client = HttpClient.newHttpClient()) {
      String encoded = target.substring(1).replace("{", "%7B").replace("}", "%7D");
      HttpRequest request = HttpRequest.newBuilder(server.at(encoded)).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(blocks.get(11));
    }
  }
}
