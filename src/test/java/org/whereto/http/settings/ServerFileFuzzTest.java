// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.whereto.tree.BadInput;

/** Files of any bytes that the owner of a server may save. */
class ServerFileFuzzTest {

  @FuzzTest
  void file(byte[] file) {
    try {
      ServerSettings settings = ServerFile.read("server", file);
      assertThat(settings.limits().headBytes()).isPositive();
      assertThat(settings.drain().isNegative()).isFalse();
    } catch (BadInput fault) {
      assertThat(fault.code()).isEqualTo("file.faulty");
      assertThat(fault.sentence().lines()).isNotEmpty().allMatch(line -> line.contains("server:"));
    }
  }
}
