// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Offered;

/**
 * One acceptance, and everything that was found when the Task was held against it.
 *
 * @param findings what holds on all its interfaces: of the platform and of the acceptance
 * @param ways its interfaces, each with what was found for it alone
 */
public record Considered(Acceptance acceptance, List<Finding> findings, List<Way> ways) {

  public Considered {
    findings = List.copyOf(findings);
    ways = List.copyOf(ways);
  }

  /** One interface of the acceptance, and what was found for it alone. */
  public record Way(Offered offered, List<Finding> findings) {
    public Way {
      findings = List.copyOf(findings);
    }

    boolean isNo() {
      return anyNo(findings);
    }
  }

  /** Whether the Task can be run by this acceptance, be it under a condition. */
  public boolean isYes() {
    return !anyNo(findings) && !allNo(ways);
  }

  /** Whether it can be run on one of the interfaces, and no condition is left open. */
  boolean isUnconditionalYes() {
    for (Way way : ways) {
      if (isUnconditional(way)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can be run on this interface, and no condition is left open. */
  boolean isUnconditional(Way way) {
    return allOk(findings) && allOk(way.findings());
  }

  private static boolean anyNo(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.outcome().isNo()) {
        return true;
      }
    }
    return false;
  }

  private static boolean allNo(List<Way> ways) {
    for (Way way : ways) {
      if (!way.isNo()) {
        return false;
      }
    }
    return true;
  }

  private static boolean allOk(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.outcome() != Outcome.OK) {
        return false;
      }
    }
    return true;
  }
}
