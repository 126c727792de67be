// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

  /** Who sends a megabyte in the place of a name is not to get it back three times. */
  @Test
  void theWordsOfAnAskerAreRepeatedAsFarAsAnybodyReadsThem() {
    String endless = "x".repeat(100_000);

    Reason reason = Reason.of("a.b", "c", endless).comparing(endless, endless);

    assertThat(reason.text()).hasSize(2000).endsWith("xx...");
    assertThat(reason.asked()).isEqualTo(reason.text());
    assertThat(reason.limit()).isEqualTo(reason.text());
  }

  @Test
  void anOrdinarySentenceStaysAsItIs() {
    String sentence = "x".repeat(2000);

    assertThat(Reason.of("a.b", "c", sentence).text()).isEqualTo(sentence);
  }
}
