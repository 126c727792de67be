// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.time.Duration;
import java.util.OptionalInt;
import org.whereto.answer.Answer;
import org.whereto.tree.OneLine;

/** What came back from one place that was asked. */
public sealed interface Told {

  /** How long it took. */
  Duration took();

  /** As whom it was asked, and what was said about that. */
  Identity identity();

  /** It said YES or NO. */
  record Answered(Answer answer, Identity identity, Duration took) implements Told {

    /** An answer to nobody in particular. */
    public static Answered of(Answer answer, Duration took) {
      return new Answered(answer, Identity.NONE, took);
    }
  }

  /**
   * It said neither.
   *
   * @param sentence what happened, as one plain sentence on one line
   * @param remedy what to do about it, as one sentence; empty where nothing is known to help
   * @param status of HTTP, where one came
   */
  record Silent(
      Why why, String sentence, String remedy, OptionalInt status, Identity identity, Duration took)
      implements Told {

    public Silent {
      sentence = OneLine.of(sentence);
      remedy = OneLine.of(remedy);
    }

    /** Silence of something that does not speak HTTP, or did not come so far. */
    public static Silent of(Why why, String sentence, String remedy, Duration took) {
      return new Silent(why, sentence, remedy, OptionalInt.empty(), Identity.NONE, took);
    }
  }
}
