// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class UnreadTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // taskinfo and other members | what was read | what was not
        "{a: 1, b: 2} | {} | taskinfo.a | taskinfo.b",
        "{a: {b: 1, c: 2}} | {} | taskinfo.a.b | taskinfo.a.c",
        "{a: {b: {c: 1, d: 2}, e: 3}} | {} | taskinfo.a.b.c | taskinfo.a.b.d taskinfo.a.e",
        "{a: {b: 1}, ab: {c: 2}} | {} | taskinfo.a | taskinfo.ab",
        "{a: [{b: 1}]} | {} | taskinfo.a.b | taskinfo.a",
        "{} | {x: {y: 1, z: 2}} | x.y | x.z",
        "{} | {x: {y: 1, z: 2}} | x | ''",
        "{} | {x: {y: 1, z: 2}} | y | x",
        "only a text | {} | taskinfo.a | taskinfo",
        "only a text | {} | taskinfo | ''",
      })
  void theTopmostOfEachUnreadBranchIsFound(
      String taskinfo, String others, String read, String unread) throws BadInput {
    Tree.Mapping members = (Tree.Mapping) yaml(others);
    Task task = new Task("uri://a", members.with(Task.TASKINFO, yaml(taskinfo)));

    assertThat(Unread.of(task, true, paths(read))).isEqualTo(List.copyOf(paths(unread)));
  }

  @ParameterizedTest
  @CsvSource({"taskinfo, ''", "resources, ''", "data, ''", "colour, colour"})
  void whatTheContractNamesIsItsReadersBusinessWhereTheKindIsUnknown(String member, String unread)
      throws BadInput {
    Task task = new Task("uri://a", Tree.build().put(member, yaml("{a: 1}")).done());

    assertThat(Unread.of(task, false, Set.of())).isEqualTo(List.copyOf(paths(unread)));
  }

  private static Set<Path> paths(String texts) {
    return Arrays.stream(texts.split(" "))
        .filter(text -> !text.isEmpty())
        .map(Path::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(StandardCharsets.UTF_8), Budget.SMALL, Keep.ALL);
  }
}
