// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.whereto.support.Compiled;
import org.whereto.task.Kind;

final class KindsTest {

  @Test
  void theListHoldsEveryKind() throws IOException, ClassNotFoundException {
    assertThat(Kinds.ALL)
        .extracting(kind -> kind.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(Compiled.madeOf("org.whereto.kind", Kind.class));
  }

  @Test
  void noTwoKindsShareANameOrATaskType() {
    assertThat(Kinds.ALL.stream().map(Kind::name)).doesNotHaveDuplicates();
    assertThat(Kinds.ALL.stream().flatMap(kind -> kind.tasktypes().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void eachKindIsFoundByItsNameAndByItsTaskTypes() {
    for (Kind kind : Kinds.ALL) {
      assertThat(Kinds.byName(kind.name())).contains(kind);
      kind.tasktypes().forEach(type -> assertThat(Kinds.byTasktype(type)).contains(kind));
      assertThat(kind.fields()).containsAll(kind.contents());
    }
    assertThat(Kinds.byName("no-such-kind")).isEmpty();
    assertThat(Kinds.byTasktype("uri://no-such-task")).isEmpty();
  }
}
