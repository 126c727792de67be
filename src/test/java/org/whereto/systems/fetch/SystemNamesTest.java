// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemNamesTest {

  @Test
  void thisMachineKnowsItself() throws Exception {
    List<IpAddress> addresses = SystemNames.HERE.addresses("localhost");

    assertThat(addresses)
        .isNotEmpty()
        .isSubsetOf(FakeNames.address("127.0.0.1"), FakeNames.address("::1"));
    assertThat(addresses).noneMatch(SpecialAddresses::isPublic);
  }

  @Test
  void whatIsNoNameHasNoAddress() {
    assertThat(catchThrowable(() -> SystemNames.HERE.addresses("no name")))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void whoIsInterruptedStopsWaiting() throws Exception {
    Callable<Throwable> asking =
        () -> {
          Thread.currentThread().interrupt();
          return catchThrowable(() -> SystemNames.HERE.addresses("localhost"));
        };
    FutureTask<Throwable> task = new FutureTask<>(asking);
    Thread.ofVirtual().start(task);

    assertThat(task.get()).isInstanceOf(InterruptedException.class);
  }
}
