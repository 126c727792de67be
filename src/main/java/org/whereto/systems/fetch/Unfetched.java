// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

/** Ends an errand before its answer is there. */
final class Unfetched extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fetched outcome;

  private Unfetched(Fetched outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  static Unfetched of(Fetched outcome) {
    return new Unfetched(outcome);
  }

  static Unfetched down(String why) {
    return new Unfetched(new Fetched.Down(why));
  }

  static Unfetched refused(String why) {
    return new Unfetched(new Fetched.Refused(why));
  }

  /** What to tell instead. */
  Fetched outcome() {
    return outcome;
  }
}
