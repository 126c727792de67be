// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whereto.task.Kind;

final class KindsTest {

  @Test
  void theListHoldsEveryKindOfThePackage() throws IOException {
    List<String> listed = Kinds.ALL.stream().map(kind -> kind.getClass().getSimpleName()).toList();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/whereto/kind"))) {
      List<String> present =
          files
              .filter(Files::isRegularFile)
              .filter(KindsTest::isKind)
              .map(KindsTest::type)
              .toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(present);
    }
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

  private static boolean isKind(Path file) {
    try {
      return Files.readString(file).contains(" implements Kind {");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
