// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          3.10          ; 3.10          ; true
          3.10          ; 3.10.4        ; true
          3.1           ; 3.10          ; false
          3.10          ; 3.1           ; false
          3             ; 3.10          ; true
          3.*           ; 3.10          ; true
          3.*           ; 2.7           ; false
          *             ; 0.1           ; true
          >=3.9         ; 3.9           ; true
          >=3.9         ; 3.8           ; false
          >3.9          ; 3.9.1         ; true
          >3.9.*        ; 3.9           ; false
          >3.9.*        ; 3.10          ; true
          <3.12         ; 3.12          ; false
          <3.12         ; 3.11          ; true
          <=3.9         ; 3.9           ; true
          <=3.9         ; 3.9.1         ; false
          <=3.9.*       ; 3.9.1         ; true
          >=3.8,<3.12   ; 3.12          ; false
          >=3.8,<3.12   ; 3.11.9        ; true
          >=3.8,<3.12   ; >=3.12        ; false
          >=3.8, <3.12  ; 3.8|3.13      ; true
          3.9|3.11      ; 3.10          ; false
          3.9|3.11      ; 3.11.2        ; true
          ==3.9         ; 3.9.7         ; true
          ===3.9        ; 3.9           ; true
          !=3.9.*       ; 3.9.1         ; false
          !=3.9         ; 3.10          ; true
          ~=3.9         ; 3.11          ; true
          ~=3.9         ; 4.0           ; false
          ~=3.9.2       ; 3.10          ; false
          ~=3.9.2       ; 3.9.1         ; false
          ^1.6          ; 1.10          ; true
          ^1.6          ; 2.0           ; false
          ^0.3          ; 0.4           ; false
          ^0.0.3        ; 0.0.4         ; false
          ^0            ; 0.9           ; true
          ~1.6          ; 1.6.3         ; true
          ~1.6          ; 1.7           ; false
          ~1.6.2        ; 1.6.9         ; true
          ~1            ; 1.9           ; true
          3.13.0rc1     ; 3.13          ; true
          >=3.10,<3.11.0a0 ; 3.11       ; false
          3.9.dev0      ; 3.9           ; true
          3.10.0        ; 3.10          ; true
          03.10         ; 3.10          ; true
          """)
  void twoRangesMeetOrDoNot(String left, String right, boolean meet) {
    VersionRange one = VersionRange.parse(left).orElseThrow();
    VersionRange two = VersionRange.parse(right).orElseThrow();

    assertThat(one.overlaps(two)).isEqualTo(meet);
    assertThat(two.overlaps(one)).isEqualTo(meet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "3.x",
        "3.",
        ".3",
        "3..1",
        "3.1*",
        ">=",
        ">=3.8,",
        "3.8|",
        "~=3",
        "-3",
        "3 .1",
        "1234567890",
        "1.2.3.4.5.6.7.8.9",
        "３.9",
        "latest",
        "3.9foo",
        "=>3.9",
        "**",
        ".*",
        "3.9+local",
      })
  void whatIsNoVersionIsNotGuessed(String text) {
    assertThat(VersionRange.parse(text)).isEmpty();
  }

  @Property
  void aVersionIsInItsOwnSeriesAndInNoOther(
      @ForAll @IntRange(max = 99) int minor, @ForAll @IntRange(max = 99) int other) {
    VersionRange exact = VersionRange.parse("3." + minor + ".1").orElseThrow();

    assertThat(exact.overlaps(VersionRange.parse("3." + other).orElseThrow()))
        .isEqualTo(minor == other);
    assertThat(exact.overlaps(VersionRange.parse(">=3." + other).orElseThrow()))
        .isEqualTo(minor >= other);
    assertThat(exact.overlaps(VersionRange.parse("<3." + other).orElseThrow()))
        .isEqualTo(minor < other);
  }

  @Property
  void noTextDoesHarm(@ForAll String text) {
    assertThat(
            VersionRange.parse(text).stream()
                .allMatch(range -> range.overlaps(range) || range.spans().isEmpty()))
        .isTrue();
  }
}
