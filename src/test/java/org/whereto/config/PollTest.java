// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PollTest {

  @Test
  @Timeout(30)
  void whatBreaksIsDoneAgainAllTheSame() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(3);
    Runnable breaking =
        () -> {
          done.countDown();
          if (done.getCount() == 1) {
            throw new StackOverflowError("on purpose");
          }
          throw new IllegalStateException("on purpose");
        };
    try (Poll _ = Poll.every(Duration.ofMillis(1), breaking)) {
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
