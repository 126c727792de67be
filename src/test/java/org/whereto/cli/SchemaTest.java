// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class SchemaTest {

  private static Tree schema(String... document) throws BadInput {
    String[] args = new String[document.length + 1];
    args[0] = "schema";
    System.arraycopy(document, 0, args, 1, document.length);
    Ran ran = Ran.of(args);
    assertThat(ran.exit()).isZero();
    return Formats.JSON.read(ran.out().getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "answer", "task", "ask", "server"})
  void everyDocumentHasASchema(String document) throws BadInput {
    assertThat(schema(document).get("$schema")).isPresent();
  }

  @Test
  void thePlatformFileIsMeantWhereNothingIsSaid() throws BadInput {
    assertThat(schema()).isEqualTo(schema("platform")).isEqualTo(PlatformFile.schema());
  }

  @Test
  void differentDocumentsHaveDifferentSchemas() throws BadInput {
    assertThat(schema("answer")).isNotEqualTo(schema("task"));
    assertThat(schema("ask")).isNotEqualTo(schema("answer"));
  }
}
