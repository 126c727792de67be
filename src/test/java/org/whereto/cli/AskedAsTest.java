// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.RawServer.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RawServer;

@Timeout(120)
final class AskedAsTest {

  private static final String SECRET = "SlAV32hkKG.SlAV32hkKG";
  private static final String BEARER = "Bearer " + SECRET;
  private static final String HUB = "examples/platforms/binderhub.yaml";
  private static final Map<String, String> VARIABLE = Map.of("WHERETO_TOKEN", SECRET);

  @TempDir Path folder;
  private RawServer one;
  private RawServer other;

  @BeforeEach
  void open() throws IOException {
    String no = http("200 OK", "application/json", "{\"reponseword\": \"NO\"}");
    one = RawServer.start((_, out) -> out.write(no.getBytes(UTF_8)));
    other = RawServer.start((_, out) -> out.write(no.getBytes(UTF_8)));
  }

  @AfterEach
  void close() throws IOException {
    one.close();
    other.close();
  }

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("my.token"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Path file() throws IOException {
    return file(SECRET + "\n", "rw-------");
  }

  private static Ran ask(Map<String, String> env, Object... words) {
    List<String> args = new ArrayList<>(List.of("ask", "docker://example:1.0"));
    for (Object word : words) {
      args.add(word instanceof RawServer server ? server.url() : word.toString());
    }
    Ran ran = Ran.in(env, args.toArray(String[]::new));
    assertThat(ran.toString()).doesNotContain(SECRET);
    return ran;
  }

  private static Ran ask(Object... words) {
    return ask(Map.of(), words);
  }

  private static List<String> tokens(RawServer server) {
    return server.requests().stream().map(request -> request.header("Authorization")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "yaml", "xml", "name"})
  void theOneServiceThatIsNamedGetsTheTokenOfTheFile(String form) throws IOException {
    Ran ran = ask("--at", one, HUB, "--token-file", file(), "-o", form);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(tokens(one)).containsExactly(BEARER);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void theReportTellsWhoWasAskedWithAToken() throws IOException {
    Ran ran = ask("--at", one, other, "--token-file", file(), "--token-for", one, "-o", "json");
    assertThat(ran.out()).containsOnlyOnce("\"tokenSent\": true");
    assertThat(tokens(one)).containsExactly(BEARER);
    assertThat(tokens(other)).containsExactly("");
  }

  @Test
  void ofSeveralThoseAreToBeNamed() throws IOException {
    Ran ran = ask("--at", one, other, "--token-file", file());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "whereto: Several services are asked: say which of them get the token, with"
                + " --token-for "
                + one.url()
                + " or --token-for "
                + other.url()
                + ".\n");
    assertThat(one.requests()).isEmpty();
    assertThat(other.requests()).isEmpty();
    ran = ask("--at", one, other, "--token-file", file(), "--token-for", one, "--token-for", other);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(tokens(one)).isEqualTo(tokens(other)).containsExactly(BEARER);
  }

  @Test
  void severalServicesOfOneOriginAreOneName() throws IOException {
    ask("--at", one.url() + "/a", one.url() + "/b", "--token-file", file());
    assertThat(tokens(one)).containsExactly(BEARER, BEARER);
  }

  @Test
  void theVariableIsSentOnlyToWhomIsNamedForIt() {
    Ran ran = ask(VARIABLE, "--at", one);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("whereto: The token of WHERETO_TOKEN was sent to nobody")
        .contains("--token-for " + one.url());
    assertThat(tokens(one)).containsExactly("");
    assertThat(ask(VARIABLE, "--at", one, "--token-for", one).err()).isEmpty();
    assertThat(tokens(one)).containsExactly("", BEARER);
    assertThat(ask(VARIABLE, "--at", HUB).err()).isEmpty();
    assertThat(ask(VARIABLE, "-q", "--at", one).err()).isEmpty();
  }

  @Test
  void theFileWinsOverTheVariable() throws IOException {
    Map<String, String> env = Map.of("WHERETO_TOKEN", "another");
    ask(env, "--at", one, "--token-file", file());
    assertThat(tokens(one)).containsExactly(BEARER);
  }

  @ParameterizedTest
  @CsvSource({
    "--token-for https://b.example, 'names https://b.example, but no service there is asked;"
        + " those'",
    "--token-for http://b.example, a token goes over https only",
    "--token-for b.example, name scheme",
    "--token-for https://b.example/planner, name scheme",
    "--token-file nowhere.token, There is no file nowhere.token.",
    "--token-file src, src is a directory",
    "--token-file https://a.example/t, is a URL",
    "--token-file pom.xml, Others than you can get at pom.xml"
  })
  void whatCannotBeMeantIsToldBeforeAnybodyIsAsked(String words, String told) {
    List<Object> args = new ArrayList<>(List.of("--at", one));
    args.addAll(List.of(words.split(" ")));
    Ran ran = ask(VARIABLE, args.toArray());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(told);
    assertThat(one.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x", "r-----r--"})
  void aFileThatOthersCanGetAtIsRefused(String mode) throws IOException {
    Ran ran = ask("--at", one, "--token-file", file(SECRET, mode));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("run chmod 600 on it");
    assertThat(one.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', is empty", "SlAV32hkKG.SlAV32hkKG\\nx, something else", "Bearer x, Bearer"})
  void aFileWithoutATokenIsToldWithoutItsContent(String text, String told) throws IOException {
    Ran ran = ask("--at", one, "--token-file", file(text.replace("\\n", "\n"), "rw-------"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("my.token").contains(told);
    assertThat(one.requests()).isEmpty();
  }

  @Test
  void whoIsNamedWithoutATokenIsAFault() {
    Ran ran = ask("--at", one, "--token-for", one);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("but there is none: add --token-file FILE, or set WHERETO_TOKEN");
  }

  @Test
  void filesAloneNeedNoToken() throws IOException {
    assertThat(ask("--at", HUB, "--token-file", file()).err()).contains("says nothing here");
  }

  @Test
  void whoWantsALoginIsToldWithAdvice() throws IOException {
    String reply =
        http(
            "401 No\r\nWWW-Authenticate: Bearer, ivoa_bearer"
                + " discovery_url=\"https://iam.example.org/.well-known/openid-configuration\"",
            "text/plain",
            "Who are you?");
    try (RawServer strict = RawServer.saying(reply)) {
      Ran ran = ask("--at", strict);
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out().replaceAll("\\s+", " "))
          .contains("It answers only those who log in (401): Who are you? If you trust both: ")
          .contains("whereto login https://iam.example.org --for " + strict.url());
      ran = ask("--at", strict, "--token-file", file());
      assertThat(ran.exit()).isEqualTo(4);
      assertThat(ran.out()).contains("It does not take the token (401)");
    }
  }

  /** What a person's environment says to other programs is not for us; nor is a token for them. */
  @Test
  void neitherProxiesNorTheCommandLineSeeTheToken() throws IOException, InterruptedException {
    Path token = file();
    ProcessBuilder asking =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            "org.whereto.cli.Main",
            "ask",
            "docker://example:1.0",
            "--at",
            one.url(),
            "--token-file",
            token.toString());
    for (String name : List.of("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY")) {
      asking.environment().put(name, other.url());
    }
    asking.environment().put("WHERETO_DEBUG", "1");
    asking.redirectErrorStream(true);
    Process process = asking.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("1 asked: 1 NO").doesNotContain(SECRET);
    assertThat(tokens(one)).containsExactly(BEARER);
    assertThat(other.requests()).isEmpty();
  }
}
