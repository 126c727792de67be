// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.config.PlatformFile.Checked;

/** Ceilings of resources that never count, which owners are warned of. */
class DeadCeilingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // platform, first interface, acceptance on both: lines that are warned of
        "{cores: 64} | {} | {} | ``",
        "{cores: 64} | {cores: 8} | {} | ``",
        "{cores: 64} | {cores: 64} | {} | 4",
        "{cores: 64} | {cores: 128} | {} | 4",
        "{cores: 64} | {} | {cores: 128} | 7",
        "{cores: 64} | {} | {cores: 32} | 2",
        "{cores: 64} | {cores: 32} | {cores: 16} | 2 4",
        "{memory: 1T} | {memory: 1000G} | {memory: 1Ti} | 4 7",
        "{cores: 64} | {memory: 1T} | {store: 1T} | ``",
        "{further: {gpus: 2}} | {further: {GPUs: 3}} | {} | 4",
        "{cores: {free: 2}} | {cores: {max: 64}} | {cores: {default: 2}} | ``",
      })
  void aCeilingThatIsNeverTheLowestIsTold(
      String platform, String first, String acceptance, String lines) {
    String file =
        """
        whereto: 1
        resources: %s
        interfaces:
          x: {servicetype: uri://x, resources: %s}
          y: {servicetype: uri://y}
        accepts:
          - {tasktype: t, on: [x, y], resources: %s}
        """
            .formatted(platform, first, acceptance);
    assertThat(PlatformFile.read("test", file.getBytes(UTF_8)))
        .as(file)
        .isInstanceOf(Checked.Good.class);
    List<String> told =
        PlatformFile.warnings(file.getBytes(UTF_8)).stream()
            .filter(warning -> warning.sentence().startsWith("The ceiling "))
            .map(warning -> String.valueOf(warning.place().line()))
            .toList();
    assertThat(String.join(" ", told)).isEqualTo(lines);
  }
}
