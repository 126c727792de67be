// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.List;
import org.whereto.answer.Finding;
import org.whereto.answer.Repair;
import org.whereto.decide.Considered.Way;

/** What it would take for an acceptance to say YES. */
final class Repairs {

  private final List<Repair> all = new ArrayList<>();

  private Repairs() {}

  /**
   * The repairs of all that is refused: by the acceptance, and by the first of its interfaces that
   * can be mended, unless one needs no mending. Empty where something cannot be mended: it has no
   * repair, or could not be told.
   */
  static List<Repair> of(Considered considered) {
    Repairs repairs = new Repairs();
    boolean mended = repairs.mend(considered.findings()) && repairs.mendOne(considered.ways());
    return mended && repairs.all.size() <= Repair.MOST ? repairs.all : List.of();
  }

  private boolean mendOne(List<Way> ways) {
    for (Way way : ways) {
      if (!way.isNo()) {
        return true;
      }
    }
    int before = all.size();
    for (Way way : ways) {
      if (mend(way.findings())) {
        return true;
      }
      all.subList(before, all.size()).clear();
    }
    return false;
  }

  private boolean mend(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.outcome().isNo()) {
        if (finding.repairs().isEmpty()) {
          return false;
        }
        all.addAll(finding.repairs());
      }
    }
    return true;
  }
}
