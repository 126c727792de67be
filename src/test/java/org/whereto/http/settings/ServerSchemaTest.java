// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;

/** The schema that editors use says the same as the code that reads the file. */
final class ServerSchemaTest {

  private static final Path PUBLISHED = Path.of("docs/server.schema.json");

  private static List<String> faults(String yaml) throws BadInput {
    return JsonSchemas.faults(
        ServerFile.schema(), Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whereto: 1",
        "whereto: 1\nadmin: false\nlog: none\ncors: [https://a.org]",
        "whereto: 1\nadmin: {port: 9000}\nlog: {to: a.log}\nstop: {drain: 1s}",
        "whereto: 1\nlimits: {questions: 5, head-bytes: 4Ki}\ncors: {origins: https://a.org}",
      })
  void bothTakeWhatIsGood(String file) throws BadInput {
    assertThat(faults(file)).isEmpty();
    assertThat(ServerFile.read("s", file.getBytes(UTF_8))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin: false",
        "whereto: 1\nlimit: {}",
        "whereto: 1\nlimits: {head-byte: 4Ki}",
        "whereto: 1\nadmin: {prot: 9000}",
        "whereto: 1\ncors: {origin: a}",
        "whereto: 1\nstop: 5s",
      })
  void bothRefuseWhatIsNot(String file) throws BadInput {
    assertThat(faults(file)).isNotEmpty();
    assertThatThrownBy(() -> ServerFile.read("s", file.getBytes(UTF_8)))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void thePublishedSchemaIsTheOneOfThisVersion() throws IOException {
    byte[] written = Formats.JSON.write(ServerFile.schema());
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.write(PUBLISHED, written);
    }
    assertThat(Files.readString(PUBLISHED)).isEqualTo(new String(written, UTF_8));
  }
}
