// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.time.Duration;
import java.util.OptionalInt;

/** No whole reply came over HTTP, or one that is not looked at. */
public final class NoReply extends Exception {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String sentence;
  private final String remedy;
  private final int status;

  /**
   * @param status of HTTP; 0 if none came
   */
  NoReply(Why why, String sentence, String remedy, int status) {
    super(sentence, null, false, false);
    this.why = why;
    this.sentence = sentence;
    this.remedy = remedy;
    this.status = status;
  }

  /** What happened, as one plain sentence. */
  public String sentence() {
    return sentence;
  }

  Told.Silent told(Duration took) {
    OptionalInt came = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    return new Told.Silent(why, sentence, remedy, came, Identity.NONE, took);
  }
}
