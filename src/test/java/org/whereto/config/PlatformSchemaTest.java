// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;

/** The schema that editors use says the same as the code that reads the file. */
class PlatformSchemaTest {

  private static final Path PUBLISHED = Path.of("docs/platform.schema.json");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(Formats.JSON.write(PlatformFile.schema()), UTF_8));

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples/platforms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSchemaAcceptsEveryExample(Path example) throws IOException, BadInput {
    assertThat(faults(Files.readAllBytes(example))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: no version\ninterfaces: {a: {servicetype: b}}\naccepts: [{tasktype: t}]",
        "whereto: 1\ninterfaces: {a: {}}\naccepts: [{tasktype: t}]",
        "whereto: 1\ninterfaces: {a: {servicetype: b}}\naccepts: [{tasktype: t, who: [me]}]",
        "whereto: 1\ninterfaces: {a: {servicetype: b}}\naccepts: [{}]",
        "whereto: 1\ninterfaces: {a: {servicetype: b}}\naccepts: t",
        "whereto: 1\ninterfaces: {a: {servicetype: b}}\naccepts: [{tasktype: t, if: {langs: [x]}}]",
        "whereto: 1\nreasons: all\ninterfaces: {a: {servicetype: b}}\naccepts: [{tasktype: t}]",
      })
  void theSchemaRefusesWhatTheReaderRefuses(String file) throws BadInput {
    assertThat(faults(file.getBytes(UTF_8))).isNotEmpty();
    assertThat(PlatformFile.read("test", file.getBytes(UTF_8)))
        .isInstanceOf(PlatformFile.Checked.Faulty.class);
  }

  @Test
  void thePublishedSchemaIsTheOneOfThisVersion() throws IOException {
    byte[] written = Formats.JSON.write(PlatformFile.schema());
    if (Boolean.getBoolean("whereto.rewrite")) {
      Files.write(PUBLISHED, written);
    }
    assertThat(Files.readString(PUBLISHED)).isEqualTo(new String(written, UTF_8));
  }

  private List<String> faults(byte[] yaml) throws BadInput {
    byte[] json = Formats.JSON.write(Formats.YAML.read(yaml, Budget.OWNER, Keep.ALL));
    return schema.validate(new String(json, UTF_8), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
