// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.task.Languages.Language;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;

/** What a person may have: bytes of any kind, and whatever looks like an address. */
class InspectorFuzzTest {

  /** The Task that leaves the machine is recognised again, and needs the same. */
  @FuzzTest
  void bytes(byte[] bytes) {
    Optional<Inspection> inspection = inspect("-", bytes);
    if (inspection.isPresent()) {
      byte[] leaving = Formats.JSON.write(inspection.get().factsOnly().document());
      assertThat(inspect("-", leaving).map(InspectorFuzzTest::languages))
          .contains(languages(inspection.get()));
    }
  }

  @FuzzTest
  void address(byte[] bytes) {
    String typed = new String(bytes, UTF_8);
    for (String scheme : List.of("docker://", "https://", "http://", "ssh://")) {
      inspect(scheme + typed, new byte[0]);
    }
  }

  private static Optional<Inspection> inspect(String source, byte[] stdin) {
    InputStream in = new ByteArrayInputStream(stdin);
    try {
      Inspection inspection = new Inspector(in).inspect(source, Optional.empty());
      toldWell(inspection);
      return Optional.of(inspection);
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }

  /** On a terminal as lines, and for a program. */
  private static void toldWell(Inspection inspection) throws BadInput {
    assertThat(inspection.what()).isNotBlank();
    assertThat(inspection.describe())
        .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(Character::isISOControl));
    byte[] told = Formats.JSON.write(inspection.tree());
    assertThat(Formats.JSON.write(Formats.JSON.read(told, Budget.OWNER, Keep.ALL))).isEqualTo(told);
  }

  private static List<String> languages(Inspection inspection) {
    return inspection.facts().languages().used().stream().map(Language::name).sorted().toList();
  }
}
