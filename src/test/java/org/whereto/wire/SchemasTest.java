// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class SchemasTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tasktype: 'uri://jupyter-notebook'}",
        "{tasktype: example-task, taskinfo: {image: a}, other: 1}",
        "{tasktype: a, resources: {mincores: 8, maxmemory: 16G}, data: [{datatype: b}]}",
        "{tasktype: a, data: [{datatype: 'uri://vospace-node', datainfo: {uri: 'vos://a!b/c'}},"
            + " {datatype: 'uri://rucio-did', datainfo: {scope: a, name: b}},"
            + " {datatype: 'uri://s3-object', datainfo: {bucket: abc, object: b}},"
            + " {datatype: 'uri://http-resource', datainfo: {url: 'https://a.example/'}}]}"
      })
  void theTasksOfTheContractFollowTheSchema(String task) throws BadInput {
    assertThat(faults(Schemas.task(), task)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{tasktype: ''}",
        "{tasktype: [a]}",
        "{tasktype: a, resources: [8]}",
        "{tasktype: a, resources: {mincores: [8]}}",
        "{tasktype: a, data: [{datainfo: 5}]}",
        "{tasktype: a, data: {datatype: b}}",
        "{tasktype: a, data: [{datatype: 'uri://rucio-did'}]}",
        "{tasktype: a, data: [{datatype: 'uri://s3-object', datainfo: {bucket: A, object: b}}]}",
        "{tasktype: a, data: [{datatype: 'uri://http-resource', datainfo: {url: 'ftp://a/'}}]}"
      })
  void otherTasksDoNot(String task) throws BadInput {
    assertThat(faults(Schemas.task(), task)).isNotEmpty();
  }

  @Test
  void theSchemasNameTheirDialect() {
    Tree dialect = Tree.text("https://json-schema.org/draft/2020-12/schema");
    assertThat(Schemas.answer().get("$schema")).contains(dialect);
    assertThat(Schemas.task().get("$schema")).contains(dialect);
    assertThat(Schemas.problem().get("$schema")).contains(dialect);
  }

  private static List<String> faults(Tree.Mapping schema, String yaml) throws BadInput {
    byte[] bytes = yaml.getBytes(UTF_8);
    return JsonSchemas.faults(schema, Formats.YAML.read(bytes, Budget.SMALL, Keep.ALL));
  }
}
