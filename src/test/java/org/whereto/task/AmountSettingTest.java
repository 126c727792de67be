// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;

final class AmountSettingTest {

  private static final AmountSetting SIZE = AmountSetting.bytes("size", "How large", "1Ki", "1Mi");
  private static final AmountSetting TIME = AmountSetting.time("time", "How long", "0.1s", "5m");
  private static final AmountSetting COUNT = AmountSetting.number("count", "How many", "1", "100");

  private record Read(Amount amount, List<String> problems) {}

  private static Read read(AmountSetting setting, String otherwise, String yaml) throws BadInput {
    Problems problems = new Problems();
    Amount amount =
        Settings.read(
            Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL),
            problems,
            in -> setting.readOr(in, otherwise));
    return new Read(amount, problems.all().stream().map(Problem::sentence).toList());
  }

  private static List<String> problems(String yaml) throws BadInput {
    String key = yaml.substring(0, yaml.indexOf(':'));
    return switch (key) {
      case "size" -> read(SIZE, "64Ki", yaml).problems();
      case "time" -> read(TIME, "5s", yaml).problems();
      default -> read(COUNT, "7", yaml).problems();
    };
  }

  @ParameterizedTest
  @CsvSource({"size: 1Ki, 1024", "size: 1Mi, 1048576", "size: 2K, 2000", "size: 2000B, 2000"})
  void sizesAreRead(String yaml, long bytes) throws BadInput {
    Read read = read(SIZE, "64Ki", yaml);
    assertThat(read.problems()).isEmpty();
    assertThat(read.amount().value().longValue()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"time: 0.1s, 100", "time: 5m, 300000", "time: PT1.5S, 1500", "time: 7, 7000"})
  void timesAreRead(String yaml, long millis) throws BadInput {
    Read read = read(TIME, "5s", yaml);
    assertThat(read.problems()).isEmpty();
    assertThat(read.amount().time()).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void whatIsLeftOutIsTheDefault() throws BadInput {
    assertThat(read(SIZE, "64Ki", "{}").amount().text()).isEqualTo("64Ki");
    assertThat(read(COUNT, "7", "{}").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size: 1023B   | must be from 1Ki to 1Mi, not \"1023B\".",
        "size: 1.1Mi   | must be from 1Ki to 1Mi, not \"1.1Mi\".",
        "size: 65536   | must be from 1Ki to 1Mi, not \"65536\" (a bare number is Gbytes).",
        "size: 0       | must be from 1Ki to 1Mi",
        "size: -5Ki    | is not an amount like",
        "size: 5k      | Did you mean 5K?",
        "time: 0s      | must be from 0.1s to 5m",
        "time: 6m      | must be from 0.1s to 5m",
        "time: 1 month | is not a time like",
        "time: [5s]    | must hold plain text",
        "count: 0      | must be a whole number from 1 to 100, not \"0\".",
        "count: 101    | must be a whole number from 1 to 100",
        "count: 1.5    | must be a whole number",
        "count: 1e99   | is too large",
        "count: many   | is not a number",
        "count:        | has no value",
      })
  void allElseIsAFault(String yaml, String told) throws BadInput {
    assertThat(problems(yaml)).singleElement().asString().contains(told);
  }

  @Test
  void afterAFaultTheDefaultCounts() throws BadInput {
    assertThat(read(COUNT, "7", "count: 0").amount().text()).isEqualTo("7");
  }

  @Test
  void theSchemaTellsRangeAndDefault() {
    String schema =
        new String(Formats.JSON.write(Settings.describe(in -> SIZE.readOr(in, "64Ki"))), UTF_8);
    assertThat(schema).contains("How large, from 1Ki to 1Mi; default: 64Ki.");
  }

  @Test
  void aRangeThatIsNoneIsOurOwnFault() {
    assertThatThrownBy(() -> AmountSetting.time("t", "x", "soon", "later"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
