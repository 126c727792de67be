// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;

class PlatformFileTest {

  private static final String HEAD =
      """
      whereto: 1
      interfaces:
        hub: {servicetype: uri://jupyter-hub, serviceinfo: {endpoint: http://hub.example.org/}}
      """;

  @Test
  void aSmallFileIsAPlatform() {
    Platform platform = good(HEAD + "accepts: [{tasktype: uri://jupyter-notebook}]\n");

    assertThat(platform.title()).isEqualTo("test");
    assertThat(platform.understands("uri://jupyter-notebook")).isPresent();
    assertThat(platform.understands("uri://Jupyter-notebook")).isEmpty();
    assertThat(platform.interfaces())
        .extracting(Offered::label)
        .containsExactly("uri://jupyter-hub");
  }

  @Test
  void tenFaultsAreTenLinesInTheOrderOfTheFile() {
    assertThat(
            faults(
                """
                wereto: 1
                titel: Test
                reasons: ful
                tasktypes:
                  uri://mine: {kind: jupiter-notebook}
                interfaces:
                  hub:
                    serviceinfo: {endpoint: http://hub.example.org/}
                  other: {servicetype: "", serviceinfo: text}
                accepts:
                  - tasktype: uri://jupyter-notebok
                    on: [hbu]
                    if: {languages: [python]}
                  - on: [hub]
                    if: {langages: [python]}
                """))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("f:1:1: \"whereto\" is missing"),
            line ->
                assertThat(line).startsWith("f:1:1: Unknown key \"wereto\". Did you mean \"whe"),
            line -> assertThat(line).contains("Unknown key \"titel\". Did you mean \"title\"?"),
            line -> assertThat(line).startsWith("f:3:10: \"reasons\" must be one of none, codes,"),
            line -> assertThat(line).startsWith("f:5:22: ").contains("mean \"jupyter-notebook\"?"),
            line -> assertThat(line).startsWith("f:8:5: \"servicetype\" is missing"),
            line -> assertThat(line).startsWith("f:9:24: \"servicetype\" holds an empty text"),
            line -> assertThat(line).startsWith("f:9:41: \"serviceinfo\" must be a mapping"),
            line ->
                assertThat(line).startsWith("f:11:15: Did you mean \"uri://jupyter-notebook\"?"),
            line -> assertThat(line).startsWith("f:12:10: There is no interface \"hbu\". Did you"),
            line -> assertThat(line).startsWith("f:14:5: \"tasktype\" is missing"),
            line -> assertThat(line).startsWith("f:15:10: Unknown key \"langages\". Did you mean"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accepts: [{tasktype: uri://docker-container, if: {languages: [python]}}] | languages\""
            + " cannot be checked for uri://docker-container",
        "accepts: [{tasktype: uri://mine, if: {languages: [python]}}]             | give the"
            + " type a kind",
        "accepts: [{tasktype: uri://mine, who: [me]}]                             | Unknown key"
            + " \"who\"",
        "accepts: [{tasktype: uri://mine, resources: {core: 8}}]                  | Unknown key"
            + " \"core\"",
        "accepts: [{tasktype: uri://mine, data: []}]                              | Unknown key"
            + " \"data\"",
        "accepts: []                                                              | \"accepts\" is"
            + " empty",
        "accepts: uri://mine                                                      | must be a list",
        "accepts: [{tasktype: []}]                                                | names nothing",
        "accepts: [{tasktype: uri://mine, on: []}]                                | names nothing",
        "accepts: [{tasktype: uri://docker-container, if: {image: {deny: []}}}]   | names no image",
        "accepts: [uri://mine]                                                    | A mapping is"
            + " wanted here",
        "accepts: [{tasktype: }]                                                  | \"tasktype\""
            + " has no value",
        "accepts: [{tasktype: !x uri://mine}]                                     | tag !x",
        "accepts: [{tasktype: uri://mine, on: [hub, hub]}]                        | stands here"
            + " twice",
        "accepts: [{tasktype: uri://mine, required: maybe}]                       | must be true or"
            + " false",
        "accepts: [{tasktype: uri://mine, if: {}}, {tasktype: uri://mine, tasktype: uri://other}] |"
            + " a second time",
        "accepts: [{tasktype: uri://mine, if: {field: {}}}]                       | names no"
            + " member",
        "accepts: [{tasktype: uri://mine, if: {field: {taskinfo.a: {min: x}}}}]   | must be a"
            + " number",
        "accepts: [{tasktype: uri://mine, if: {field: {taskinfo.a: {min: 2, max: 1}}}}] | above"
            + " \"max\"",
        "accepts: [{tasktype: uri://mine, if: {field: {a..b: [x]}}}]              | no dotted path",
        "accepts: [{tasktype: uri://mine, if: {field: {resources.mincores: [x]}}}] | meaning of its"
            + " own",
        "accepts: [{tasktype: uri://jupyter-notebook, if: {field: {taskinfo.notebook.cells: [x]}}}]"
            + " | is content",
        "accepts: [{tasktype: uri://jupyter-notebook, if: {languages: }}]         | has no value",
        "accepts: [{tasktype: uri://jupyter-notebook, if: {languages: {display: true}}}] |"
            + " \"allow\" is missing",
        "max-age: 0                             | \"max-age\" must be from 1s to 1d",
        "max-age: 25h                           | must be from 1s to 1d",
        "max-age: soon                          | is not a time like 60s",
        "surprise: 1                                                              | Unknown key"
            + " \"surprise\"",
      })
  void eachMistakeIsNamed(String text, String told) {
    assertThat(faults(HEAD + text + "\n")).anySatisfy(line -> assertThat(line).contains(told));
  }

  @Test
  void withSeveralInterfacesTheEntryMustSayWhich() {
    assertThat(
            faults(
                """
                whereto: 1
                interfaces: {a: {servicetype: uri://a}, b: {servicetype: uri://b}}
                accepts: [{tasktype: uri://mine}]
                """))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"on\" is missing: say on which of a, b."));
  }

