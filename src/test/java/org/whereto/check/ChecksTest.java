// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.whereto.support.Compiled;

class ChecksTest {

  /** By convention the check that is called {@code image} is {@code ImageCheck}. */
  @Test
  void theListHoldsEveryCheck() throws IOException, ClassNotFoundException {
    assertThat(Checks.ALL)
        .extracting(type -> capitalised(type.name()) + "Check")
        .containsExactlyInAnyOrderElementsOf(Compiled.madeOf("org.whereto.check", Check.class));
  }

  @Test
  void noTwoChecksShareAName() {
    assertThat(Checks.ALL).extracting(CheckType::name).doesNotHaveDuplicates();
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
