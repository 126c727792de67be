// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

final class AmountSpellingTest {

  private static Amount amount(Measure measure, String text) throws BadInput {
    return Amount.parse(measure, Tree.text(text), Path.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES  | 240G    | 239900000000        | 239.9G",
        "BYTES  | 240G    | 239999999999        | 239.999G",
        "BYTES  | 240     | 239900000000        | 239.9",
        "BYTES  | 8 GiB   | 8053063680          | 7.5 GiB",
        "BYTES  | 8GiB    | 8589934591          | 7.999GiB",
        "BYTES  | 1e3M    | 999900000           | 999.9M",
        "BYTES  | 500K    | 7900000000000       | 7900000000K",
        "BYTES  | 240G    | 1                   | 0.000000001G",
        "BYTES  | 240G    | 5123456             | 0.00512G",
        "BYTES  | 240G    | 0                   | 0G",
        "BYTES  | 240G    | -1                  | 0G",
        "BYTES  | 1P      | 9e99                | 9223.372P",
        "BYTES  | 1.00001G | 1000010000         | 1.00001G",
        "BYTES  | 1.00001G | 1000019999         | 1.00001G",
        "BYTES  | 1.00001G | 1000009999         | 1G",
        "BYTES  | 7B      | 5                   | 5B",
        "NUMBER | 8       | 7.5                 | 7.5",
        "NUMBER | 8       | 64                  | 64",
        "NUMBER | 0       | 0                   | 0",
        "NUMBER | 100     | 100                 | 100",
        "TIME   | 5m      | 604800              | 10080m",
        "TIME   | 5m      | 100                 | 1.666m",
        "TIME   | 1d      | 86399               | 0.999d",
        "TIME   | 300     | 299.5               | 299.5",
        "TIME   | PT5M    | 604800              | P7D",
        "TIME   | PT5M    | 299.5               | PT4M59.5S",
        "TIME   | P7D     | 93600               | P1DT2H",
        "TIME   | P7D     | 0                   | PT0S",
      })
  void aLimitIsToldInTheAskedUnitRoundedDown(
      Measure measure, String asked, BigDecimal limit, String told) throws BadInput {
    assertThat(amount(measure, asked).down(limit)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES  | 240G    | 100000000           | 0.1G",
        "BYTES  | 240G    | 1                   | 0.000000001G",
        "BYTES  | 240G    | 1234567890          | 1.235G",
        "BYTES  | 8 GiB   | 536870912           | 0.5 GiB",
        "NUMBER | 8       | 0.5                 | 0.5",
        "TIME   | 5m      | 100                 | 1.667m",
        "TIME   | PT5M    | 0.0001              | PT0.0001S",
      })
  void whatIsMissingIsRoundedUp(Measure measure, String asked, BigDecimal difference, String told)
      throws BadInput {
    assertThat(amount(measure, asked).up(difference)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES  | 8000000000          | 8G",
        "BYTES  | 8589934592          | 8Gi",
        "BYTES  | 1610612736          | 1.5Gi",
        "BYTES  | 240000000000        | 240G",
        "BYTES  | 500                 | 500B",
        "BYTES  | 0                   | 0B",
        "BYTES  | 123456789012        | 123456789012B",
        "NUMBER | 12.25               | 12.25",
        "TIME   | 90                  | 90s",
        "TIME   | 604800              | 7d",
        "TIME   | 0.5                 | 0.5s",
      })
  void whatNobodyWroteIsExactAndShort(Measure measure, BigDecimal value, String text) {
    assertThat(Amount.of(measure, value).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BYTES  | 240000000000        | 240G",
        "BYTES  | 257698037760        | 240Gi",
        "BYTES  | 123456789012        | 123.456G",
        "TIME   | 604801.5            | 7d",
        "NUMBER | 12.25               | 12.25",
        "NUMBER | 12.123456789        | 12.123",
      })
  void aLimitThatNobodyAskedAboutIsShort(Measure measure, BigDecimal value, String text) {
    assertThat(Amount.shown(measure, value)).isEqualTo(text);
  }
}
