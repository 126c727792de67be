// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whereto.support.Maybe.changes;
import static org.whereto.support.Maybe.platform;
import static org.whereto.support.Maybe.suggestion;
import static org.whereto.support.Maybe.yaml;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.platform.Platform;
import org.whereto.support.Maybe;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** What a platform has for a Task, by the numbers of its owner (note, section 5). */
class ResourcesTest {

  /** The example of the note. */
  private static final String NOTE =
      """
      {minstore: 8G, maxstore: 10G, mincores: 8, maxcores: 10, minmemory: 8G, maxmemory: 10G,
       minstartup: 5s, maxstartup: 60s, minduration: 5m, maxduration: 10m}
      """;

  @Test
  void whatIsNeverThereIsRefusedBeforeTheContentIsKnown() throws BadInput {
    Platform platform =
        platform(
            """
            whereto: 1
            interfaces:
              uws: {servicetype: uri://compose-uws}
            resources: {cores: 8}
            accepts:
              - tasktype: uri://docker-compose
            """);
    String task = "tasktype: uri://docker-compose\nresources: {mincores: %s}\n";

    Answer enough = Whereto.decide(Task.read(yaml(task.formatted("8"))), platform).answer();
    assertThat(enough.isYes()).isTrue();
    assertThat(enough.warnings()).extracting(Reason::code).containsExactly("composefile.not-given");

    Answer tooMuch = Whereto.decide(Task.read(yaml(task.formatted("9"))), platform).answer();
    assertThat(tooMuch.isYes()).isFalse();
    assertThat(tooMuch.reasons())
        .extracting(Reason::code)
        .containsExactly("resources.cores.above-limit");
  }

