// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.support.GoldenCase;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.RunningServer;
import org.whereto.support.SentTask;

/**
 * The order of processing (note, section 3.5) with everything that can be wrong behind the task
 * type: nothing of it turns the bare NO of an unknown type into anything else, and an understood
 * type gets the right 400. The list is src/test/resources/broken-rests.txt; {@code
 * -Dwhereto.rewrite=true} writes its codes and paths anew.
 */
@Timeout(120)
class BrokenRestTest {

  private static final Path LIST = Path.of("src/test/resources/broken-rests.txt");
  private static final String UNKNOWN = "uri://nobody-takes-this";
  private static final String UNDERSTOOD = "uri://zeppelin-notebook";
  private static final Pattern SAID =
      Pattern.compile("\"(code|path)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What is too long to be written down. */
  private static final Map<String, String> LONG =
      Map.ofEntries(
          Map.entry("deep-json", ", \"a\": " + "[".repeat(100_000)),
          Map.entry("many-json", ", \"a\": [" + "0,".repeat(60_000) + "0]}"),
          Map.entry("name-json", ", \"" + "a".repeat(300) + "\": 0}"),
          Map.entry("deep-yaml", "a: " + "[".repeat(2000)),
          Map.entry("deep-blocks", nested(100)),
          Map.entry("many-yaml", "a: [" + "0,".repeat(60_000) + "0]"),
          Map.entry("laughs", laughs()),
          Map.entry("aliases", "a: &a b\nc: [" + "*a, ".repeat(200) + "*a]"),
          Map.entry("name-yaml", "a".repeat(300) + ": 0"),
          Map.entry("deep-path", "a" + ".a".repeat(80) + "=b"),
          Map.entry("name-path", "a".repeat(300) + "=b"),
          Map.entry("many-pairs", numbered(51_000, i -> "a" + i, "&")),
          Map.entry("many-parts", numbered(70, i -> part("name=a" + i, "b"), "\r\n") + "\r\n--b--"),
          Map.entry("part-head", part("name=a\r\nX: " + "a".repeat(3000), "b") + "\r\n--b--"));

  private static RunningServer server;
  private static final Map<String, String> CLEAN = new HashMap<>();

  /** A line of the list. */
  private record Rest(String form, String written, String code, String path) {

    private static Rest of(String line) {
      String[] cells = line.split(" \\| ", -1);
      return new Rest(cells[0], cells[1], cells[2], cells[3]);
    }

    private String line() {
      return String.join(" | ", form, written, code, path);
    }

    private String rest() {
      return written.startsWith("@") ? LONG.get(written.substring(1)) : unescaped(written);
    }

    /** The task type before it, and where pairs and parts have no order behind it as well. */
    private List<SentTask> sent(String type) {
      String rest = rest();
      return switch (form) {
        case "query" -> pairs("", type, rest);
        case "form" -> pairs("application/x-www-form-urlencoded", type, rest);
        case "json" ->
            List.of(new SentTask("application/json", "{\"tasktype\": \"" + type + "\"" + rest));
        case "yaml" -> List.of(new SentTask("application/yaml", "tasktype: " + type + "\n" + rest));
        case "multipart" ->
            List.of(
                new SentTask(
                    "multipart/form-data; boundary=b",
                    part("name=tasktype", type) + "\r\n" + rest));
        default -> throw new IllegalStateException(form);
      };
    }

    /** The same, and JSON as a page's script sends it that names no type: as text, so as YAML. */
    private List<SentTask> sentAndReadAsYaml(String type) {
      List<SentTask> sent = sent(type);
      return form.equals("json")
          ? List.of(sent.getFirst(), new SentTask("text/plain", sent.getFirst().octets()))
          : sent;
    }

    private static List<SentTask> pairs(String contentType, String type, String rest) {
      String tasktype = "tasktype=" + type;
      return List.of(
          new SentTask(contentType, tasktype + "&" + rest),
          new SentTask(contentType, rest + "&" + tasktype));
    }
  }

  @BeforeAll
  static void open() throws Exception {
    server =
        RunningServer.of(
            """
            whereto: 1
            interfaces: {a: {servicetype: uri://a}}
            accepts:
              - tasktype: uri://zeppelin-notebook
                if: {languages: [md], field: {taskinfo.queue: [short]}}
            """);
    for (String clean :
        List.of("query | a=b", "form | a=b", "json | }", "yaml | a: b", "multipart | --b--")) {
      Rest rest = Rest.of(clean + " |  | ");
      CLEAN.put(rest.form(), GoldenCase.kept(ask(rest.sent(UNKNOWN).getFirst())));
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static RawReply ask(SentTask sent) throws IOException {
    return RawConnection.ask(server.port(), sent.request("/accepts", List.of()));
  }

  private static List<Rest> rests() throws IOException {
    try (var lines = Files.lines(LIST)) {
      return lines.filter(line -> !line.startsWith("#")).map(Rest::of).toList();
    }
  }

  @Test
  void ofAnUnknownTypeNothingElseIsLookedAt() throws IOException {
    assertThat(CLEAN.values()).hasSize(5).containsOnly(CLEAN.get("query"));
    assertThat(CLEAN.get("query"))
        .startsWith("HTTP/1.1 200 OK\n")
        .endsWith("\n\n{\n  \"reponseword\": \"NO\"\n}\n");
    List<String> others = new ArrayList<>();
    for (Rest rest : rests()) {
      for (SentTask sent : rest.sentAndReadAsYaml(UNKNOWN)) {
        String reply = GoldenCase.kept(ask(sent));
        if (!reply.equals(CLEAN.get(rest.form()))) {
          others.add(rest.line() + " gets " + reply);
        }
      }
    }
    assertThat(others).isEmpty();
  }

  @Test
  void ofAnUnderstoodTypeTheFaultIsTold() throws IOException {
    List<String> seen = new ArrayList<>();
    for (Rest rest : rests()) {
      for (SentTask sent : rest.sent(UNDERSTOOD)) {
        RawReply reply = ask(sent);
        Map<String, String> said = reply.status() == 400 ? said(reply.text()) : Map.of();
        Rest now =
            new Rest(
                rest.form(),
                rest.written(),
                said.getOrDefault("code", ""),
                said.getOrDefault("path", ""));
        if (seen.isEmpty() || !seen.getLast().equals(now.line())) {
          seen.add(now.line());
        }
      }
    }
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.write(LIST, seen);
    }
    assertThat(seen).noneMatch(line -> line.endsWith(" |  | "));
    assertThat(seen).containsExactlyElementsOf(rests().stream().map(Rest::line).toList());
  }

  private static Map<String, String> said(String problem) {
    Map<String, String> said = new HashMap<>();
    Matcher matcher = SAID.matcher(problem);
    while (matcher.find()) {
      said.put(matcher.group(1), matcher.group(2));
    }
    return said;
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\(r|n|t|x[0-9a-f]{2}|p)")
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                switch (match.group(1)) {
                  case "r" -> "\r";
                  case "n" -> "\n";
                  case "t" -> "\t";
                  case "p" -> "\r\n--b\r\nContent-Disposition: form-data; ";
                  default ->
                      String.valueOf((char) Integer.parseInt(match.group(1).substring(1), 16));
                }));
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content;
  }

  private static String nested(int levels) {
    return IntStream.range(0, levels)
        .mapToObj(i -> " ".repeat(i) + "a:\n")
        .collect(Collectors.joining());
  }

  /** Nine lines that stand for a thousand million. */
  private static String laughs() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append((alias + ",").repeat(9)).append(alias).append("]\n");
    }
    return yaml.toString();
  }

  private static String numbered(int count, IntFunction<String> one, String by) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(by));
  }
}
