// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.tree.Formats;

/**
 * The copies in docs/ are those of this version. To rewrite them: mvn test
 * -Dtest=PublishedContractTest -Dwhereto.rewrite=true
 */
final class PublishedContractTest {

  static Stream<Arguments> contracts() {
    return Stream.of(
        Arguments.of("answer.schema.json", Formats.JSON.write(Schemas.answer())),
        Arguments.of("answer.xsd", Schemas.answerInXml()),
        Arguments.of("task.schema.json", Formats.JSON.write(Schemas.task())),
        Arguments.of("problem.schema.json", Formats.JSON.write(Schemas.problem())));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theCopyIsTheOneOfThisVersion(String name, byte[] contract) throws IOException {
    Path copy = Path.of("docs").resolve(name);
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.write(copy, contract);
    }
    assertThat(Files.readString(copy)).isEqualTo(new String(contract, UTF_8));
  }
}
