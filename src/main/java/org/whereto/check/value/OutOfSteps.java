// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

/**
 * A judgement took too much work. An {@link Error}, so that no library which forgives the failure
 * of one part makes a whole of the others.
 */
public final class OutOfSteps extends Error {

  private static final long serialVersionUID = 1L;

  OutOfSteps() {
    super("out of steps", null, false, false);
  }
}
