// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import org.whereto.tree.BadInput;

/** A registry gave nothing. Stays within this package: to others it is a plain value. */
final class Unanswered extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Miss miss;

  private Unanswered(Miss miss) {
    super(miss.toString(), null, false, false);
    this.miss = miss;
  }

  static Unanswered because(Miss miss) {
    return new Unanswered(miss);
  }

  static Unanswered absent() {
    return new Unanswered(new Miss.Absent());
  }

  static Unanswered down(String why) {
    return new Unanswered(new Miss.Down(why));
  }

  static Unanswered refused(String why) {
    return new Unanswered(new Miss.Refused(why));
  }

  /** What a registry sent cannot be read. */
  static Unanswered unreadable(BadInput fault) {
    return refused(fault.sentence());
  }

  Miss miss() {
    return miss;
  }
}
