// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Planner;
import org.whereto.http.settings.Limits;
import org.whereto.support.JsonSchemas;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

class DescribedTest {

  private static final Mapping EXACT = JsonSchemas.exact(Described.schema());

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples/platforms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExamplePlatformIsDescribedByTheSchemaInEveryFormat(Path example)
      throws IOException, BadInput {
    Mapping described = described(Files.readAllBytes(example));
    assertThat(JsonSchemas.faults(EXACT, described)).isEmpty();
    for (Format format : Formats.ALL) {
      Format reader = Formats.byName(format.name(), Described.ROOT).orElseThrow();
      byte[] written = Described.write(described, format);
      assertThat(reader.read(written, Budget.SMALL, Keep.ALL)).isEqualTo(described);
    }
  }

  @Test
  void theDocumentReadsLikeThePlatformFile() throws BadInput, IOException {
    Mapping described = described(Files.readAllBytes(Path.of("examples/platforms/zeppelin.yaml")));
    String expected =
        """
        title: Aglais
        tasktypes:
        - tasktype: uri://zeppelin-notebook
          kind: zeppelin-notebook
          fields:
          - {name: notebook, content: true}
          - {name: languages}
          format: application/json
          accepted:
          - interfaces:
            - {servicetype: uri://zeppelin-service}
            reasons: full
            required: false
            conditions:
            - check: languages
              demands:
              - "languages: md, python, pyspark"
              - "languages that are only shown, like md, count too"
        answers: [application/json, application/yaml, application/xml]
        limits:
          head: 16384
          bodies:
          - {type: application/yaml, bytes: 1048576}
          - {type: application/json, bytes: 16777216}
          - {type: application/x-www-form-urlencoded, bytes: 1048576}
          - {type: multipart/form-data, bytes: 16777216}
        """;
    assertThat(described.without("version")).isEqualTo(yaml(expected));
  }

  @Test
  void whatIsNotToldChangesNoByte() {
    String open = file("reasons: none", "{tasktype: uri://docker-container}");
    String closed =
        file("reasons: none", "{tasktype: uri://docker-container, if: {image: [secret]}}");
    assertThat(described(closed.getBytes(UTF_8)).toString())
        .isEqualTo(described(open.getBytes(UTF_8)).toString());
  }

  @Test
  void whatIsToldChangesTheVersion() {
    String one = file("", "{tasktype: uri://docker-container, if: {image: [a]}}");
    String other = file("", "{tasktype: uri://docker-container, if: {image: [b]}}");
    assertThat(described(one.getBytes(UTF_8)).get("version"))
        .isNotEqualTo(described(other.getBytes(UTF_8)).get("version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tasktypes: [{}]}",
        "{tasktypes: [{tasktype: a, accepted: []}]}",
        "{tasktypes: [{tasktype: a, accepted: [{interfaces: [], reasons: none}]}]}",
        "{tasktypes: [{tasktype: a, accepted: [{interfaces: [{servicetype: b}], reasons: none,"
            + " required: true}]}]}",
        "{tasktypes: [{tasktype: a, accepted: [{interfaces: [{servicetype: b}], reasons: full}]}]}",
        "{tasktypes: [{tasktype: a, fields: [{name: x, content: 'yes'}], accepted: [{interfaces:"
            + " [{servicetype: b}], reasons: none}]}]}",
        "{version: ABC}",
        "{limits: {head: 0, bodies: []}}",
        "{answers: []}",
        "{secrets: []}"
      })
  void otherDocumentsDoNotFollowTheSchema(String change) throws BadInput, IOException {
    Mapping good = described(Files.readAllBytes(Path.of("examples/platforms/zeppelin.yaml")));
    Mapping broken = good.withAll((Mapping) yaml(change));
    assertThat(JsonSchemas.faults(EXACT, broken)).isNotEmpty();
  }

  private static String file(String more, String accepts) {
    return "whereto: 1\n"
        + more
        + "\ninterfaces: {a: {servicetype: uri://a}}\naccepts: ["
        + accepts
        + "]\n";
  }

  private static Mapping described(byte[] file) {
    Checked read = PlatformFile.read("test", file);
    assertThat(read).isInstanceOf(Checked.Good.class);
    return Described.tree(
        Planner.describe(Caller.ANONYMOUS, ((Checked.Good) read).platform()), Limits.DEFAULT);
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
