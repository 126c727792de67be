// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.whereto.ask.Deadline;
import org.whereto.ask.Stopwatch;
import org.whereto.ask.Told;
import org.whereto.ask.Where;
import org.whereto.ask.Why;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems.Problem;

/**
 * A platform file that is asked without any server.
 *
 * @param checked what the file holds; a file that cannot be read has one problem
 * @param whereto whose decision it asks for
 */
record PlatformAt(Path file, Checked checked, Whereto whereto) implements Where {

  static PlatformAt of(Path file, Whereto whereto) {
    try {
      return new PlatformAt(file, Whereto.check(file), whereto);
    } catch (BadInput unreadable) {
      Problem problem = new Problem(unreadable.place(), unreadable.sentence());
      return new PlatformAt(file, new Checked.Faulty(List.of(problem)), whereto);
    }
  }

  @Override
  public String name() {
    return switch (checked) {
      case Checked.Good good -> good.platform().title();
      case Checked.Faulty _ -> Whereto.nameOf(file);
    };
  }

  @Override
  public String location() {
    return file.toString();
  }

  @Override
  public Told ask(Task task, Deadline deadline) {
    Stopwatch begin = Stopwatch.start();
    return switch (checked) {
      case Checked.Good good -> decide(task, good, begin);
      case Checked.Faulty(List<Problem> problems) -> faulty(problems, begin.elapsed());
    };
  }

  private Told decide(Task task, Checked.Good good, Stopwatch begin) {
    try {
      return Told.Answered.of(whereto.decide(task, good).answer(), begin.elapsed());
    } catch (BadInput fault) {
      String path = fault.path().text();
      String sentence = path.isEmpty() ? fault.sentence() : path + ": " + fault.sentence();
      return Told.Silent.of(Why.BAD_TASK, sentence, "", begin.elapsed());
    }
  }

  private Told faulty(List<Problem> problems, Duration took) {
    String count = problems.size() == 1 ? "a fault" : problems.size() + " faults";
    return Told.Silent.of(
        Why.FAILED,
        "The platform file has " + count + ". " + problems.getFirst().in(location()),
        "List all with: whereto validate " + file,
        took);
  }
}
