// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.support.Compiled;

class ChecksTest {

  /** By convention the check that is called {@code image} is {@code ImageCheck}. */
  @Test
  void theListHoldsEveryCheck() throws IOException, ClassNotFoundException {
    List<String> all = new ArrayList<>(Compiled.madeOf("org.whereto.check", Check.class));
    // What looks at every Task has keys of its own, and stands in no list.
    all.removeAll(List.of("ResourcesCheck", "DataCheck"));
    assertThat(Checks.ALL)
        .extracting(type -> capitalised(type.name()) + "Check")
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void noTwoChecksShareAName() {
    assertThat(Checks.ALL).extracting(CheckType::name).doesNotHaveDuplicates();
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
