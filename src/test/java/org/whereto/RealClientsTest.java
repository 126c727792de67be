// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.http.settings.Limits;
import org.whereto.http.settings.ServerSettings;
import org.whereto.platform.Mounts;
import org.whereto.support.ChangedLimits;
import org.whereto.support.RunningServer;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/**
 * The clients that people use, run for real: the scripts of src/test/clients ask, each in many
 * ways. {@code .ci/run} installs them; where one is missing its test skips and says so, and fails
 * in continuous integration (CI=true).
 */
@Timeout(300)
class RealClientsTest {

  private static final Path SCRIPTS = Path.of("src/test/clients").toAbsolutePath();
  private static final Path PLAYWRIGHT =
      Path.of(".ci/parts/node_modules/playwright-core").toAbsolutePath();

  /** By question, which is how a line begins: its status and what it says. */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("languages", "200 YES"),
          Map.entry("c++", "200 YES"),
          Map.entry("composefile", "200 YES"),
          Map.entry("notebook", "200 YES"),
          Map.entry("taskinfo", "200 YES"),
          Map.entry("scala", "200 NO languages.not-offered"),
          Map.entry("unknown", "200 NO"),
          Map.entry("head", "200"),
          Map.entry("options", "204"),
          Map.entry("blanks at the end", "400 languages.blanks-at-end"),
          Map.entry("not a form", "400 form.not-a-form"),
          Map.entry("not found", "404 path.unknown"),
          Map.entry("refused, Retry-After seen", "503 service.busy"),
          Map.entry("closed to this origin", "0"));

  private static RunningServer server;
  private static RunningServer busy;
  private static RunningServer closed;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws Exception {
    server = opened(Limits.DEFAULT, Set.of());
    busy = opened(ChangedLimits.of(Map.of("questions", 0)), Set.of());
    closed = opened(Limits.DEFAULT, Set.of("https://portal.example.org"));
  }

  @AfterAll
  static void close() {
    Stream.of(server, busy, closed).forEach(RunningServer::close);
  }

  private static RunningServer opened(Limits limits, Set<String> origins) throws Exception {
    String platform = Files.readString(SCRIPTS.resolve("platform.yaml"));
    return RunningServer.of(
        RunningServer.mounts(Map.of(Mounts.ROOT, RunningServer.platform(platform))),
        new ServerSettings(limits, origins, Duration.ZERO, Duration.ofSeconds(1)));
  }

  @Test
  void curl() throws Exception {
    needs("curl", onPath("curl").isPresent());
    assertAnswered(20, SCRIPTS.resolve("curl").toString(), base(), files());
  }

  /** Debian's Python: another one may stand before it on the path, without the library. */
  @Test
  void pythonRequests() throws Exception {
    String python = "/usr/bin/python3";
    needs("python3-requests", runs(python, "-c", "import requests"));
    assertAnswered(19, python, SCRIPTS.resolve("python-requests.py").toString(), base(), files());
  }

  @Test
  void aBrowser() throws Exception {
    needs("node", onPath("node").isPresent());
    needs("playwright-core", Files.isDirectory(PLAYWRIGHT));
    needs("chromium", onPath("chromium").isPresent());
    assertAnswered(
        16,
        "node",
        SCRIPTS.resolve("browser.mjs").toString(),
        base(),
        files(),
        PLAYWRIGHT.toString(),
        onPath("chromium").orElseThrow().toString(),
        at(busy),
        at(closed));
  }

  @Test
  void javasOwnClients() throws Exception {
    java(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  /** Often an older one, whose HttpURLConnection asks for pages and pictures. */
  @Test
  void thoseOfTheJavaOnThePath() throws Exception {
    needs("java", onPath("java").isPresent());
    java(onPath("java").orElseThrow());
  }

  private void java(Path java) throws Exception {
    String source = SCRIPTS.resolve("JavaClients.java").toString();
    assertAnswered(14, java.toString(), source, base(), files());
  }

  private static String base() {
    return at(server);
  }

  private static String at(RunningServer asked) {
    return "http://127.0.0.1:" + asked.port();
  }

  private static String files() {
    return SCRIPTS.resolve("files").toString();
  }

  private static void needs(String part, boolean isThere) {
    String missing = part + " is not here, so it was not tested; .ci/run installs it.";
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertThat(isThere).as(missing).isTrue();
    }
    if (!isThere) {
      System.out.println("real client: " + missing);
    }
    assumeTrue(isThere, missing);
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(command[0]))) {
      return false;
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** The client's name and version, then for each question what, status, type and body. */
  private void assertAnswered(int questions, String... command) throws Exception {
    List<String> lines = said(command);
    assertThat(lines.getFirst()).startsWith("client\t");
    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", 4);
      String expected = ANSWERS.get(cells[0].substring(0, cells[0].indexOf(':')));
      String answered = answered(cells[1], cells[2], cells[3]);
      if (!answered.equals(expected)) {
        wrong.add(line + "\n  is " + answered + " but should be " + expected);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSize(questions + 1);
    System.out.println(
        "real client: " + lines.getFirst().substring(7) + ", " + questions + " questions");
  }

  private List<String> said(String... command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(200, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(ended).as("it ended in time, but said " + Files.readString(err)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readAllLines(out);
  }

  /** The status, then the word, or the code of a reason or problem. */
  private static String answered(String status, String type, String body) throws BadInput {
    if (body.isBlank() || body.startsWith("HTTP/")) {
      return status;
    }
    String plain = type.replace("problem+", "");
    Format format = Formats.byMediaType(plain).orElseThrow();
    Tree answer = format.read(body.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    Optional<Tree> word = answer.get("reponseword");
    Tree.Sequence none = new Tree.Sequence(List.of(), "", answer.place());
    Tree.Sequence reasons = (Tree.Sequence) answer.get("reasons").orElse(none);
    Stream<Tree> codes = Stream.concat(Stream.of(answer), reasons.items().stream());
    return Stream.concat(
            Stream.concat(Stream.of(status), word.stream().map(RealClientsTest::text)),
            codes.flatMap(said -> said.get("code").stream()).map(RealClientsTest::text))
        .reduce((one, more) -> one + " " + more)
        .orElseThrow();
  }

  private static String text(Tree scalar) {
    return ((Tree.Scalar) scalar).text();
  }
}
