// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

class ImagePlatformTest {

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64",
    "Linux/AMD64, linux/amd64",
    "linux/x86_64, linux/amd64",
    "linux/amd64/v1, linux/amd64",
    "linux/amd64/v3, linux/amd64/v3",
    "linux/aarch64, linux/arm64",
    "linux/arm64/v8, linux/arm64",
    "linux/arm64/v9, linux/arm64/v9",
    "linux/arm, linux/arm",
    "linux/arm/v7, linux/arm",
    "linux/armhf, linux/arm",
    "linux/armel, linux/arm/v6",
    "linux/arm/v6, linux/arm/v6",
    "linux/i386, linux/386",
    "windows/amd64, windows/amd64",
    "arm64, linux/arm64",
    "aarch64, linux/arm64",
    "armel, linux/arm/v6",
  })
  void spellingsOfOneMachineAreOneValue(String written, String normal) throws BadInput {
    assertThat(ImagePlatform.parse(written)).hasToString(normal);
    assertThat(ImagePlatform.parse(normal)).isEqualTo(ImagePlatform.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "linux",
        "/",
        "linux/",
        "/amd64",
        "linux/amd64/v1/x",
        "linux/a b",
        "linux//v7",
        "plan9",
        "linux/amd64;v1",
        "linux/\u00e4"
      })
  void whatIsNoPlatformIsRefusedWithTheRemedy(String written) {
    assertThatThrownBy(() -> ImagePlatform.parse(written))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("linux/amd64");
  }
}
