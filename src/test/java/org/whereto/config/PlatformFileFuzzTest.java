// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems.Problem;

/** Files of any bytes that an owner may save. */
class PlatformFileFuzzTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(Formats.JSON.write(PlatformFile.schema()), UTF_8));

  /** What the reader takes, the schema of the editors takes too; all that it refuses is told. */
  @FuzzTest
  void file(byte[] file) throws BadInput {
    switch (PlatformFile.read("platform", file)) {
      case Checked.Good good -> {
        assertThat(good.platform().interfaces()).isNotEmpty();
        String json = Formats.JSON.line(Formats.YAML.read(file, Budget.OWNER, Keep.ALL));
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
      }
      case Checked.Faulty(List<Problem> problems) ->
          assertThat(problems)
              .isNotEmpty()
              .allSatisfy(problem -> assertThat(problem.sentence()).isNotBlank());
    }
  }
}
