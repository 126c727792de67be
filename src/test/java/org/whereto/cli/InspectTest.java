// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

final class InspectTest {

  private static final String PYTHON_AND_R = "examples/tasks/photometry-python-and-r.ipynb";

  @Test
  void theEvidenceIsShown() {
    Ran ran = Ran.of("inspect", PYTHON_AND_R);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("  python (kernel): kernelspec.language\n")
        .contains("%%R in cells");
  }

  @Test
  void programsSeeWhatWouldLeaveThisMachine() throws BadInput {
    Ran ran = Ran.of("inspect", PYTHON_AND_R, "-o", "json");
    Tree tree = Formats.JSON.read(ran.out().getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    assertThat(tree.get("task").orElseThrow().get("tasktype"))
        .contains(Tree.text("uri://jupyter-notebook"));
    assertThat(ran.out()).doesNotContain("import ");
  }

  @Test
  void whatIsNotUnderstoodIsToldWithItsPlace() {
    Ran ran = Ran.of("inspect", "README.md");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("whereto: README.md").hasLineCount(1);
  }
}
