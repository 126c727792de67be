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
        "{reponseword: 'NO'}",
        "{reponseword: 'YES', servicetype: 'uri://hub', serviceinfo: {endpoint: 'http://h/'}}",
        "{reponseword: 'YES', interfaces: [{servicetype: a}, {servicetype: a}]}",
        "{reponseword: 'NO', reasons: [{code: a.b, permanence: not-you}], warnings: [{text: x}]}"
      })
  void theAnswersOfTheContractFollowTheSchema(String answer) throws BadInput {
    assertThat(faults(Schemas.answer(), answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{reponseword: 'MAYBE'}",
        "{responseword: 'YES'}",
        "{reponseword: 'YES', mood: good}",
        "{reponseword: 'YES', serviceinfo: {}}",
        "{reponseword: 'YES', interfaces: [{servicetype: a}]}",
        "{reponseword: 'YES', servicetype: a, interfaces: [{servicetype: a}, {servicetype: b}]}",
        "{reponseword: 'YES', interfaces: [{serviceinfo: a}, {servicetype: b}]}",
        "{reponseword: 'YES', reasons: [{code: a.b}]}",
        "{reponseword: 'NO', servicetype: a}",
        "{reponseword: 'NO', reasons: []}",
        "{reponseword: 'NO', reasons: [{code: a.b, permanence: forever}]}",
        "{reponseword: 'NO', warnings: [{}]}"
      })
  void otherAnswersDoNot(String answer) throws BadInput {
    assertThat(faults(Schemas.answer(), answer)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tasktype: 'uri://jupyter-notebook'}",
        "{tasktype: example-task, taskinfo: {image: a}, other: 1}",
        "{tasktype: a, resources: {mincores: 8, maxmemory: 16G}, data: [{datatype: b}]}"
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
        "{tasktype: a, data: [{datainfo: 5}]}"
      })
  void otherTasksDoNot(String task) throws BadInput {
    assertThat(faults(Schemas.task(), task)).isNotEmpty();
  }

  @Test
  void theSchemasNameTheirDialect() {
    Tree dialect = Tree.text("https://json-schema.org/draft/2020-12/schema");
    assertThat(Schemas.answer().get("$schema")).contains(dialect);
    assertThat(Schemas.task().get("$schema")).contains(dialect);
  }

  private static List<String> faults(Tree.Mapping schema, String yaml) throws BadInput {
    byte[] bytes = yaml.getBytes(UTF_8);
    return JsonSchemas.faults(schema, Formats.YAML.read(bytes, Budget.SMALL, Keep.ALL));
  }
}
