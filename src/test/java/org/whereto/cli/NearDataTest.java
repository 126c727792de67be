// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.support.SmallRucio;
import org.whereto.support.SmallRucio.Stored;

/** What an ESAP notebook asks for (note, section 3.3): a platform at which its data is. */
class NearDataTest {

  private static final String TASK =
      """
      tasktype: uri://esap-notebook
      taskinfo: {languages: [python]}
      data:
        - {datatype: uri://rucio-did, datainfo: {scope: survey, name: field-42}}
      """;

  private static final String SECOND =
      "  - {datatype: uri://rucio-did, datainfo: {scope: survey, name: flats}}\n";

  @TempDir Path folder = Path.of("");

  private SmallRucio rucio = null;

  @BeforeEach
  void begin() throws IOException {
    rucio =
        SmallRucio.start()
            .holding(
                "survey:field-42",
                new Stored(4_000_000_000L, List.of("NORTH", "TAPE")),
                new Stored(1_000_000_000L, List.of("NORTH")))
            .holding("survey:flats", new Stored(7_000_000, List.of("NORTH", "SOUTH")))
            .holding(
                "survey:half", new Stored(10, List.of("NORTH")), new Stored(10, List.of("SOUTH")))
            .linking("NORTH", "SOUTH", 2)
            .linking("SOUTH", "NORTH", 2)
            .linking("NORTH", "WEST", 3)
            .linking("SOUTH", "WEST", 3)
            .linking("NORTH", "EAST", 4);
  }

  @AfterEach
  void end() throws IOException {
    rucio.close();
  }

  @Test
  void onlyWhereTheStorageElementHoldsAReplicaItIsYes() throws IOException {
    List<String> platforms = platforms("here", "WEST", "SOUTH", "NORTH", "EAST");

    assertThat(names(TASK, platforms)).containsExactly("NORTH");
    Ran told = ask(TASK, platforms, "table");
    assertThat(told.out())
        .contains("data[0] here, 5G")
        .contains("can be reached from this platform, but does not lie at it")
        .contains("lies at NORTH, from where this platform does not reach it");
    assertThat(told.exit()).isEqualTo(0);
  }

  @Test
  void platformsAreRankedByTheNearnessOfTheirData() throws IOException {
    List<String> platforms = platforms("reachable", "WEST", "SOUTH", "NORTH");

    assertThat(names(TASK + SECOND, platforms)).containsExactly("NORTH", "SOUTH", "WEST");
    String json = ask(TASK + SECOND, platforms, "json").out();
    assertThat(json.indexOf("\"name\": \"NORTH\"")).isLessThan(json.indexOf("\"name\": \"SOUTH\""));
    assertThat(json).contains("\"standing\": \"reachable\"").contains("\"size\": 5000000000");
  }

  @Test
  void aDataSetOfWhichOnlyAPartIsThereIsNotThere() throws IOException {
    String half = TASK.replace("field-42", "half");
    List<String> platforms = platforms("here", "NORTH", "SOUTH");

    assertThat(names(half, platforms)).isEmpty();
    assertThat(ask(half, platforms, "table").out()).contains("is nowhere as a whole");
  }

  @Test
  void whatRucioDoesNotKnowIsAbsent() throws IOException {
    String other = TASK.replace("field-42", "field-43");
    Ran told = ask(other, platforms("here", "NORTH"), "json");
    assertThat(told.out()).contains("data.absent").contains("\"standing\": \"absent\"");
    assertThat(told.exit()).isEqualTo(1);
  }

  @Test
  void aRucioThatIsDownIsNoYes() throws IOException {
    List<String> platforms = platforms("here", "NORTH");
    rucio.close();
    Ran told = ask(TASK, platforms, "json");
    assertThat(told.out()).contains("data.not-checked").contains("\"permanence\": \"unknown\"");
    assertThat(told.exit()).isEqualTo(1);
  }

  private List<String> platforms(String demand, String... elements) throws IOException {
    for (String element : elements) {
      Files.writeString(folder.resolve(element + ".yaml"), platform(element, demand));
    }
    return List.of(elements).stream().map(one -> folder.resolve(one + ".yaml").toString()).toList();
  }

  private String platform(String element, String demand) {
    return """
    whereto: 1
    title: ELEMENT
    interfaces:
      hub: {servicetype: uri://binder-hub, serviceinfo: {endpoint: http://ELEMENT.example.org/}}
    data:
      rucio:
        - {endpoint: "URL", here: [ELEMENT], reachable: {distance: 3}}
    accepts:
      - tasktype: uri://esap-notebook
        if: {languages: [python], data: DEMAND}
    """
        .replace("ELEMENT", element)
        .replace("URL", rucio.url())
        .replace("DEMAND", demand);
  }

  private List<String> names(String task, List<String> platforms) throws IOException {
    return ask(task, platforms, "name").out().lines().toList();
  }

  private Ran ask(String task, List<String> platforms, String form) throws IOException {
    Path file = Files.writeString(folder.resolve("question.yaml"), task);
    List<String> words = new ArrayList<>(List.of("ask", file.toString(), "-o", form, "--at"));
    words.addAll(platforms);
    return Ran.of(words.toArray(String[]::new));
  }
}
