// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.whereto.Whereto;
import org.whereto.answer.Answer;
import org.whereto.answer.Suggestion;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Platform;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** Asks platforms what they would suggest. */
public final class Maybe {

  private Maybe() {}

  /** Each change on one line: {@code PATH: FROM -> TO}. */
  public static List<String> changes(Suggestion suggestion) {
    return suggestion.changes().stream()
        .map(change -> change.path() + ": " + shown(change.from()) + " -> " + shown(change.to()))
        .toList();
  }

  private static String shown(Optional<Tree> value) {
    return value.map(tree -> tree instanceof Scalar scalar ? scalar.text() : "...").orElse("");
  }

  /** The compose file that is suggested as text. */
  public static String text(Suggestion suggestion) {
    return suggestion
        .task()
        .flatMap(Task::taskinfo)
        .flatMap(info -> info.get("composefile"))
        .map(file -> ((Scalar) file).text())
        .orElseThrow();
  }

  /** What is suggested instead of an image. */
  public static Optional<Suggestion> container(String checks, String image) throws BadInput {
    Tree taskinfo = Tree.build().put("image", image).done();
    return suggestion(
        answer(
            accepting("uri://docker-container", checks),
            Task.of("uri://docker-container", taskinfo)));
  }

  /** What is suggested instead of a compose file that is sent as text. */
  public static Optional<Suggestion> compose(String checks, String file) throws BadInput {
    Tree taskinfo = Tree.build().put("composefile", file).done();
    return suggestion(
        answer(
            accepting("uri://docker-compose", checks), Task.of("uri://docker-compose", taskinfo)));
  }

  /** What is suggested instead of a Task whose type is matched by its name. */
  public static Optional<Suggestion> job(String checks, String taskinfo) throws BadInput {
    return suggestion(answer(accepting("uri://job", checks), Task.of("uri://job", yaml(taskinfo))));
  }

  private static String accepting(String tasktype, String checks) {
    return "{tasktype: '" + tasktype + "', if: " + checks + "}";
  }

  /** The answer of a platform with these acceptances. */
  public static Answer ask(String accepts, String tasktype, String taskinfo) throws BadInput {
    return answer(accepts, Task.of(tasktype, yaml(taskinfo)));
  }

  /** The answer; what it suggests is a YES when it is asked. */
  private static Answer answer(String accepts, Task task) throws BadInput {
    Platform platform =
        platform(
            "{whereto: 1, interfaces: {a: {servicetype: 'uri://a'}}, accepts: [" + accepts + "]}");
    Answer answer = Whereto.decide(task, platform).answer();
    Optional<Task> better = suggestion(answer).flatMap(Suggestion::task);
    if (better.isPresent()) {
      Answer again = Whereto.decide(better.get(), platform).answer();
      assertThat(again.isYes()).isTrue();
      assertThat(again.isConditional()).isFalse();
    }
    return answer;
  }

  /** What an answer suggests. */
  public static Optional<Suggestion> suggestion(Answer answer) {
    return answer.suggestion().flatMap(Suggestion::read);
  }

  /** The platform of a file without faults. */
  public static Platform platform(String yaml) {
    Checked checked = PlatformFile.read("test", yaml.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).platform();
  }

  /** A document. */
  public static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
