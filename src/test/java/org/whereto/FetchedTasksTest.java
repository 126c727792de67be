// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.support.RawServer;
import org.whereto.systems.Systems;
import org.whereto.systems.fetch.FetchSettings;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** From an owner's file and a real server to the answer about a document that is named by a URL. */
@Timeout(60)
class FetchedTasksTest {

  private static final String COMPOSE = "services: {web: {image: docker.io/example/web:1}}\n";

  @Test
  void aDocumentIsFetchedAndDecidedUpon() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", COMPOSE))) {
      assertThat(decide(server, "docker.io/example/*", "").isYes()).isTrue();

      Answer other = decide(server, "docker.io/other/*", "");
      assertThat(other.reasons())
          .extracting(Reason::code, Reason::path)
          .containsExactly(tuple("image.not-allowed", "services.web.image"));
    }
  }

  @Test
  void aNoSaysWhyNothingWasFetched() throws Exception {
    try (RawServer server = RawServer.saying(RawServer.http("404 No", "text/plain", ""))) {
      assertThat(text(decide(server, "**", "")))
          .isEqualTo(
              "The compose file was not fetched from its URL: send the content instead. 127.0.0.1"
                  + " has nothing at this URL (HTTP status 404).");
    }
    try (RawServer server = RawServer.saying(RawServer.http("200 OK", "text/plain", COMPOSE))) {
      assertThat(text(decide(server, "**", "size: 1Ki, ", "http://127.0.0.1:1/")))
          .endsWith("This platform does not fetch from http://127.0.0.1:1.");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Each key with its range and its default. */
  @Test
  void theOwnersPageTellsEveryKey() throws IOException {
    String page = Files.readString(Path.of("docs/owner.md"));
    Map<String, String> keys = new TreeMap<>();
    collect(Settings.describe(FetchSettings::read), "fetch.", keys);
    assertThat(keys).hasSize(9);
    Pattern numbers = Pattern.compile(", from (\\S+) to (\\S+); default: (\\S+)\\.$");
    keys.forEach((key, doc) -> {
      Matcher told = numbers.matcher(doc);
      String end =
          told.find()
              ? "| `%s` | `%s` to `%s` |".formatted(told.group(3), told.group(1), told.group(2))
              : "|";
      assertThat(page.lines().filter(line -> line.startsWith("| `" + key + "` |")))
          .as(key)
          .singleElement()
          .asString()
          .endsWith(end);
    });
  }

  private static void collect(Mapping schema, String above, Map<String, String> into) {
    Mapping properties = (Mapping) schema.get("properties").orElseThrow();
    properties
        .members()
        .forEach((name, member) -> {
          Mapping inner = (Mapping) member.value();
          if (inner.get("properties").isPresent()) {
            collect(inner, above + name + ".", into);
          } else {
            into.put(above + name, ((Scalar) inner.get("description").orElseThrow()).text());
          }
        });
  }

  private static String text(Answer answer) {
    List<Reason> reasons = answer.reasons();
    assertThat(reasons).hasSize(1);
    assertThat(reasons.getFirst().code()).isEqualTo("composefile.not-fetched");
    assertThat(reasons.getFirst().path()).isEqualTo("taskinfo.composefile");
    assertThat(reasons.getFirst().permanence().map(Enum::name)).contains("UNKNOWN");
    return reasons.getFirst().text();
  }

  private static Answer decide(RawServer server, String images, String more) throws BadInput {
    return decide(server, images, more, server.url() + "/compose.yaml");
  }

  private static Answer decide(RawServer server, String images, String more, String url)
      throws BadInput {
    String file =
        """
        whereto: 1
        fetch: {hosts: ["%s"], %sprivate: 127.0.0.1/32}
        interfaces: {a: {servicetype: uri://a}}
        accepts: [{tasktype: uri://docker-compose, if: {image: {allow: ["%s"]}}}]
        """
            .formatted(server.url(), more, images);
    Checked.Good good = (Checked.Good) PlatformFile.read("test", file.getBytes(UTF_8));
    Tree taskinfo = Tree.build().put("composefile", url).done();
    Question question = Question.of(Task.of("uri://docker-compose", taskinfo));
    try (Systems systems = new Systems()) {
      return Planner.decide(
              question, Caller.ANONYMOUS, good.platform(), systems.world(good.outside()))
          .answer();
    }
  }
}
