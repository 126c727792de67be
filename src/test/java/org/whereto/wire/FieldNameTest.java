// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNameTest {

  @ParameterizedTest
  @CsvSource({
    "tasktype, true, true",
    "[tasktype], true, true",
    "tasktype.a, false, true",
    "tasktype[0], false, true",
    "[tasktype].a, false, true",
    "tasktypes, false, false",
    "Tasktype, false, false",
    "taskinfo.tasktype, false, false",
  })
  void theTaskTypeAndWhatStandsBelowItAreKnown(String name, boolean is, boolean isAbout) {
    assertThat(new FieldName(name).isTasktype()).isEqualTo(is);
    assertThat(new FieldName(name).isAboutTasktype()).isEqualTo(isAbout);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUEST", "version", "RunId", "Access_Token", "ResponseFormat"})
  void namesOfDaliLieOutsideTheTaskInAnyCase(String name) {
    assertThat(new FieldName(name).isTasks()).isFalse();
  }

  /** The sign of Kelvin has the small letter k. */
  @ParameterizedTest
  @ValueSource(strings = {"access_to\u212Aen", "respons\u00E9format", "request.x", "requests", ""})
  void namesThatOnlyLookLikeThemAreMembers(String name) {
    assertThat(new FieldName(name).isTasks()).isTrue();
  }
}
