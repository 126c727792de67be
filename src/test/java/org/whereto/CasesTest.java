// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.support.GoldenCase;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.RunningServer;

/**
 * The golden cases, played on real servers; {@code -Dwhereto.rewrite=true} writes their answers.
 */
@Timeout(120)
class CasesTest {

  private static final Path FOLDER = Path.of("cases");

  /** A request that is refused before all of it was sent may not be there to be sent in pieces. */
  private static final int LONG = 4 * 1024;

  private static final Map<String, RunningServer> SERVERS = new HashMap<>();

  @AfterAll
  static void close() {
    SERVERS.values().forEach(RunningServer::close);
    SERVERS.clear();
  }

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all(FOLDER);
  }

  /** One server for each owner's file, however many cases have it. */
  private static int port(String platform) throws Exception {
    RunningServer server = SERVERS.get(platform);
    if (server == null) {
      server = RunningServer.of(platform);
      SERVERS.put(platform, server);
    }
    return server.port();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredAsItAlwaysWas(GoldenCase golden) throws Exception {
    byte[] request = golden.request();
    try (RawConnection connection = RawConnection.to(port(golden.platform()))) {
      RawReply reply = connection.ask(request);
      if (Boolean.getBoolean("whereto.rewrite")) {
        Files.writeString(golden.answerFile(), GoldenCase.kept(reply));
      }
      assertThat(GoldenCase.kept(reply)).isEqualTo(golden.answer());
      assertNothingIsLeft(connection, reply.isLast() || isTheLast(request));
    }
  }

  private static boolean isTheLast(byte[] request) {
    String text = new String(request, ISO_8859_1);
    String line = text.substring(0, Math.max(0, text.indexOf('\r')));
    return line.endsWith("HTTP/1.0") && !text.contains("Connection: keep-alive");
  }

  /** Where the connection does not end, what comes next on it is understood. */
  private static void assertNothingIsLeft(RawConnection connection, boolean ends)
      throws IOException {
    if (!ends) {
      RawReply next =
          connection.ask("GET /nothing-here HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(next.status()).isEqualTo(404);
    }
    assertThat(connection.isEnded()).as("the connection ends").isTrue();
  }

  /** Bytes in whatever pieces the network makes of them. */
  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredTheSameWhenItComesInPieces(GoldenCase golden) throws Exception {
    byte[] request = golden.request();
    try (RawConnection connection = RawConnection.to(port(golden.platform()))) {
      int sent = 0;
      for (int size = 1; sent < request.length && request.length < LONG; size = 3 * size + 1) {
        int end = Math.min(request.length, sent + size);
        connection.send(Arrays.copyOfRange(request, sent, end));
        sent = end;
      }
      connection.send(Arrays.copyOfRange(request, sent, request.length));
      RawReply reply = connection.reply(golden.isHead());
      assertThat(GoldenCase.kept(reply)).isEqualTo(golden.answer());
    }
  }

  /** But those that are no HTTP: of a line that cannot be read nobody knows that it is a HEAD. */
  static List<GoldenCase> gets() throws IOException {
    List<GoldenCase> gets = new ArrayList<>();
    for (GoldenCase golden : cases()) {
      boolean http = !golden.answer().contains("\"code\": \"http.");
      if (http && new String(golden.request(), ISO_8859_1).startsWith("GET ")) {
        gets.add(golden);
      }
    }
    return gets;
  }

  @ParameterizedTest
  @MethodSource("gets")
  void headSaysWhatGetSaysWithoutTheBody(GoldenCase golden) throws Exception {
    String head = "HEAD " + new String(golden.request(), ISO_8859_1).substring(4);
    try (RawConnection connection = RawConnection.to(port(golden.platform()))) {
      RawReply reply = connection.ask(head);
      assertThat(GoldenCase.kept(reply)).isEqualTo(golden.answer().split("(?<=\n\n)", 2)[0]);
      assertNothingIsLeft(connection, reply.isLast() || isTheLast(golden.request()));
    }
  }

  @Test
  void oneQuestionGetsOneAnswerInEveryForm() throws IOException {
    Map<String, List<GoldenCase>> questions =
        cases().stream()
            .filter(golden -> !golden.question().equals(golden.name()))
            .collect(groupingBy(golden -> golden.group() + "/" + golden.question()));
    assertThat(questions).hasSizeGreaterThan(20);
    for (List<GoldenCase> forms : questions.values()) {
      assertThat(forms).hasSizeGreaterThan(1);
      for (GoldenCase form : forms) {
        assertThat(form.answer()).as(form.toString()).isEqualTo(forms.getFirst().answer());
        assertThat(form.platform()).as(form.toString()).isEqualTo(forms.getFirst().platform());
      }
    }
  }

  /** A row may stand for all forms of a question, or for cases whose names begin alike. */
  @Test
  void everyCaseHasItsRowInTheReadme() throws IOException {
    Map<String, List<String>> rows = rows();
    assertThat(rows.keySet()).isEqualTo(new TreeSet<>(groups()));
    for (GoldenCase golden : cases()) {
      assertThat(rows.get(golden.group()))
          .as(golden.toString())
          .anyMatch(row -> fits(row, golden.name()));
    }
    for (Map.Entry<String, List<String>> group : rows.entrySet()) {
      List<String> names =
          cases().stream()
              .filter(golden -> golden.group().equals(group.getKey()))
              .map(GoldenCase::name)
              .toList();
      assertThat(group.getValue())
          .allSatisfy(row -> assertThat(names).anyMatch(name -> fits(row, name)));
    }
  }

  private static List<String> groups() throws IOException {
    return cases().stream().map(GoldenCase::group).distinct().toList();
  }

  private static boolean fits(String row, String name) {
    return row.endsWith("*")
        ? name.startsWith(row.substring(0, row.length() - 1))
        : name.equals(row);
  }

  /** The first cells of the tables, by the heading above them. */
  private static Map<String, List<String>> rows() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    String page = Files.readString(FOLDER.resolve("README.md"));
    for (String section : page.split("\n## ", -1)) {
      String heading = section.lines().findFirst().orElse("");
      List<String> names =
          Pattern.compile("(?m)^\\| `([^`]+)` \\|")
              .matcher(section)
              .results()
              .map(match -> match.group(1))
              .toList();
      if (!names.isEmpty()) {
        rows.put(heading, names);
      }
    }
    return rows;
  }

  /** The example of the note's section 4.2, with its printing faults repaired. */
  @Test
  void theNotesOwnMultipartExampleIsAnswered() throws Exception {
    Path shared = Path.of(System.getProperty("whereto.shared", "../shared"));
    Path file = shared.resolve("reference/multipart-compose.http");
    assumeTrue(Files.exists(file), "The note's example is not here: " + file);
    GoldenCase own = new GoldenCase(FOLDER.resolve("4.2-compose/content.multipart"));

    String request = GoldenCase.wire(Files.readString(file).replace("\r\n", "\n") + "\n");
    int port = port(own.platform());

    assertThat(GoldenCase.kept(RawConnection.ask(port, request)))
        .contains("\"reponseword\": \"YES\"")
        .isEqualTo(GoldenCase.kept(RawConnection.ask(port, own.request())));
  }
}
