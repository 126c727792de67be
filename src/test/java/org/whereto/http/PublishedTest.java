// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.http.page.Described;
import org.whereto.http.page.OpenApi;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.wire.Schemas;

/**
 * The copies in docs/ are those of this version. To rewrite them: mvn test -Dtest=PublishedTest
 * -Dwhereto.rewrite=true
 */
class PublishedTest {

  static Stream<Arguments> contracts() {
    return Stream.of(
        Arguments.of("openapi.yaml", Formats.YAML.write(OpenApi.document())),
        Arguments.of("description.schema.json", Formats.JSON.write(Described.schema())),
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

  /** Every schema is one by the rules of its own dialect. */
  @Test
  void theSchemasAreSchemas() {
    Tree.Mapping meta =
        Tree.build().put("$ref", "https://json-schema.org/draft/2020-12/schema").done();
    for (Tree.Mapping schema :
        new Tree.Mapping[] {
          Schemas.answer(), Schemas.task(), Schemas.problem(), Described.schema()
        }) {
      assertThat(JsonSchemas.faults(meta, schema)).isEmpty();
      assertThat(JsonSchemas.faults(meta, schema.with("type", Tree.text("thing")))).isNotEmpty();
    }
  }
}
