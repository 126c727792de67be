// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "image, image",
    "Image, image",
    "imge, image",
    "imaage, image",
    "iamge, image",
    "imagx, image",
    "imeag, image",
    "imgx, image",
    "xmaxe, image",
    "imageds, image",
    "imagedsx, ''",
    "xxxge, ''",
    "ab, a",
    "b, ''",
    "on, no",
    "xy, ''",
  })
  void aWordIsNearThatIsOneOrTwoSlipsAwayAndNotMoreThanHalfOfIt(String word, String near) {
    assertThat(Nearest.to(word, List.of("image", "no", "a")).orElse("")).isEqualTo(near);
  }

  @Test
  void ofSeveralTheNearestIsMeant() {
    assertThat(Nearest.to("fields", List.of("shields", "field", "yields"))).contains("field");
    assertThat(Nearest.to("yieldz", List.of("fields", "yields"))).contains("yields");
    assertThat(Nearest.to("yieldz", List.of("yields", "fields"))).contains("yields");
  }

  @Test
  void whereNothingIsNearAllIsTold() {
    assertThat(Nearest.remedy("zzz", List.of("a", "b"))).isEqualTo(" Possible here: a, b.");
    assertThat(Nearest.remedy("imag", List.of("image"))).isEqualTo(" Did you mean \"image\"?");
    assertThat(Nearest.hint("zzz", List.of("a", "b"))).isEmpty();
  }
}
