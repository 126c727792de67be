// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

/** How much work one judgement may still be. For one thread. */
public final class Steps {

  private long left;

  /**
   * @param most about as many operations of a processor, times a hundred
   */
  public Steps(long most) {
    this.left = most;
  }

  /**
   * Takes some.
   *
   * @throws OutOfSteps if there are no more
   */
  public void take(long some) {
    left -= some;
    if (left < 0) {
      throw new OutOfSteps();
    }
  }
}