  @Test
  void anotherFormatVersionIsRefused() {
    assertThat(faults(HEAD.replace("whereto: 1", "whereto: 2") + "accepts: [{tasktype: t}]"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("reads format 1"));
  }

  @Test
  void severalDocumentsAnEmptyFileAndNoYamlAreOneFault() {
    assertThat(faults("")).hasSize(1);
    assertThat(faults("whereto: 1\n---\nwhereto: 1\n")).hasSize(1);
    assertThat(faults("{{{{")).hasSize(1);
    assertThat(faults("just text")).isNotEmpty();
  }

  @Test
  void synonymsAndIvoIdentifiersNameTheSameType() {
    Platform platform =
        good(
            HEAD
                + """
                tasktypes:
                  uri://mine: {kind: none, same-as: ["ivo://Example/Types/Mine", "doi:10/mine"]}
                accepts: [{tasktype: doi:10/mine}]
                """);

    for (String name : List.of("uri://mine", "IVO://example/types/mine", "doi:10/mine")) {
      assertThat(platform.understands(name))
          .get()
          .satisfies(type -> assertThat(type.tasktype()).isEqualTo("uri://mine"));
    }
    assertThat(platform.understands("DOI:10/mine")).isEmpty();
  }

  @Test
  void aTypeOutOfTheBoxKeepsItsKindWhenItGetsSynonyms() {
    Platform platform =
        good(
            HEAD
                + """
                tasktypes:
                  uri://jupyter-notebook: {same-as: [uri://nb]}
                accepts: [{tasktype: uri://nb, if: {languages: [python]}}]
                """);
    assertThat(platform.understands("uri://jupyter-notebook").orElseThrow().kind()).isPresent();
  }

  @Test
  void interfacesThatShareAServicetypeAreNumberedInTheOwnersOrder() {
    Platform platform =
        good(
            """
            whereto: 1
            interfaces: {a: {servicetype: uri://x}, b: {servicetype: uri://y}, c: {servicetype: uri://x}}
            accepts: [{tasktype: t, on: [c, a]}]
            """);
    Acceptance acceptance = platform.understands("t").orElseThrow().acceptances().getFirst();
    assertThat(acceptance.on()).extracting(Offered::label).containsExactly("uri://x", "uri://x#2");
  }

  @Test
  void conditionsOfThePlatformHoldForEveryAcceptance() {
    Platform platform =
        good(
            HEAD
                + """
                reasons: codes
                if: {field: {taskinfo.site: [roe]}}
                accepts:
                  - {tasktype: t, if: {field: {taskinfo.queue: [short]}}}
                  - {tasktype: t, reasons: none}
                """);
    assertThat(platform.understands("t").orElseThrow().acceptances())
        .satisfiesExactly(
            one -> assertThat(one.checks()).hasSize(2),
            other -> assertThat(other.checks()).hasSize(1))
        .extracting(Acceptance::disclosure)
        .containsExactly(Disclosure.CODES, Disclosure.NONE);
  }

  @Test
  void anAnswerMayBeKeptAsLongAsTheOwnerSays() {
    String file = HEAD + "accepts: [{tasktype: t}]\n";
    assertThat(good(file).maxAge()).isEmpty();
    assertThat(good(file + "max-age: 2m\n").maxAge()).contains(Duration.ofMinutes(2));
    assertThat(good(file + "max-age: 1d\n").maxAge()).contains(Duration.ofDays(1));
  }

  @Test
  void theVersionFollowsTheBytes() {
    String file = HEAD + "accepts: [{tasktype: t}]\n";
    assertThat(good(file).version()).isEqualTo(good(file).version());
    assertThat(good(file + "#\n").version()).isNotEqualTo(good(file).version());
  }

  @Test
  void whoHasRulesOrSchemasMayTakeLong() {
    String begin =
        """
        whereto: 1
        interfaces: {x: {servicetype: uri://x, if: {%s}}}
        accepts: [{tasktype: uri://jupyter-notebook, if: {languages: [python]}}]
        """;
    assertThat(good(begin.formatted("languages: [r]")).mayTakeLong()).isFalse();
    assertThat(good(begin.formatted("rule: {holds: [{that: '1 < 2', else: No.}]}")).mayTakeLong())
        .isTrue();
    assertThat(good(begin.formatted("schema: {type: object}")).mayTakeLong()).isTrue();
  }

  private static Platform good(String file) {
    Checked checked = PlatformFile.read("test", file.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  private static List<String> faults(String file) {
    Checked checked = PlatformFile.read("test", file.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Faulty.class);
    List<String> lines =
        ((Checked.Faulty) checked).problems().stream().map(problem -> problem.in("f")).toList();
    assertThat(lines).allSatisfy(line -> assertThat(Arrays.asList(line.split("\n"))).hasSize(1));
    return lines;
  }
}
