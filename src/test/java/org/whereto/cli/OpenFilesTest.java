// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenFilesTest {

  @Test
  void noMoreConnectionsAreTakenThanThereAreFilesFor() {
    assertThat(OpenFiles.connections(4096, Long.MAX_VALUE)).isEqualTo(4096);
    assertThat(OpenFiles.connections(4096, 8392)).isEqualTo(4096);
    assertThat(OpenFiles.connections(4096, 8391)).isEqualTo(4095);
    assertThat(OpenFiles.connections(4096, 100)).isEqualTo(1);
  }

  @Test
  void tooFewFilesAreToldWithTheRemedy() {
    assertThat(OpenFiles.shortage(4096, 8392)).isEmpty();
    assertThat(OpenFiles.shortage(4096, 8391))
        .contains(
            "At most 4095 connections are taken, not the 4096 of limits.connections: the system"
                + " lets this process open only 8391 files. Allow 8392 (ulimit -n; LimitNOFILE in"
                + " a unit of systemd).");
  }

  @Test
  void whatIsAllowedIsReadAsLinuxTellsIt() {
    String soft = "Max open files            1024                 524288               files     ";
    String none = "Max open files            unlimited            unlimited            files     ";
    assertThat(OpenFiles.allowed(List.of("Limit Soft Limit", soft))).isEqualTo(1024);
    assertThat(OpenFiles.allowed(List.of(none))).isEqualTo(Long.MAX_VALUE);
    assertThat(OpenFiles.allowed(List.of())).isEqualTo(Long.MAX_VALUE);
  }
}
