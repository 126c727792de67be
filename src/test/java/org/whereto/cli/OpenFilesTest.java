// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenFilesTest {

  @Test
  void tooFewFilesAreToldWithBothRemedies() {
    assertThat(OpenFiles.shortage(4096, 8392)).isEmpty();
    assertThat(OpenFiles.shortage(4096, 8391))
        .contains(
            "The system lets this process open 8391 files, too few for limits.connections (4096):"
                + " allow 8392 (ulimit -n; LimitNOFILE in a unit of systemd), or set"
                + " limits.connections to 4095.");
    assertThat(OpenFiles.shortage(4095, 8391)).isEmpty();
    assertThat(OpenFiles.shortage(10, 100)).get().asString().endsWith("connections to 1.");
  }

  @Test
  void whatIsAllowedIsReadAsLinuxTellsIt() {
    String soft = "Max open files            1024                 524288               files     ";
    String none = "Max open files            unlimited            unlimited            files     ";
    assertThat(OpenFiles.allowed(List.of("Limit Soft Limit", soft))).hasValue(1024);
    assertThat(OpenFiles.allowed(List.of(none))).isEmpty();
    assertThat(OpenFiles.allowed(List.of())).isEmpty();
  }
}
