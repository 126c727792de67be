// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** The whole vocabulary of amounts (wire.md, section 3), as a table. */
final class AmountTableTest {

  private static final Path PATH = new Path("resources.minimum");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # numbers
          NUMBER | 8                     | 8
          NUMBER | 0                     | 0
          NUMBER | 00                    | 0
          NUMBER | 0123                  | 123
          NUMBER | 0.5                   | 0.5
          NUMBER | 1.10                  | 1.1
          NUMBER | 1e2                   | 100
          NUMBER | 1E+2                  | 100
          NUMBER | 25e-1                 | 2.5
          NUMBER | 0e999                 | 0
          NUMBER | 1e-9                  | 0.000000001
          NUMBER | 1e0000001             | 10
          NUMBER | 9223372036854775807   | 9223372036854775807
          NUMBER | '  8  '               | 8
          # bytes: powers of ten and of two, with and without B, with and without a blank
          BYTES  | 8                     | 8000000000
          BYTES  | 0                     | 0
          BYTES  | 0.5                   | 500000000
          BYTES  | 1e1                   | 10000000000
          BYTES  | 7B                    | 7
          BYTES  | 7 B                   | 7
          BYTES  | 1K                    | 1000
          BYTES  | 1KB                   | 1000
          BYTES  | 512M                  | 512000000
          BYTES  | 512MB                 | 512000000
          BYTES  | 512 M                 | 512000000
          BYTES  | 1e3M                  | 1000000000
          BYTES  | 8G                    | 8000000000
          BYTES  | 8GB                   | 8000000000
          BYTES  | 8 GB                  | 8000000000
          BYTES  | 239.9G                | 239900000000
          BYTES  | 1.5T                  | 1500000000000
          BYTES  | 1P                    | 1000000000000000
          BYTES  | 9000P                 | 9000000000000000000
          BYTES  | 1Ki                   | 1024
          BYTES  | 1.5KiB                | 1536
          BYTES  | 512Mi                 | 536870912
          BYTES  | 8Gi                   | 8589934592
          BYTES  | 8 GiB                 | 8589934592
          BYTES  | 2Ti                   | 2199023255552
          BYTES  | 1PiB                  | 1125899906842624
          BYTES  | 0.1Gi                 | 107374182.4
          # times: units, bare seconds, ISO 8601
          TIME   | 5                     | 5
          TIME   | 0                     | 0
          TIME   | 1.5                   | 1.5
          TIME   | 5s                    | 5
          TIME   | 5 s                   | 5
          TIME   | 0.1s                  | 0.1
          TIME   | 5m                    | 300
          TIME   | 90m                   | 5400
          TIME   | 2h                    | 7200
          TIME   | 0.5h                  | 1800
          TIME   | 1d                    | 86400
          TIME   | 1e2d                  | 8640000
          TIME   | PT5M                  | 300
          TIME   | PT5S                  | 5
          TIME   | PT0.5S                | 0.5
          TIME   | 'PT0,5S'              | 0.5
          TIME   | PT1.5H                | 5400
          TIME   | PT36H                 | 129600
          TIME   | PT90M                 | 5400
          TIME   | P7D                   | 604800
          TIME   | P0D                   | 0
          TIME   | PT0S                  | 0
          TIME   | P0.5D                 | 43200
          TIME   | P1DT2H                | 93600
          TIME   | P1DT2H3M4.5S          | 93784.5
          TIME   | PT1H0.25S             | 3600.25
          """)
  void whatAnAmountIs(Measure measure, String text, BigDecimal value) throws BadInput {
    Amount amount = Amount.parse(measure, Tree.text(text), PATH);
    assertThat(amount.value()).isEqualByComparingTo(value);
    assertThat(amount.text()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          # nothing, and what is no number at all
          NUMBER | ''                    | malformed | Give one, or leave the field out.
          BYTES  | ' '                   | malformed | Give one, or leave the field out.
          NUMBER | NaN                   | malformed | Where there is no limit, leave the field out.
          BYTES  | inf                   | malformed | Where there is no limit, leave the field out.
          TIME   | Infinity              | malformed | Where there is no limit, leave the field out.
          BYTES  | unlimited             | malformed | Where there is no limit, leave the field out.
          NUMBER | null                  | malformed | Where there is no limit, leave the field out.
          NUMBER | many                  | malformed | is not a number that is not negative, like 8.
          BYTES  | G                     | malformed | is not an amount like 8G
          TIME   | soon                  | malformed | is not a time like 60s
          # signs
          NUMBER | -1                    | malformed | No amount is below zero.
          NUMBER | -0                    | malformed | No amount is below zero.
          BYTES  | -8G                   | malformed | No amount is below zero.
          BYTES  | \u22128G              | malformed | No amount is below zero.
          TIME   | -5s                   | malformed | No amount is below zero.
          TIME   | -PT5M                 | malformed | is not a time like
          TIME   | PT-5M                 | malformed | No amount is below zero.
          TIME   | PT1H-30M              | malformed | No amount is below zero.
          NUMBER | +8                    | malformed | Did you mean 8?
          BYTES  | +8G                   | malformed | Did you mean 8G?
          # ranges
          NUMBER | 1e400                 | too-large | is too large an amount
          NUMBER | 1e999999999999        | too-large | is too large an amount
          NUMBER | 9223372036854775808   | too-large | is too large an amount
          BYTES  | 9e18G                 | too-large | is too large an amount
          BYTES  | 9e18                  | too-large | is too large an amount
          BYTES  | 9224P                 | too-large | is too large an amount
          TIME   | 1e18d                 | too-large | is too large an amount
          TIME   | P999999999999999999D  | too-large | is too large an amount
          NUMBER | 1e-10                 | too-small | write 0.
          NUMBER | 1e-999999999999       | too-small | write 0.
          TIME   | PT0.0000000001S       | too-small | write 0.
          # numbers as people and programs write them
          NUMBER | .5                    | malformed | Did you mean 0.5?
          NUMBER | 5.                    | malformed | Did you mean 5?
          BYTES  | .5G                   | malformed | Did you mean 0.5G?
          NUMBER | 1_000                 | malformed | Did you mean 1000?
          BYTES  | 1,000M                | malformed | Did you mean 1000M?
          BYTES  | 1,5G                  | malformed | Did you mean 1.5G?
          NUMBER | 1'000                 | malformed | Did you mean 1000?
          NUMBER | 1.2.3                 | malformed | like 8.
          NUMBER | 1e                    | malformed | like 8.
          NUMBER | 0x10                  | malformed | Did you mean 16?
          NUMBER | 1/2                   | malformed | like 8.
          NUMBER | 50%                   | malformed | like 8.
          NUMBER | \u0663                | malformed | Did you mean 3?
          BYTES  | \uff18G               | malformed | Did you mean 8G?
          BYTES  | \uff18\uff27          | malformed | Did you mean 8G?
          NUMBER | {8}                   | malformed | like 8.
          NUMBER | 8-16                  | malformed | like 8.
          # units of numbers
          NUMBER | 8 cores               | malformed | Did you mean 8?
          NUMBER | 2 GPUs                | malformed | Did you mean 2?
          NUMBER | 8G                    | malformed | It has no unit.
          NUMBER | 500m                  | malformed | Did you mean 0.5?
          # units of bytes
          BYTES  | 512m                  | malformed | Did you mean 512M?
          BYTES  | 8g                    | malformed | Did you mean 8G?
          BYTES  | 8gb                   | malformed | Did you mean 8GB?
          BYTES  | 8Gb                   | malformed | Did you mean 8GB?
          BYTES  | 8kB                   | malformed | Did you mean 8KB?
          BYTES  | 8gi                   | malformed | Did you mean 8Gi?
          BYTES  | 8 gib                 | malformed | Did you mean 8GiB?
          BYTES  | 8 Gbytes              | malformed | Did you mean 8GB?
          BYTES  | 8 gigabytes           | malformed | Did you mean 8G?
          BYTES  | 8 Kilo                | malformed | Did you mean 8K?
          BYTES  | 8 bytes               | malformed | Did you mean 8B?
          BYTES  | 8b                    | malformed | Did you mean 8B?
          BYTES  | 8  G                  | malformed | Did you mean 8G?
          BYTES  | 8\u00a0G              | malformed | Did you mean 8G?
          BYTES  | 1_024mb               | malformed | Did you mean 1024MB?
          BYTES  | 8X                    | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | 8E                    | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | 8GiG                  | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | 8BB                   | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | G8                    | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | 8 G of it             | malformed | 1.5Ti (a bare number is Gbytes).
          BYTES  | 8s                    | malformed | 1.5Ti (a bare number is Gbytes).
          # units of times
          TIME   | 90min                 | malformed | Did you mean 90m?
          TIME   | 5 minutes             | malformed | Did you mean 5m?
          TIME   | 30 secs               | malformed | Did you mean 30s?
          TIME   | 2hrs                  | malformed | Did you mean 2h?
          TIME   | 1 day                 | malformed | Did you mean 1d?
          TIME   | 5M                    | malformed | Did you mean 5m?
          TIME   | 500ms                 | malformed | Did you mean 0.5s?
          TIME   | 2w                    | malformed | Did you mean 14d?
          TIME   | 2 weeks               | malformed | Did you mean 14d?
          TIME   | 1h30m                 | malformed | Did you mean PT1H30M?
          TIME   | 2 days 4 hours        | malformed | Did you mean P2DT4H?
          TIME   | 1:30:00               | malformed | Did you mean PT1H30M?
          TIME   | 2-04:00:00            | malformed | Did you mean P2DT4H?
          TIME   | pt5m                  | malformed | Did you mean PT5M?
          TIME   | P2W                   | malformed | Did you mean P14D?
          TIME   | P1M                   | malformed | A month or a year has no fixed length
          TIME   | P1Y                   | malformed | A month or a year has no fixed length
          TIME   | P1Y2M3DT4H            | malformed | A month or a year has no fixed length
          TIME   | 3 months              | malformed | A month or a year has no fixed length
          TIME   | 1y                    | malformed | A month or a year has no fixed length
          TIME   | P                     | malformed | is not a time like
          TIME   | PT                    | malformed | is not a time like
          TIME   | P1DT                  | malformed | is not a time like
          TIME   | P1H                   | malformed | is not a time like
          TIME   | PT1.5H30M             | malformed | is not a time like
          TIME   | PT1S1M                | malformed | is not a time like
          TIME   | 5G                    | malformed | is not a time like
          """)
  void whatIsNoneAndHowItWouldBeRight(Measure measure, String text, String code, String told) {
    assertThatThrownBy(() -> Amount.parse(measure, Tree.text(text), PATH))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("amount." + code);
              assertThat(fault.path()).isEqualTo(PATH);
              assertThat(fault.sentence()).startsWith("\"").contains(told);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # where nobody declared what is measured
          2      | NUMBER | 2
          1e3    | NUMBER | 1000
          8G     | BYTES  | 8000000000
          7B     | BYTES  | 7
          1P     | BYTES  | 1000000000000000
          5m     | TIME   | 300
          1d     | TIME   | 86400
          P1D    | TIME   | 86400
          PT5M   | TIME   | 300
          """)
  void theUnitTellsWhatIsMeasured(String text, Measure measure, BigDecimal value) throws BadInput {
    Amount amount = Amount.parse(Tree.text(text), PATH);
    assertThat(amount.measure()).isEqualTo(measure);
    assertThat(amount.value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soon    | amount.malformed | "soon" is not an amount like 2, 8G or 5m.
          512mb   | amount.malformed | "512mb" is not an amount like 2, 8G or 5m. Did you mean 512MB?
          5 min   | amount.malformed | "5 min" is not an amount like 2, 8G or 5m. Did you mean 5m?
          2 gpus  | amount.malformed | "2 gpus" is not an amount like 2, 8G or 5m. Did you mean 2?
          -2      | amount.malformed | "-2" is not an amount like 2, 8G or 5m. No amount is below zero.
          1e400   | amount.too-large | "1e400" is too large an amount: take the largest that is needed.
          """)
  void noneOfAnyMeasure(String text, String code, String told) {
    assertThatThrownBy(() -> Amount.parse(Tree.text(text), PATH))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault).hasMessage(told);
            });
  }
}
