// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

/** Configurations of images that somebody spoilt, by accident or not. */
class ConfigurationReaderTest {

  private static final String SOUND = PaperImage.of("ab").with("\"User\": \"1000\"").config();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "os": "linux", | | no "os"
          "linux" | "li/nux" | no sound os
          "linux" | 7 | no text
          "User": "1000" | "user": "0" | another way
          "User": "1000" | "User": 0 | no text
          "User": "1000" | "Labels": {"a": 1} | no text
          "User": "1000" | "Labels": ["a"] | no JSON object
          "config": {"User": "1000"} | "config": [] | no JSON object
          "config": { | "CONFIG": {}, "config": { | another way
          "type": "layers" | "type": "other" | not made of layers
          "type": "layers", | | no "type"
          sha256: | | no digest
          "diff_ids": [ | "diff_ids": [7, | no text
          "diff_ids": [ | "diff_IDs": [], "diff_ids": [ | another way
          "rootfs" | "ROOTFS" | another way
          """)
  void whatIsNotSoundIsRefused(String part, String spoilt, String told) {
    String config = SOUND.replace(part, spoilt == null ? "" : spoilt);
    assertThat(config).isNotEqualTo(SOUND);

    assertThatThrownBy(() -> read(config)).isInstanceOf(BadInput.class).hasMessageContaining(told);
  }

  @Test
  void anImageWithoutAnythingButItsLayersRunsAsRoot() throws BadInput {
    ImageConfiguration read =
        read(SOUND.replace("\"config\": {\"User\": \"1000\"}", "\"config\": null"));

    assertThat(read.user()).isEmpty();
    assertThat(read.labels()).isEmpty();
    assertThat(read.layers()).hasSize(2);
  }

  @Test
  void anImageOfNoLayersHasNone() throws BadInput {
    assertThat(read(PaperImage.of("").config()).layers()).isEmpty();
    assertThat(read(PaperImage.of("").config().replace("[]", "null")).layers()).isEmpty();
  }

  /** Go writes the first when it was told no time. */
  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "yesterday", "2026-13-01T00:00:00Z", ""})
  void aTimeThatIsNoneIsNotTold(String time) throws BadInput {
    assertThat(read(SOUND.replace("2026-01-02T03:04:05Z", time)).created()).isEmpty();
  }

  @Test
  void aTimeMayHaveAnOffset() throws BadInput {
    assertThat(read(SOUND.replace("03:04:05Z", "03:04:05.5+02:00")).created().orElseThrow())
        .hasToString("2026-01-02T01:04:05.500Z");
  }

  @Test
  void namesThatAreTheSameToOneReaderAndTwoToAnotherAreRefused() {
    String twice = SOUND.replace("\"config\"", "\"config\": {\"User\": \"0\"}, \"config\"");
    assertThatThrownBy(() -> read(twice)).hasMessageContaining("second time");
  }

  @Test
  void labelsAsLargeAsTheDocumentAreWeighed() throws BadInput {
    String label = "x".repeat(200_000);
    ImageConfiguration read =
        read(SOUND.replace("\"User\"", "\"Labels\": {\"a\": \"" + label + "\"}, \"User\""));
    assertThat(read.weight()).isGreaterThan(400_000);
  }

  private static ImageConfiguration read(String document) throws BadInput {
    return ConfigurationReader.read(document.getBytes(UTF_8));
  }
}
