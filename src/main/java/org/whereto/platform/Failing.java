// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.time.Instant;
import java.util.List;
import org.whereto.tree.Problems.Problem;

/**
 * A state of an owner's file that cannot be served.
 *
 * @param since when the file first had a state that cannot be served, after the last that could
 * @param problems all that is wrong with it; at least one
 */
public record Failing(Instant since, List<Problem> problems) {

  public Failing {
    problems = List.copyOf(problems);
  }
}
