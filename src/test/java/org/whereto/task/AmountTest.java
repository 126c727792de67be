// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class AmountTest {

  private static final Path PATH = new Path("resources.minmemory");

  @Test
  void nothingIsNoAmount() {
    assertThatThrownBy(() -> Amount.parse(Measure.NUMBER, Tree.literal("null"), PATH))
        .hasMessageContaining("leave the field out");
  }

  @Test
  void aTimeIsKeptToTheNanosecond() throws BadInput {
    assertThat(Amount.parse(Measure.TIME, Tree.text("PT1M0.0000000019S"), PATH).time())
        .isEqualTo(Duration.ofSeconds(60, 1));
  }

  @Test
  void aLongNumberIsRefusedWithoutBeingCounted() {
    assertThatThrownBy(() -> Amount.parse(Measure.NUMBER, Tree.text("9".repeat(100_000)), PATH))
        .isInstanceOf(BadInput.class)
        .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
  }
}
