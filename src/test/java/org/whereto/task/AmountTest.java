// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class AmountTest {

  private static final Path PATH = new Path("resources.minmemory");

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 8, 8",
    "NUMBER, 0.5, 0.5",
    "NUMBER, 1e2, 100",
    "NUMBER, 0, 0",
    "BYTES, 8, 8000000000",
    "BYTES, 8G, 8000000000",
    "BYTES, 8 GB, 8000000000",
    "BYTES, 8Gi, 8589934592",
    "BYTES, 1.5KiB, 1536",
    "BYTES, 239.9G, 239900000000",
    "BYTES, 1P, 1000000000000000",
    "BYTES, 7B, 7",
    "BYTES, 512M, 512000000",
    "TIME, 5, 5",
    "TIME, 5s, 5",
    "TIME, 5m, 300",
    "TIME, 2h, 7200",
    "TIME, 1d, 86400",
    "TIME, PT5M, 300",
    "TIME, P1DT2H, 93600",
    "TIME, PT0.5S, 0.5",
  })
  void anAmountIsExact(Measure measure, String text, BigDecimal value) throws BadInput {
    assertThat(Amount.parse(measure, Tree.text(text), PATH).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, -1",
    "NUMBER, 8G",
    "NUMBER, NaN",
    "NUMBER, 0x10",
    "NUMBER, 1e400",
    "NUMBER, ''",
    "NUMBER, 1_000",
    "NUMBER, ٣",
    "NUMBER, 1e999999999",
    "NUMBER, .5",
    "NUMBER, 5.",
    "BYTES, 512m",
    "BYTES, 8g",
    "BYTES, 9e18G",
    "BYTES, 8X",
    "BYTES, 8GiG",
    "BYTES, G",
    "BYTES, -8G",
    "BYTES, 8  G",
    "BYTES, 8BB",
    "TIME, 5w",
    "TIME, P1M",
    "TIME, P1Y",
    "TIME, PT-5M",
    "TIME, -5s",
    "TIME, PT",
    "TIME, 5 minutes",
  })
  void whatIsNoAmountIsBadInputAtItsPath(Measure measure, String text) {
    assertThatThrownBy(() -> Amount.parse(measure, Tree.text(text), PATH))
        .isInstanceOfSatisfying(BadInput.class, fault -> assertThat(fault.path()).isEqualTo(PATH));
  }

  @Test
  void aSmallLetterGetsAHint() {
    assertThatThrownBy(() -> Amount.parse(Measure.BYTES, Tree.text("512m"), PATH))
        .hasMessageContaining("Did you mean 512M?");
  }

  @Test
  void aLongNumberIsRefusedWithoutBeingCounted() {
    assertThatThrownBy(() -> Amount.parse(Measure.NUMBER, Tree.text("9".repeat(100_000)), PATH))
        .isInstanceOf(BadInput.class)
        .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
  }
}
