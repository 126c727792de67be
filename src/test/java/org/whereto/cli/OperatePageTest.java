// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whereto.http.settings.ServerFile;
import org.whereto.support.RawConnection;
import org.whereto.support.ServeProcess;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** What docs/operate.md says of the server is what the server does. */
final class OperatePageTest {

  private static final String PAGE = read();

  private static final Pattern RANGE = Pattern.compile(", from (\\S+) to ([^;.]+(?:\\.\\d+\\w*)?)");
  private static final Pattern DEFAULT = Pattern.compile("; default: (\\d[\\w.]*?)\\.?$");

  private static String read() {
    try {
      return Files.readString(Path.of("docs/operate.md"));
    } catch (IOException absent) {
      throw new AssertionError(absent);
    }
  }

  private static String block(String language, int nth) {
    Matcher blocks =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(PAGE);
    for (int i = 0; i <= nth; i++) {
      assertThat(blocks.find()).isTrue();
    }
    return blocks.group(1);
  }

  @Test
  void theFileOfThePageIsGood() throws BadInput {
    assertThat(ServerFile.read("page", block("yaml", 0).getBytes(UTF_8)).limits().questions())
        .isEqualTo(512);
  }

  @Test
  void everyKeyStandsInThePageWithItsRangeAndDefault() {
    Map<String, String> keys = new TreeMap<>();
    collect(ServerFile.schema(), "", keys);
    assertThat(keys).hasSizeGreaterThan(20).containsKeys("whereto", "limits.share", "admin.open");
    keys.forEach((key, doc) -> {
      String row =
          PAGE.lines().filter(line -> line.startsWith("| `" + key + "` |")).findFirst().orElse("");
      List<String> told = new ArrayList<>(List.of("|"));
      Matcher range = RANGE.matcher(doc);
      if (range.find()) {
        told.add("| `" + range.group(1) + "` to `" + range.group(2) + "` |");
      }
      Matcher otherwise = DEFAULT.matcher(doc);
      if (otherwise.find()) {
        told.add("| `" + otherwise.group(1) + "` |");
      }
      assertThat(row).as("%s: %s", key, doc).isNotEmpty().contains(told);
    });
  }

  /** The keys of a schema, also those of mappings that have a short form, with what they mean. */
  private static void collect(Tree schema, String above, Map<String, String> into) {
    if (schema.get("anyOf").orElse(null) instanceof Sequence forms) {
      forms.items().forEach(form -> collect(form, above, into));
    }
    if (!(schema.get("properties").orElse(null) instanceof Mapping properties)) {
      return;
    }
    properties
        .members()
        .forEach((name, member) -> {
          Tree inner = member.value();
          int before = into.size();
          collect(inner, above + name + ".", into);
          if (into.size() == before
              && inner.get("description").orElse(null) instanceof Scalar doc) {
            into.put(above + name, doc.text());
          }
        });
  }

  @Test
  void everyOptionStandsInThePage() {
    assertThat(new Serve().spec().options())
        .allSatisfy(option -> assertThat(PAGE).contains("| `" + option.names()[0] + " "));
  }

  @Test
  @Timeout(120)
  void theServerSaysWhatThePageShows() throws IOException, InterruptedException, BadInput {
    try (ServeProcess server = ServeProcess.start("examples/platforms/zeppelin.yaml")) {
      while (server.errors().size() < 2) {
        Thread.sleep(10);
      }
      assertThat(masked(server.address() + "\n")).isEqualTo(masked(block("", 1)));
      assertThat(masked(String.join("\n", server.errors()) + "\n")).isEqualTo(masked(block("", 2)));
      String admin = server.errors().getLast();
      int port = URI.create(admin.substring(admin.indexOf("http"))).getPort();

      String query = query(json(block("json", 1)).get("target").orElseThrow());
      assertThat(get(server.port(), "/accepts?" + query)).contains("\"NO\"");
      assertThat(names(json(get(server.port(), "/health/ready"))))
          .isSubsetOf(names(json(block("json", 0))));
      assertThat(get(port, "/configuration")).contains("Aglais");
      assertThat(
              Pattern.compile("`(whereto_(?!source_|tls_)\\w+)`")
                  .matcher(PAGE)
                  .results()
                  .map(m -> m.group(1)))
          .hasSizeGreaterThan(8)
          .isSubsetOf(metrics(port));
      server.signal("TERM");
      assertThat(server.exit()).isZero();
      String logged =
          server.output().stream().filter(line -> line.contains("/accepts")).findFirst().orElse("");
      assertThat(names(json(logged))).isEqualTo(names(json(block("json", 1))));
    }
  }

  /** The names of all metrics; a question is counted a moment after its answer was sent. */
  private static List<String> metrics(int port) throws IOException, InterruptedException {
    String all = "";
    for (int i = 0; i < 1000 && !all.contains("whereto_warnings_total"); i++) {
      Thread.sleep(10);
      all = get(port, "/metrics");
    }
    return all.lines()
        .filter(line -> line.startsWith("# HELP "))
        .map(line -> line.split(" ", 4)[2])
        .toList();
  }

  private static String query(Tree target) {
    String text = ((Scalar) target).text();
    return text.substring(text.indexOf('?') + 1);
  }

  private static String masked(String text) {
    return text.replaceAll(":\\d+/", ":PORT/").replaceAll("[0-9a-f]{12}", "HASH");
  }

  private static Tree json(String text) throws BadInput {
    return Formats.JSON.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  /** All member names of a document, however deep. */
  private static List<String> names(Tree tree) {
    return tree.nodes()
        .filter(Mapping.class::isInstance)
        .flatMap(mapping -> ((Mapping) mapping).members().keySet().stream())
        .toList();
  }

  private static String get(int port, String target) throws IOException {
    return RawConnection.ask(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").text();
  }
}
