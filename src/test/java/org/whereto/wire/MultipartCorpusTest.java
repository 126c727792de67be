// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** The note's example, and bodies that other readers have stumbled over. */
final class MultipartCorpusTest {

  private static final Path GOLDEN = Path.of("src/test/resources/multipart-hostile.txt");
  private static final Path SHARED = Path.of(System.getProperty("whereto.shared", "../shared"));
  private static final Path HOSTILE =
      SHARED.resolve("corpus/hostile/multipart-http/tests/test_data/http");

  /** Each body, and the same with a part in front that names the task type. */
  @Test
  void everyHostileBodyHasTheOutcomeOfTheReviewedList() throws IOException {
    assumeTrue(Files.isDirectory(HOSTILE), "the corpus is not beside the project");
    StringBuilder table = new StringBuilder();
    Files.readAllLines(GOLDEN).stream()
        .takeWhile(line -> line.startsWith("#"))
        .forEach(line -> table.append(line).append('\n'));
    for (Path file : bodies()) {
      String name = String.valueOf(file.getFileName()).replace(".http", "");
      String boundary = boundary(file);
      byte[] body = Files.readAllBytes(file);
      table.append('\n').append(name).append('\n');
      table.append("    alone: ").append(outcome(body, boundary)).append('\n');
      table.append("    typed: ").append(outcome(typed(body, boundary), boundary)).append('\n');
    }
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.writeString(GOLDEN, table);
    }
    assertThat(table.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void noDamageToABodyBringsAnotherException() throws IOException {
    assumeTrue(Files.isDirectory(HOSTILE), "the corpus is not beside the project");
    Random random = new Random(20260401);
    for (Path file : bodies()) {
      String boundary = boundary(file);
      byte[] body = typed(Files.readAllBytes(file), boundary);
      for (int i = 0; i < 300; i++) {
        assertThat(outcome(damaged(body, random), boundary)).isNotEmpty();
      }
    }
  }

  /** Section 4.2 of the note. */
  @Test
  void theNotesComposeExampleReadsRight() throws Exception {
    Path file = SHARED.resolve("reference/multipart-compose.http");
    assumeTrue(Files.isRegularFile(file), "the note is not beside the project");
    String request = Files.readString(file, UTF_8);
    byte[] body = request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(UTF_8);
    Multipart question = Multipart.of(body, "multipart/form-data; boundary=\"boundary\"");
    assertThat(question.tasktype()).isEqualTo("uri://docker-compose");
    Tree composefile =
        question.task(Keep.ALL).taskinfo().orElseThrow().get("composefile").orElseThrow();
    Tree webapp = composefile.get("services").orElseThrow().get("webapp").orElseThrow();
    assertThat(webapp.get("image")).contains(Tree.text("example/webapp:1.1"));
    assertThat(composefile.get("version")).contains(Tree.text("3.9"));
  }

  /** Section 9.1 of the note, with something where it has dots. */
  @Test
  void theNotesExampleOfTwoDocumentsReadsRight() throws BadInput {
    String body =
        """
        --boundary
        Content-Disposition: form-data; name="tasktype"

        example-task
        --boundary
        Content-Disposition: form-data; name="taskinfo.example.one"; filename="example-1.yml"
        Content-Type: text/yaml

        alpha: [1, 2]
        --boundary
        Content-Disposition: form-data; name="taskinfo.example.two"; filename="example-2.json"
        Content-Type: text/json

        {"beta": true}
        --boundary--
        """
            .replace("\n", "\r\n");
    Multipart question =
        Multipart.of(body.getBytes(UTF_8), "multipart/form-data;boundary=\"boundary\"");
    assertThat(Formats.JSON.line(question.task(Keep.ALL).document()))
        .isEqualTo(
            "{\"tasktype\":\"example-task\",\"taskinfo\":{\"example\":{\"one\":{\"alpha\":[1,2]},"
                + "\"two\":{\"beta\":true}}}}");
  }

  private static String outcome(byte[] body, String boundary) {
    try {
      Multipart question = Multipart.of(body, "multipart/form-data; boundary=\"" + boundary + "\"");
      String type = Formats.JSON.line(Tree.text(question.tasktype()));
      try {
        Task task = question.task(Keep.ALL);
        return type + " " + Formats.JSON.line(task.members());
      } catch (BadInput fault) {
        return type + " but " + told(fault);
      }
    } catch (BadInput fault) {
      return told(fault);
    }
  }

  private static String told(BadInput fault) {
    return fault.code() + (fault.path().text().isEmpty() ? "" : " at " + fault.path());
  }

  private static byte[] typed(byte[] body, String boundary) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String part = "Content-Disposition: form-data; name=\"tasktype\"\r\n\r\nuri://a\r\n";
    all.write(("--" + boundary + "\r\n" + part).getBytes(UTF_8));
    all.write(body);
    return all.toByteArray();
  }

  private static byte[] damaged(byte[] body, Random random) {
    byte[] damaged = body.clone();
    byte[] signs = "\r\n-;=\":\\% \0".getBytes(ISO_8859_1);
    for (int i = 0; i < 3; i++) {
      damaged[random.nextInt(damaged.length)] = signs[random.nextInt(signs.length)];
    }
    return damaged;
  }

  private static String boundary(Path file) throws IOException {
    Path told = Path.of(file.toString().replace(".http", ".yaml"));
    String line = Files.readAllLines(told).getFirst();
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static List<Path> bodies() throws IOException {
    try (Stream<Path> files = Files.list(HOSTILE)) {
      return files.filter(file -> file.toString().endsWith(".http")).sorted().toList();
    }
  }
}
