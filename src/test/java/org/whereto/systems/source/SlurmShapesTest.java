// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.RawServer;
import org.whereto.tree.BadInput;
import org.whereto.world.Available.Slot;

/** What slurmrestd may say, in the shapes that Debian's gives, and in others. */
@Timeout(60)
class SlurmShapesTest {

  private static final String PARTITION =
      """
      {"name": "main", "state": "UP", "max_time_limit": 60, "maximum_cpus_per_node": -1,
       "maximum_memory_per_node": null, "maximum_memory_per_cpu": null, "nodes": "n[1-2]"}
      """;

  private static final String NODE =
      """
      {"name": "n1", "state": "mixed", "state_flags": [], "partitions": ["main", "gpu"],
       "cpus": 8, "alloc_cpus": 3, "idle_cpus": 5, "real_memory": 1000, "alloc_memory": 400,
       "free_memory": 20, "gres": "gpu:a100:2(S:0-1),shard:8", "gres_used": "gpu:a100:1(IDX:0)"}
      """;

  private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);

  private static List<Slot> read(String partitions, String nodes) throws Exception {
    try (RawServer server =
        RawServer.start((request, out) -> {
          String body = request.target().endsWith("/nodes") ? nodes : partitions;
          out.write(RawServer.http("200 OK", "application/json", body).getBytes(UTF_8));
        })) {
      SourceSettings settings =
          Written.source("slurm: {endpoint: '" + server.url() + "/api/', partition: main}");
      List<Slot> slots = settings.origin().open(Duration.ofSeconds(30)).read().slots();
      assertThat(server.requests())
          .extracting(RawServer.Request::target)
          .containsExactly("/api/slurm/v0.0.38/partitions", "/api/slurm/v0.0.38/nodes");
      return slots;
    }
  }

  private static String partitions(String... some) {
    return "{\"errors\": [], \"partitions\": [" + String.join(",", some) + "]}";
  }

  private static String nodes(String... some) {
    return "{\"errors\": [], \"nodes\": [" + String.join(",", some) + "]}";
  }

  private static Slot slot(String partition, String node) throws Exception {
    return read(partitions(partition), nodes(node)).getFirst();
  }

  private static Map<String, BigDecimal> amounts(int cores, int memory, int gpus, int minutes) {
    return Map.of(
        "cores", BigDecimal.valueOf(cores),
        "memory", BigDecimal.valueOf(memory).multiply(MIB),
        "gpus", BigDecimal.valueOf(gpus),
        "duration", BigDecimal.valueOf(60L * minutes));
  }

  @Test
  void aNodeIsASlot() throws Exception {
    assertThat(read(partitions(PARTITION), nodes(NODE)))
        .containsExactly(new Slot("n1", amounts(5, 600, 1, 60), amounts(8, 1000, 2, 60)));
  }

  @Test
  void nodesOfOtherPartitionsAreNone() throws Exception {
    assertThat(
            read(
                partitions(PARTITION.replace("main", "gpu"), PARTITION),
                nodes(NODE.replace("\"main\", ", ""), NODE.replace("n1", "n2"))))
        .extracting(Slot::name)
        .containsExactly("n2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "maximum_memory_per_node": null | "maximum_memory_per_node": 500  | 5 500 | 8 500
          "maximum_memory_per_node": null | "maximum_memory_per_node": 5000 | 5 600 | 8 1000
          "maximum_memory_per_cpu": null  | "maximum_memory_per_cpu": 100   | 5 500 | 8 800
          "maximum_memory_per_cpu": null  | "maximum_memory_per_cpu": 999999999999 | 5 600 | 8 1000
          "maximum_cpus_per_node": -1     | "maximum_cpus_per_node": 4      | 1 600 | 4 1000
          "maximum_cpus_per_node": -1     | "maximum_cpus_per_node": 2      | 0 600 | 2 1000
          "maximum_cpus_per_node": -1     | "maximum_cpus_per_node": 64     | 5 600 | 8 1000
          """)
  void limitsOfThePartitionCount(String usual, String other, String free, String most)
      throws Exception {
    Slot slot = slot(PARTITION.replace(usual, other), NODE);
    assertThat(slot.free()).isEqualTo(amounts(cores(free), memory(free), 1, 60));
    assertThat(slot.most()).isEqualTo(amounts(cores(most), memory(most), 2, 60));
  }

  private static int cores(String both) {
    return Integer.parseInt(both.substring(0, both.indexOf(' ')));
  }

  private static int memory(String both) {
    return Integer.parseInt(both.substring(both.indexOf(' ') + 1));
  }

  @Test
  void aPartitionWithoutATimeLimitTellsOfNone() throws Exception {
    for (String none : List.of("-1", "null")) {
      Slot slot = slot(PARTITION.replace("limit\": 60", "limit\": " + none), NODE);
      assertThat(slot.most()).doesNotContainKey("duration");
      assertThat(slot.free()).doesNotContainKey("duration");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"mixed\"', '\"down\"'",
    "'\"mixed\"', '\"unknown\"'",
    "'\"mixed\"', '\"future\"'",
    "'\"mixed\"', '\"a state of next year\"'",
    "'state_flags\": []', 'state_flags\": [\"DRAIN\"]'",
    "'state_flags\": []', 'state_flags\": [\"COMPLETING\", \"DRAIN\"]'",
    "'state_flags\": []', 'state_flags\": [\"MAINTENANCE\"]'",
    "'state_flags\": []', 'state_flags\": [\"RESERVED\"]'",
    "'state_flags\": []', 'state_flags\": [\"PLANNED\"]'",
    "'state_flags\": []', 'state_flags\": [\"NOT_RESPONDING\"]'",
    "'state_flags\": []', 'state_flags\": [\"POWERED_DOWN\"]'",
  })
  void onANodeThatTakesNoJobsNothingIsFreeNow(String usual, String other) throws Exception {
    Slot slot = slot(PARTITION, NODE.replace(usual, other));
    assertThat(slot.free()).isEqualTo(amounts(0, 0, 0, 0));
    assertThat(slot.most()).isEqualTo(amounts(8, 1000, 2, 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOWN", "DRAIN", "INACTIVE", "up", ""})
  void inAPartitionThatIsNotOpenNothingIsFreeNow(String state) throws Exception {
    Slot slot = slot(PARTITION.replace("\"UP\"", "\"" + state + "\""), NODE);
    assertThat(slot.free()).isEqualTo(amounts(0, 0, 0, 0));
    assertThat(slot.most()).isEqualTo(amounts(8, 1000, 2, 60));
  }

  @Test
  void aNodeThatEndsAJobTakesOthers() throws Exception {
    String node = NODE.replace("state_flags\": []", "state_flags\": [\"COMPLETING\"]");
    assertThat(slot(PARTITION, node).free()).isEqualTo(amounts(5, 600, 1, 60));
  }

  /** Slurm allows more than there is where memory was taken away under a job that runs. */
  @Test
  void whatIsTakenTwiceIsNotFree() throws Exception {
    String node =
        NODE.replace("alloc_memory\": 400", "alloc_memory\": 1400")
            .replace("alloc_cpus\": 3", "alloc_cpus\": 9");
    assertThat(slot(PARTITION, node).free()).isEqualTo(amounts(0, 0, 1, 60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | 0
          gpu                                 | 1
          gpu:4                               | 4
          gpu:a100:4                          | 4
          gpu:a100:4(S:0,1)                   | 4
          gpu:a100:2(S:0-1),gpu:t4:3(S:2)     | 5
          gpu:a100:0(IDX:N/A)                 | 0
          gpu:a100:2(IDX:0,3),shard:a100:7(0/8,7/8) | 2
          shard:16,mps:100                    | 0
          (null)                              | 0
          """)
  void gpusOfAllTypesAreCounted(String gres, long count) throws Exception {
    assertThat(Gres.gpus(gres)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu:-1", "gpu:a100:many", "gpu:a100:9999999", "gpu:"})
  void gpusThatCannotBeCountedAreNoReading(String gres) {
    assertThatThrownBy(() -> Gres.gpus(gres)).isInstanceOf(Unread.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "cpus": 8           | "cpus": -8            | whole number as "cpus"
          "cpus": 8           | "cpus": -1            | whole number as "cpus"
          "cpus": 8           | "cpus": null          | whole number as "cpus"
          "cpus": 8           | "cpus": "8"           | number as "cpus"
          "cpus": 8           | "cpus": 8.5           | whole number as "cpus"
          "cpus": 8           | "cpus": 8e3           | whole number as "cpus"
          "cpus": 8           | "cpus": 1e400         | whole number as "cpus"
          "cpus": 8           | "cpus": 99999999999999999999 | whole number as "cpus"
          "cpus": 8           | "cpus": true          | whole number as "cpus"
          "cpus": 8           | "cpus": {"set": true} | number as "cpus"
          "cpus": 8           | "cores": 8            | number as "cpus"
          "idle_cpus": 5      | "idle_cpus": 9        | more idle CPUs than CPUs
          "alloc_cpus": 3     | "alloc_cpus": -3      | whole number as "alloc_cpus"
          "alloc_memory": 400 | "alloc_memory": -400  | whole number as "alloc_memory"
          "real_memory": 1000 | "real_memory": "1G"   | number as "real_memory"
          "state": "mixed"    | "state": ["MIXED"]    | text as "state"
          "state_flags": []   | "state_flags": null   | list as "state_flags"
          "state_flags": []   | "state_flags": [3]    | list of texts as "state_flags"
          "partitions": ["main", "gpu"] | "partitions": "main" | list as "partitions"
          "name": "n1"        | "name": 5             | text as "name"
          """)
  void aNodeOfAnotherShapeIsNoReading(String usual, String other, String told) {
    assertThat(NODE).contains(usual);
    assertThatThrownBy(() -> slot(PARTITION, NODE.replace(usual, other)))
        .isInstanceOf(Unread.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"errors": [{"error": "Unspecified error", "errno": -1}], "nodes": []} | Unspecified error
          {"errors": [{"description": "down", "error": "x"}], "nodes": []}       | Slurm says: down
          {"errors": [7], "nodes": []}                                          | there was an error
          {"errors": []}                                                        | no list of nodes
          {"nodes": {}}                                                         | no list of nodes
          {"nodes": [7]}                                                        | is no object
          {"nodes": [[]]}                                                       | is no object
          []                                                                    | no JSON object
          {"nodes": [                                                           | no sound document
          {"nodes": [], "nodes": []}                                            | no sound document
          """)
  void anAnswerThatIsNoListOfNodesIsNoReading(String answer, String told) {
    assertThatThrownBy(() -> read(partitions(PARTITION), answer))
        .isInstanceOf(Unread.class)
        .hasMessageContaining(told);
  }

  @Test
  void aPartitionThatIsNotThereIsNoReading() throws BadInput {
    assertThatThrownBy(() -> read(partitions(PARTITION.replace("main", "other")), nodes(NODE)))
        .isInstanceOf(Unread.class)
        .hasMessageContaining("no partition \"main\"");
    assertThatThrownBy(
            () -> read(partitions(PARTITION.replace("max_time_limit", "x")), nodes(NODE)))
        .isInstanceOf(Unread.class)
        .hasMessageContaining("max_time_limit");
  }

  /** What is not looked at takes no memory, however large it is. */
  @Test
  void manyNodesAreRead() throws Exception {
    String other = "\"x\": [" + "{},".repeat(200) + "{}], ";
    String[] many = new String[3000];
    for (int i = 0; i < many.length; i++) {
      many[i] = NODE.replace("\"n1\",", "\"n" + i + "\", " + other);
    }
    assertThat(read(partitions(PARTITION), nodes(many))).hasSize(3000);
  }
}
