// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.support.RunningServer;

/** The examples of docs/client.md that ask by HTTP, with the real programs where they are there. */
class HttpExamplesTest {

  private static final Path PAGE = Path.of("docs/client.md");
  private static final String SHOWN = "http://127.0.0.1:8080/";

  /** What each curl command prints, in the order of the page. */
  private static final List<String> CURL =
      List.of(
          "\"reponseword\": \"YES\"",
          "\"reponseword\": \"YES\"",
          "\"reponseword\": \"YES\"",
          "\"code\": \"languages.not-offered\"",
          "\"reponseword\": \"YES\"",
          "\"code\": \"tasktype.missing\"");

  private static RunningServer server;

  @TempDir static Path folder;

  @BeforeAll
  static void open() throws Exception {
    server = RunningServer.ofExample("zeppelin.yaml");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static Stream<Arguments> commands() throws IOException {
    List<String> blocks = blocks("sh");
    assertThat(blocks).hasSameSizeAs(CURL);
    return IntStream.range(0, CURL.size()).mapToObj(i -> Arguments.of(blocks.get(i), CURL.get(i)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void curlIsAnswered(String command, String answer) throws Exception {
    assumeTrue(isThere("curl", "--version"), "there is no curl");
    assertThat(run("bash", "-c", command.replaceFirst("^curl", "curl -sS"))).contains(answer);
  }

  @Test
  void pythonIsAnswered() throws Exception {
    assumeTrue(isThere("python3", "-c", "import requests"), "there are no requests for Python");
    String printed = run("python3", file("example.py", blocks("python").getFirst()));
    assertThat(printed.lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("YES"),
            line -> assertThat(line).startsWith("  on uri://zeppelin-service {'endpoint': "),
            line -> assertThat(line).isEqualTo("YES"));
  }

  @Test
  void javaScriptIsAnswered() throws Exception {
    assumeTrue(isThere("node", "-e", "fetch"), "there is no Node.js with fetch");
    assertThat(run("node", file("example.mjs", blocks("js").getFirst()))).isEqualTo("YES\n");
  }

  @Test
  void javaIsAnswered() throws Exception {
    assertThat(blocks("java").getFirst()).isEqualTo(source());
    StringBuilder printed = new StringBuilder();
    example(server.at("accepts").toString(), printed);
    assertThat(printed.toString()).startsWith("200 {").contains("\"YES\"");
  }

  // The example of the page, but for the address and where it prints to.
  private static void example(String address, StringBuilder printed)
      throws IOException, InterruptedException {
    // begin
    String task =
        """
        {"tasktype": "uri://zeppelin-notebook", "taskinfo": {"languages": ["md", "python"]}}
        """;
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(10))
              .POST(BodyPublishers.ofString(task))
              .build();
      HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
      printed.append(reply.statusCode() + " " + reply.body());
    }
    // end
  }

  private static String source() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/whereto/HttpExamplesTest.java"));
    int begin = lines.indexOf("    // begin");
    int end = lines.indexOf("    // end");
    return (String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n")
        .replace("URI.create(address)", "URI.create(\"" + SHOWN + "accepts\")")
        .replace("printed.append(", "System.out.println(");
  }

  private static List<String> blocks(String language) throws IOException {
    String mark = "```" + language + "\n";
    return Arrays.stream(Files.readString(PAGE).split(mark, -1))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf("```")))
        .toList();
  }

  private static String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text.replace(SHOWN, server.at("").toString()));
    return file.toString();
  }

  private static boolean isThere(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException absent) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    List<String> here =
        Arrays.stream(command).map(word -> word.replace(SHOWN, server.at("").toString())).toList();
    Process process = new ProcessBuilder(here).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
