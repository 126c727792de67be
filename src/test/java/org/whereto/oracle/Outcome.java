// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.List;
import java.util.Set;

/**
 * What a question comes to, in the plainest form: texts to compare.
 *
 * @param ways interfaces in order, each with its own warnings
 * @param reasons sorted: wire.md gives them no order
 * @param states what is told of amounts and data
 * @param faults those of which one must be told; empty if the Task can be decided
 */
record Outcome(
    String word,
    List<String> ways,
    List<String> reasons,
    List<String> warnings,
    String states,
    Set<Fault> faults) {

  static final Outcome BARE_NO = new Outcome("NO", List.of(), List.of(), List.of(), "", Set.of());

  static Outcome bad(Set<Fault> faults) {
    return new Outcome("BAD", List.of(), List.of(), List.of(), "", faults);
  }

  /** Whether the planner may have said this where the oracle says that. */
  boolean isAllowedBy(Outcome oracle) {
    boolean bad = word.equals("BAD") && oracle.word.equals("BAD");
    return bad ? oracle.faults.containsAll(faults) : equals(oracle);
  }

  static String told(String code, String path, String permanence, String way) {
    return code + " @" + path + " " + permanence + (way.isEmpty() ? "" : " on " + way);
  }
}
