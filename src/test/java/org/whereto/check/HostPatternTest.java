// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*.example.org, a.example.org, true",
    "*.example.org, a.b.example.org, true",
    "*.example.org, example.org, false",
    "*.example.org, .example.org, false",
    "*.example.org, aexample.org, false",
    "example.org, example.org, true",
    "example.org, a.example.org, false",
    "example.org:8443, example.org, false",
  })
  void aStarIsAtLeastOneLabel(String pattern, String host, boolean matches) {
    assertThat(HostPattern.matches(pattern, host)).isEqualTo(matches);
  }

  @Test
  void aPatternIsNoLongerThanANameWithItsPort() {
    assertThat(HostPattern.read("A".repeat(260))).contains("a".repeat(260));
    assertThat(HostPattern.read("a".repeat(261))).isEmpty();
  }
}
