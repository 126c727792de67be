// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

class RepairableTaskTest {

  private static final String TASK =
      "{tasktype: t, taskinfo: {file: {services: {a: {l: [x, y, z], k: v, one: 1}}}, n: 5}}";

  @Test
  void allChangesAreMadeAtOnceByThePathsOfTheTaskAsItWas() throws BadInput {
    assertThat(
            changed(
                TASK,
                change("services.a.l[0]", "x", ""),
                change("services.a.l[2]", "z", "w"),
                change("services.a.k", "v", ""),
                change("taskinfo.n", "5", "6"),
                change("taskinfo.new.deep", "", "d")))
        .contains(
            task(
                "{tasktype: t, taskinfo: {file: {services: {a: {l: [y, w], one: 1}}}, n: 6,"
                    + " new: {deep: d}}}"));
  }

  /** Members stand where they stood, and text stays text. */
  @Test
  void aDocumentThatIsTextIsWrittenAnew() throws BadInput {
    String text = "# note\\nb: &b {k: 0123, m: , t: ~}\\na: *b\\nyes: on\\n";

    Optional<Task> changed =
        changed("{tasktype: t, taskinfo: {file: \"" + text + "\"}}", change("a.k", "0123", "4"));

    assertThat(changed.flatMap(Task::taskinfo).flatMap(info -> info.get("file")))
        .contains(
            Tree.text("b:\n  k: 0123\n  m:\n  t: ~\na:\n  k: 4\n  m:\n  t: ~\n\"yes\": on\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "services",
        "services.a.k.v",
        "services.b.k",
        "services.a.l[3]",
        "services.a.l[-1]",
        "services.a.l[x]",
        "services.a.l.[0",
        "services.a.l[00000000000]",
        "[",
        ".",
        "a..b",
        "]",
        "services.a.l[99999999999999999999]",
        "tasktype.x",
        "taskinfo.file.services.a.k[1]"
      })
  void aPathThatLeadsNowhereFitsNothing(String path) throws BadInput {
    assertThat(changed(TASK, change(path, "v", "w"))).isEmpty();
    assertThat(
            RepairableTask.of(task(TASK), "file")
                .changes(List.of(new Repair.Replace(new Path(path), "v", "w"))))
        .isEmpty();
  }

  @Test
  void anotherValueThanTheOneThatWasSeenIsLeftAlone() throws BadInput {
    assertThat(changed(TASK, change("services.a.k", "u", "w"))).isEmpty();
    assertThat(changed(TASK, change("services.a.k", "v", "w"))).isPresent();
  }

  @Test
  void changesWithinEachOtherContradict() throws BadInput {
    assertThat(changed(TASK, change("services.a", "", "w"), change("services.a.k", "v", "w")))
        .isEmpty();
  }

  @Test
  void theTaskTypeCannotBeTakenOut() throws BadInput {
    assertThat(changed(TASK, change("tasktype", "t", ""))).isEmpty();
  }

  @Test
  void aDocumentThatDoesNotParseHasNoPlaces() throws BadInput {
    assertThat(
            changed(
                "{tasktype: t, taskinfo: {file: 'services: ['}}", change("services.a", "", "w")))
        .isEmpty();
  }

  private static Optional<Task> changed(String task, Change... changes) throws BadInput {
    return RepairableTask.of(task(task), "file").with(List.of(changes));
  }

  /** Empty texts stand for nothing. */
  private static Change change(String path, String from, String to) throws BadInput {
    return new Change(new Path(path), value(from), value(to));
  }

  private static Optional<Tree> value(String text) throws BadInput {
    return text.isEmpty() ? Optional.empty() : Optional.of(yaml(text));
  }

  private static Task task(String yaml) throws BadInput {
    return Task.read(yaml(yaml));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
