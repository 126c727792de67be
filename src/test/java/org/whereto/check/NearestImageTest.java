// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

class NearestImageTest {

  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "2.1.3 => 2.1.1 2.0 3.0 => 2.1.1",
        "2.4 => 2.0 2.1 3.0 => 2.1",
        "1 => 2 10 9 => 10",
        "latest => 1.0 2.0 stable => 2.0",
        "latest => edge stable => edge",
        "3.11-slim => 3.12 3.12-slim 3.13-alpine => 3.12-slim",
        "3.11 => 3.12-slim 3.10 => 3.10",
        "v1.2 => 1.1 v1.0 => 1.1",
        "1.0 => 1.1-rc1 0.9 => 0.9",
        "2026-01-01 => 2025-12-31 2026-01-02 => 2026-01-02",
        "1.0 => 1.0.0 1.00 => 1.0.0",
        "x => 99999999999999999999999999 1 => 99999999999999999999999999"
      })
  void itIsOfTheSameFlavourThenOfTheSameVersionThenTheNewest(
      String asked, String others, String nearest) {
    List<ImageReference> images = new ArrayList<>();
    for (String tag : others.split(" ", -1)) {
      images.add(image(tag, ""));
    }
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(images, new Random(i));
      assertThat(NearestImage.to(image(asked, ""), images)).contains(image(nearest, ""));
    }
  }

  @Test
  void oneDigestAloneIsTakenButNotOneOfSeveral() throws BadInput {
    ImageReference asked = image("1", "");
    ImageReference pinned = image("", DIGEST);
    assertThat(NearestImage.to(asked, List.of(pinned))).contains(pinned);
    assertThat(NearestImage.to(asked, List.of(pinned, image("", DIGEST.replace('a', 'b')))))
        .isEmpty();
    assertThat(NearestImage.to(asked, List.of(pinned, image("2", "")))).contains(image("2", ""));
    assertThat(NearestImage.to(asked, List.of())).isEmpty();
  }

  private static ImageReference image(String tag, String digest) {
    return new ImageReference("docker.io", "example/x", tag, digest);
  }
}
