// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.whereto.http.Load.Room;
import org.whereto.http.settings.Limits;
import org.whereto.wire.RequestLimits;

class LoadTest {

  /** Room for 4 questions and 100 bytes, half of it for one client. */
  private final Load load =
      new Load(
          new Limits(
              1,
              1,
              Duration.ZERO,
              Duration.ZERO,
              RequestLimits.USUAL,
              1,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              4,
              100,
              1,
              50));

  @Test
  void oneClientLeavesRoomForTheOthers() {
    assertThat(load.take("a")).isEqualTo(Room.FREE);
    assertThat(load.take("a")).isEqualTo(Room.FREE);
    assertThat(load.take("a")).isEqualTo(Room.SHARE_TAKEN);
    assertThat(load.take("b")).isEqualTo(Room.FREE);
    assertThat(load.take("c")).isEqualTo(Room.FREE);
    assertThat(load.take("d")).isEqualTo(Room.FULL);
    assertThat(load.questions()).isEqualTo(4);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    load.take("a");
    load.take("a");
    load.giveBack("a");
    assertThat(load.look("a")).isEqualTo(Room.FREE);
    load.giveBack("a");
    assertThat(load.questions()).isZero();
  }

  @Test
  void whatFoundNoRoomTakesNone() {
    assertThat(load.takeBytes("a", 51)).isEqualTo(Room.SHARE_TAKEN);
    assertThat(load.takeBytes("a", 50)).isEqualTo(Room.FREE);
    assertThat(load.takeBytes("a", 1)).isEqualTo(Room.SHARE_TAKEN);
    assertThat(load.takeBytes("b", 50)).isEqualTo(Room.FREE);
    assertThat(load.takeBytes("c", 1)).isEqualTo(Room.FULL);
    load.giveBackBytes("a", 50);
    assertThat(load.bytes()).isEqualTo(50);
    assertThat(load.takeBytes("c", 50)).isEqualTo(Room.FREE);
  }
}
