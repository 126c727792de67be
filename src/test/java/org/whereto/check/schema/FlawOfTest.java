// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

class FlawOfTest {

  private static Tree tree(String yaml) throws BadInput {
    return Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }

  private static List<String> sentences(String schema, String value) throws BadInput {
    List<String> problems = new ArrayList<>();
    Mapping source = Tree.build().done();
    if (tree(schema) instanceof Mapping mapping) {
      source = mapping;
    }
    JsonSchema read =
        JsonSchema.read(source, (place, sentence) -> problems.add(sentence)).orElseThrow();
    assertThat(problems).isEmpty();
    return read.flaws(tree(value), Task.TASKINFO_PATH).stream().map(Flaw::sentence).toList();
  }

  @Test
  void membersThatAnotherOneDemandsAreTheOnesThatAreMissing() throws BadInput {
    String demands = "{nodes: [site, hours], queue: [site]}";
    String old = "$schema: 'http://json-schema.org/draft-07/schema#', dependencies: ";
    for (String schema :
        List.of("{dependentRequired: " + demands + "}", "{" + old + demands + "}")) {
      assertThat(sentences(schema, "{nodes: 1, queue: long}"))
          .containsExactlyInAnyOrder("taskinfo.site is missing.", "taskinfo.hours is missing.");
      assertThat(sentences(schema, "{nodes: 1, site: roe}"))
          .containsExactly("taskinfo.hours is missing.");
      assertThat(sentences(schema, "{site: roe}")).isEmpty();
    }
  }
}