  @Test
  void theExampleOfTheNoteFitsWhereThereIsRoom() throws BadInput {
    Answer answer =
        ask("{cores: 64, memory: 240G, store: {max: 9G}, duration: {max: 7d}, startup: 30s}", NOTE);

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.isConditional()).isFalse();
    assertThat(answer.warnings()).isEmpty();
    assertThat(amounts(answer))
        .isEqualTo(
            """
            minstore: 8G
            maxstore: 9G
            mincores: 8
            maxcores: 10
            minmemory: 8G
            maxmemory: 10G
            minstartup: 5s
            maxstartup: 30s
            minduration: 5m
            maxduration: 10m
            """);
  }

  @Test
  void everythingOfWhichThereIsTooLittleIsToldAtOnce() throws BadInput {
    Answer answer =
        ask(
            "{cores: {max: 64, free: 5}, memory: 7.5G, store: 8G, duration: 290s, startup: 90s}",
            NOTE);

    assertThat(told(answer))
        .containsExactly(
            "resources.cores.not-free NOT_NOW resources.mincores 8 5",
            "resources.memory.above-limit NEVER resources.minmemory 8G 7.5G",
            "resources.startup.too-slow NEVER resources.maxstartup 60s 90s",
            "resources.duration.above-limit NEVER resources.minduration 5m 4.833m");
    assertThat(answer.reasons())
        .extracting(Reason::text)
        .containsExactly(
            "resources.mincores asks for 8; 5 can be had now: 3 less.",
            "resources.minmemory asks for 8G; at most 7.5G can be had here: 0.5G less.",
            "resources.maxstartup is 60s; a Task usually begins here after 90s: 30s more.",
            "resources.minduration asks for 5m; at most 4.833m can be had here: 0.167m less.");
    assertThat(amounts(answer))
        .contains("maxcores: 5", "maxmemory: 7.5G", "maxstore: 8G", "maxstartup: 90s");
    assertThat(changes(suggestion(answer).orElseThrow()))
        .containsExactly(
            "resources.mincores: 8 -> 5",
            "resources.minmemory: 8G -> 7.5G",
            "resources.maxstartup: 60s -> 90s",
            "resources.minduration: 5m -> 4.833m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // owner's, asked, answer
        "{memory: 239.9G} | {minmemory: 240G} | above-limit 240G 239.9G",
        "{memory: 240G} | {minmemory: 240G} | YES",
        "{memory: 240G} | {minmemory: 240.000000001G} | above-limit 240.000000001G 240G",
        "{memory: 239.99999G} | {minmemory: 240G} | above-limit 240G 239.999G",
        "{memory: {free: 239.9G}} | {minmemory: 240G} | not-free 240G 239.9G",
        "{memory: {max: 1T, free: 239.9G}} | {minmemory: 240G} | not-free 240G 239.9G",
        "{memory: {max: 1T, free: 239.9G}} | {minmemory: 2T} | above-limit 2T 1T",
        "{memory: {max: 1T, free: 0}} | {maxmemory: 2T} | not-free 2T 0T",
        "{memory: {max: 0}} | {maxmemory: 2T} | above-limit 2T 0T",
        "{memory: {max: 1T, free: 1B}} | {maxmemory: 2T} | YES",
        "{memory: {max: 0}} | {minmemory: 0} | YES",
        "{further: {gpus: 2}} | {mingpus: 3} | above-limit 3 2",
        "{further: {gpus: 2}} | {mingpus: 2} | YES",
        "{further: {gpu_memory: {max: 80G, measure: bytes}}} | {minGpuMemory: 81G}"
            + " | above-limit 81G 80G",
        "{cores: 2} | {mingpus: 3} | not-offered min`3 ``",
      })
  void whatIsMissedIsToldExactly(String resources, String asked, String expected) throws BadInput {
    Answer answer = ask(resources, asked);
    String said =
        answer.isYes()
            ? "YES"
            : answer.reasons().stream()
                .map(reason ->
                    reason.code().substring(reason.code().lastIndexOf('.') + 1)
                        + " "
                        + reason.asked().replace(' ', '`')
                        + " "
                        + (reason.limit().isEmpty() ? "``" : reason.limit()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    assertThat(said).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // owner's, asked, on offer
        "{cores: {max: 64, default: 1}} | {mincores: 8} | mincores: 8, maxcores: 8",
        "{cores: {max: 64, default: 16}} | {mincores: 8} | mincores: 8, maxcores: 16",
        "{cores: {max: 64, default: 16, free: 12}} | {mincores: 8} | mincores: 8, maxcores: 12",
        "{cores: {max: 64, default: 16}} | {mincores: 8, maxcores: 10}"
            + " | mincores: 8, maxcores: 10",
        "{cores: 9} | {mincores: 8, maxcores: 10} | mincores: 8, maxcores: 9",
        "{cores: 9} | {maxcores: 10} | maxcores: 9",
        "{memory: 240G} | {min_memory: 1 GiB, max_memory: 1Ti}"
            + " | min_memory: 1 GiB, max_memory: 0.218Ti",
        "{memory: 9.99995G} | {minmemory: 9.99995G, maxmemory: 10G}"
            + " | minmemory: 9.99995G, maxmemory: 9.99995G",
        "{startup: 2s} | {minstartup: 5s} | minstartup: 5s, maxstartup: 5s",
        "{startup: 50s} | {maxstartup: 1m} | maxstartup: 0.834m",
        "{duration: 7d} | {maxduration: P1DT2H} | maxduration: P1DT2H",
        "{cores: {default: 2}} | {mincores: 8} | ",
      })
  void whatIsOnOfferIsToldInTheNamesAndUnitsOfTheRequest(
      String resources, String asked, String expected) throws BadInput {
    Answer answer = ask(resources, asked);

    assertThat(answer.isYes()).isTrue();
    assertThat(amounts(answer).strip().replace("\n", ", "))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void theStrictestOfAllLevelsCounts() throws BadInput {
    String file =
        """
        whereto: 1
        resources: {cores: {max: 64, default: 4}, memory: 1T}
        interfaces:
          big: {servicetype: uri://big, resources: {cores: 32}}
          small: {servicetype: uri://small, resources: {cores: {max: 8, default: 2}}}
        accepts:
          - {tasktype: uri://job, on: [big, small], resources: {memory: 100G, cores: 16}}
        """;
    Answer both = ask(platform(file), "{mincores: 8}");
    assertThat(both.interfaces()).hasSize(2);
    assertThat(amounts(both)).isEqualTo("mincores: 8\nmaxcores: 8\n");

    Answer one = ask(platform(file), "{mincores: 1, maxcores: 99}");
    assertThat(one.interfaces())
        .extracting(way -> way.resources().flatMap(tree -> tree.get("maxcores")).orElseThrow())
        .containsExactly(Tree.text("16"), Tree.text("8"));

    Answer none = ask(platform(file), "{mincores: 17, minmemory: 101G}");
    assertThat(told(none))
        .containsExactly(
            "resources.cores.above-limit NEVER resources.mincores 17 16 uri://big",
            "resources.memory.above-limit NEVER resources.minmemory 101G 100G",
            "resources.cores.above-limit NEVER resources.mincores 17 8 uri://small");
    assertThat(changes(suggestion(none).orElseThrow()))
        .containsExactly("resources.mincores: 17 -> 16", "resources.minmemory: 101G -> 100G");
  }

  @Test
  void whatNobodyAskedForIsToldWhereTheOwnerWantsThat() throws BadInput {
    String resources =
        "{cores: {max: 64, default: 2}, memory: {max: 240G, free: 7777777777B}, startup: 1m,"
            + " always: true}";

    assertThat(amounts(Maybe.ask(accepts(resources), "uri://job", "{}")))
        .isEqualTo("maxcores: 2\nmaxmemory: 7.777G\nmaxstartup: 1m\n");
    assertThat(amounts(ask(resources, "{minmemory: 1G}")))
        .isEqualTo("minmemory: 1G\nmaxmemory: 1G\nmaxcores: 2\nmaxstartup: 1m\n");
    assertThat(Maybe.ask(accepts("{cores: 64}"), "uri://job", "{}").resources()).isEmpty();
  }

  @Test
  void whatNobodyDeclaredIsNotChecked() throws BadInput {
    Answer answer = ask("{cores: 64}", "{mincores: 8, minstore: 1T, maxstartup: 1s}");

    assertThat(answer.isYes()).isTrue();
    assertThat(answer.warnings())
        .extracting(Reason::code, Reason::path)
        .containsExactly(
            tuple("resources.not-checked", "resources.minstore"),
            tuple("resources.not-checked", "resources.maxstartup"));
    assertThat(amounts(answer)).isEqualTo("mincores: 8\nmaxcores: 8\n");
  }

  @Test
  void whereNothingIsFreeThereIsNothingToSuggest() throws BadInput {
    assertThat(ask("{cores: {max: 64, free: 0}}", "{mincores: 8}").suggestion()).isEmpty();
  }

  private static String accepts(String resources) {
    return "{tasktype: 'uri://job', resources: " + resources + "}";
  }

  private static Answer ask(String resources, String asked) throws BadInput {
    return ask(
        platform(
            "{whereto: 1, interfaces: {a: {servicetype: 'uri://a'}}, accepts: ["
                + accepts(resources)
                + "]}"),
        asked);
  }

  /** What it suggests is a YES without a condition when it is asked. */
  private static Answer ask(Platform platform, String asked) throws BadInput {
    Task task = new Task("uri://job", Tree.map(Map.of(Task.RESOURCES, yaml(asked))));
    Answer answer = Whereto.decide(task, platform).answer();
    if (suggestion(answer).isPresent()) {
      Task better = suggestion(answer).get().task().orElseThrow();
      Answer again = Whereto.decide(better, platform).answer();
      assertThat(again.isYes()).isTrue();
      assertThat(again.isConditional()).isFalse();
    }
    return answer;
  }

  private static String amounts(Answer answer) {
    StringBuilder lines = new StringBuilder();
    if (answer.resources().orElse(null) instanceof Mapping mapping) {
      mapping
          .members()
          .forEach((name, member) ->
              lines
                  .append(name)
                  .append(": ")
                  .append(((Scalar) member.value()).text())
                  .append('\n'));
    }
    return lines.toString();
  }

  private static List<String> told(Answer answer) {
    return answer.reasons().stream()
        .map(reason ->
            String.join(
                    " ",
                    reason.code(),
                    reason.permanence().orElseThrow().name(),
                    reason.path(),
                    reason.asked(),
                    reason.limit(),
                    reason.interfaceName())
                .strip())
        .toList();
  }
}
