// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

  @ParameterizedTest
  @CsvSource({
    "a, b, b.a",
    "'', b, b",
    "[0], b, b[0]",
    "a, '', a",
    "[0], '', [0]",
    "a.b, c[0], c[0].a.b",
  })
  void aFaultOfAPartIsOneOfTheWhole(String inner, String outer, String path) {
    BadInput fault = new BadInput("x.y", new Path(inner), new Place(2, 3), "Mend it.");

    BadInput below = fault.below(new Path(outer));

    assertThat(below.path()).isEqualTo(new Path(path));
    assertThat(below.code()).isEqualTo("x.y");
    assertThat(below.place()).isEqualTo(new Place(2, 3));
    assertThat(below.sentence()).isEqualTo("Mend it.");
  }
}
