// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.whereto.task.Question;
import org.whereto.task.Task;

/**
 * Questions in random order, half of them about something that the platform has. They are as many
 * for a short list as for a long one, and more than the caches of a processor hold: what grows with
 * the list is then the list's own doing.
 */
final class Keys {

  private static final int COUNT = 1 << 17;

  private final List<Question> questions = new ArrayList<>(COUNT);
  private int next;

  /**
   * @param size entries of the list
   * @param task the Task about one of them; one beyond them for a number from {@code size} on
   */
  Keys(int size, IntFunction<Task> task) {
    Random random = new Random(size);
    for (int i = 0; i < COUNT; i++) {
      int of = random.nextInt(size);
      questions.add(Question.of(task.apply(random.nextBoolean() ? of : size + of)));
    }
  }

  Question next() {
    next = (next + 1) & (COUNT - 1);
    return questions.get(next);
  }
}
