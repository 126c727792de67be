// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.systems.Outside;
import org.whereto.systems.Systems;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;

/** The key registries of an owner's file. */
class RegistrySettingsTest {

  private static final String FETCH = "fetch: {hosts: [quay.io]}\n";

  private final Problems problems = new Problems();

  private Outside read(String file) throws BadInput {
    return Settings.read(
        Formats.YAML.read(file.getBytes(UTF_8), Budget.OWNER, Keep.ALL),
        problems,
        in -> Outside.read(in, Resources.STANDARD));
  }

  @Test
  void whatIsLeftOutIsAsTheDocumentsSay() throws BadInput {
    assertThat(read(FETCH).registries()).isEqualTo(RegistrySettings.DEFAULT);
    assertThat(read(FETCH + "registries: {}").registries()).isEqualTo(RegistrySettings.DEFAULT);
    assertThat(problems.all()).isEmpty();
    assertThat(RegistrySettings.DEFAULT)
        .isEqualTo(
            new RegistrySettings(Duration.ofMinutes(5), Optional.empty(), Duration.ofSeconds(3)));
  }

  @Test
  void whatIsSaidCounts() throws BadInput {
    assertThat(read(FETCH + "registries: {fresh: 1h, stale: 2d, time: 0.5s}").registries())
        .isEqualTo(
            new RegistrySettings(
                Duration.ofHours(1), Optional.of(Duration.ofDays(2)), Duration.ofMillis(500)));
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {fresh: 0s}             | from 1s to 1d
          {fresh: 2d}             | from 1s to 1d
          {fresh: soon}           | is not a time
          {stale: 1m}             | shorter than "fresh"
          {stale: 90d}            | from 1s to 30d
          {time: 2m}              | from 0.1s to 1m
          {frish: 5m}             | Did you mean "fresh"
          [fresh]                 | mapping
          """)
  void whatMakesNoSenseIsAFault(String registries, String told) throws BadInput {
    read(FETCH + "registries: " + registries);

    assertThat(problems.all())
        .singleElement()
        .extracting(Problem::sentence)
        .asString()
        .contains(told);
  }

  @Test
  void registriesWithoutFetchIsAFault() throws BadInput {
    read("registries: {fresh: 1h}");

    assertThat(problems.all())
        .extracting(Problem::sentence)
        .asString()
        .contains("without \"fetch\"");
  }

  /** Whoever says the same shares what is known; nobody else does. */
  @Test
  void twoThatSayTheSameShareTheirWorld() throws BadInput {
    String file = FETCH + "registries: {fresh: 1h}";
    try (Systems systems = new Systems()) {
      assertThat(systems.world(read(file))).isSameAs(systems.world(read(file)));
      for (String other :
          List.of(FETCH, FETCH.replace("quay", "ghcr") + "registries: {fresh: 1h}")) {
        assertThat(systems.world(read(other))).isNotSameAs(systems.world(read(file)));
      }
    }
  }
}
