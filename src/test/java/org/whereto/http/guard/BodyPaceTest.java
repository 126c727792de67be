// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.http.settings.Limits;

/** 64 kB a second after the first five seconds, and 60 s for all: to the nanosecond. */
class BodyPaceTest {

  private long now = -17;
  private final BodyPace pace = new BodyPace(Limits.DEFAULT, () -> now);

  @ParameterizedTest
  @CsvSource({
    "0, 5",
    "1, 5.000015258",
    "65536, 6",
    "131072, 7",
    "3604480, 60",
    "3604481, 60",
    "16777216, 60"
  })
  void soManyBytesEarnSoManySeconds(long bytes, String seconds) {
    Duration due = Duration.parse("PT" + seconds + "S");
    assertThat(pace.rest(bytes)).isEqualTo(due);
    now += due.toNanos() - 1;
    assertThat(pace.rest(bytes)).isEqualTo(Duration.ofNanos(1));
    now++;
    assertThat(pace.rest(bytes).isPositive()).isFalse();
  }

  @Test
  void aBodyThatIsLateOnceIsInTimeAgainWhenMoreHasCome() {
    now += Duration.ofSeconds(6).toNanos();
    assertThat(pace.rest(65_535).isPositive()).isFalse();
    assertThat(pace.rest(65_537).isPositive()).isTrue();
  }
}
