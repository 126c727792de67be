// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/** The budgets of what comes piece by piece: each holds at its edge and no further. */
class PathTreeTest {

  private static final int NODES = 5;
  private static final int DEPTH = 3;
  private static final int NAME = 4;
  private static final int TEXT = 6;

  private final PathTree tree = new PathTree("query", new Budget(100, DEPTH, NODES, TEXT, NAME, 0));

  @Test
  void nodesAreCountedHoweverTheyCome() throws BadInput {
    tree.put(new Path("a.b"), "1");
    tree.put(new Path("a.b"), "2");
    assertThat(tree.room()).isEqualTo(2);
    tree.putWhole(new Path("c"), Tree.list(List.of(Tree.text("1"))));
    assertThat(tree.room()).isZero();
    assertThat(fault("a.b", "3").code()).isEqualTo("query.node-budget");
  }

  @Test
  void aWholeTreeThatIsTooLargeIsAFault() throws BadInput {
    tree.putWhole(new Path("a"), Tree.texts(List.of("1", "2", "3", "4")));
    assertThat(tree.room()).isZero();

    PathTree other = new PathTree("query", new Budget(100, DEPTH, NODES, TEXT, NAME, 0));
    Tree five = Tree.texts(List.of("1", "2", "3", "4", "5"));
    assertThatThrownBy(() -> other.putWhole(new Path("a"), five)).isInstanceOf(BadInput.class);
  }

  @Test
  void aNameIsAsLongAsNamesMayBe() throws BadInput {
    tree.put(new Path("abcd"), "1");
    assertThat(fault("abcde", "1").code()).isEqualTo("query.name-budget");
    assertThat(fault("a.b.cdefg", "1").code()).isEqualTo("query.name-budget");
    assertThat(fault("[abcd][abcd][abcd]x", "1").code()).isEqualTo("query.name-budget");
  }

  @Test
  void theDeepestPathMayHaveTheLongestNamesInBrackets() throws BadInput {
    tree.put(new Path("[abcd][efgh][ijkl]"), "1");
    assertThat(tree.done().get("abcd")).isPresent();
  }

  @Test
  void aPathIsAsDeepAsDocumentsMayBe() throws BadInput {
    tree.put(new Path("a.b.c"), "1");
    assertThat(fault("a.b.d.e", "1").code()).isEqualTo("query.depth-budget");
  }

  @Test
  void aTextIsAsLongAsTextsMayBe() throws BadInput {
    tree.put(new Path("a"), "123456");
    assertThat(fault("b", "1234567").code()).isEqualTo("query.text-budget");
  }

  @Test
  void anIndexIsANumberWithoutFurtherZeros() throws BadInput {
    PathTree list = new PathTree("query", Budget.SMALL);
    list.put(new Path("a[0]"), "1");
    for (String odd : List.of("a[00]", "a[01]", "a[12345678]")) {
      assertThat(catchThrowableOfType(BadInput.class, () -> list.put(new Path(odd), "1")).code())
          .isEqualTo("path.malformed");
    }
    list.put(new Path("a[1234567]"), "1");
    assertThat(catchThrowableOfType(BadInput.class, list::done).code()).isEqualTo("list.gap");
  }

  private BadInput fault(String path, String text) {
    return catchThrowableOfType(BadInput.class, () -> tree.put(new Path(path), text));
  }
}
