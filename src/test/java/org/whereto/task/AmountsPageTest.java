// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** The examples of amounts in docs/client.md are what the page says. */
final class AmountsPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (cores|memory|store|startup|duration) \\| `(.+)` \\| (.+) \\|$");

  record Row(String dimension, String text, String told) {

    Amount read() throws BadInput {
      Measure measure = Resources.STANDARD.get(dimension);
      return Amount.parse(measure, Tree.text(text), new Path("resources." + dimension));
    }
  }

  static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(new File("docs/client.md").toPath()))
        .results()
        .map(AmountsPageTest::row)
        .toList();
  }

  private static Row row(MatchResult match) {
    return new Row(match.group(1), match.group(2), match.group(3));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachExampleIsWhatItSays(Row row) throws BadInput {
    if (row.told().startsWith("a fault: `")) {
      String hint = row.told().substring("a fault: `".length(), row.told().length() - 1);
      assertThatThrownBy(row::read).hasMessageEndingWith("Did you mean " + hint + "?");
    } else if (row.told().startsWith("a fault: ")) {
      assertThatThrownBy(row::read).hasMessageContaining("has no fixed length");
    } else {
      BigDecimal told = new BigDecimal(row.told().split(" ", -1)[0]);
      assertThat(row.read().value()).isEqualByComparingTo(told);
    }
  }

  @Test
  void everyStandardDimensionHasAnExample() throws IOException {
    assertThat(rows()).extracting(Row::dimension).containsAll(Resources.STANDARD.keySet());
  }
}
