// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import org.whereto.tree.BadInput;

/** A server gave nothing. Stays within these packages: to others it is a plain value. */
public final class Unanswered extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Miss miss;

  private Unanswered(Miss miss) {
    super(miss.toString(), null, false, false);
    this.miss = miss;
  }

  public static Unanswered because(Miss miss) {
    return new Unanswered(miss);
  }

  public static Unanswered absent() {
    return new Unanswered(new Miss.Absent());
  }

  public static Unanswered down(String why) {
    return new Unanswered(new Miss.Down(why));
  }

  public static Unanswered refused(String why) {
    return new Unanswered(new Miss.Refused(why));
  }

  /** What was sent cannot be read. */
  public static Unanswered unreadable(BadInput fault) {
    return refused(fault.sentence());
  }

  public Miss miss() {
    return miss;
  }
}
