// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.support.Maybe.platform;
import static org.whereto.support.Maybe.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Answer;
import org.whereto.answer.Reason;
import org.whereto.decide.Planner;
import org.whereto.task.Caller;
import org.whereto.task.DataItem;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.world.Available;
import org.whereto.world.Available.Slot;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.World;

/** Data is copied to the place where the content runs, and not to another one. */
class DataBesideContentTest {

  private static final String PLATFORM =
      """
      whereto: 1
      available:
        nodes: {file: {path: /nowhere/nodes.json, amounts: {cores: /cores, store: /store}}}
      resources: {available: [nodes]}
      data:
        http: [{here: ["https://archive.example.org/data/"]}]
      interfaces:
        uws: {servicetype: uri://compose-uws}
      accepts:
        - tasktype: uri://docker-compose
      """;

  private static final String TASK =
      """
      tasktype: uri://docker-compose
      taskinfo:
        composefile:
          services:
            web: {image: x, deploy: {resources: {reservations: {cpus: CORES}}}}
      data:
        - {datatype: uri://http-resource, datainfo: {url: "https://archive.example.org/data/x"}}
      """;

  /**
   * One node has many cores and little store, the other little of the one and much of the other.
   */
  private static final World WORLD =
      World.CLOSED
          .withAvailability(DataBesideContentTest::now)
          .withReplicas(DataBesideContentTest::find);

  @ParameterizedTest
  @CsvSource({"1, YES, ''", "8, NO, data.too-large"})
  void dataMustFitWhereTheContentDoes(String cores, String word, String why) throws BadInput {
    Task task = Task.read(yaml(TASK.replace("CORES", "'" + cores + "'")));
    Answer answer =
        Planner.decide(Question.of(task), Caller.ANONYMOUS, platform(PLATFORM), WORLD).answer();

    assertThat(answer.word().name()).isEqualTo(word);
    assertThat(answer.reasons())
        .extracting(Reason::code)
        .containsExactlyElementsOf(why.isEmpty() ? List.of() : List.of(why));
  }

  private static Map<String, Known<Available>> now(Set<String> sources) {
    List<Slot> nodes =
        List.of(node("many", "8", "1000000000"), node("large", "1", "1000000000000"));
    Map<String, Known<Available>> now = new HashMap<>();
    sources.forEach(
        name -> now.put(name, new Known.Value<>(new Available(nodes, false), Duration.ZERO)));
    return now;
  }

  private static Slot node(String name, String cores, String store) {
    Map<String, BigDecimal> there =
        Map.of("cores", new BigDecimal(cores), "store", new BigDecimal(store));
    return new Slot(name, there, there);
  }

  private static Map<DataItem, Known<Optional<Replica>>> find(Set<DataItem> items) {
    Replica large = new Replica(List.of(), OptionalLong.of(500_000_000_000L));
    Map<DataItem, Known<Optional<Replica>>> found = new HashMap<>();
    items.forEach(item -> found.put(item, new Known.Value<>(Optional.of(large), Duration.ZERO)));
    return found;
  }
}
