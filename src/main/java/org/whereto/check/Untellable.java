// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import org.whereto.answer.Reason;
import org.whereto.check.room.Room;
import org.whereto.task.Resources.Untold;

/** Amounts of a content that cannot be told, of which each may be any. */
record Untellable(Room room, List<Untold> untold) {

  /** A content may hold thousands, and the first ones tell what is wrong with it. */
  private static final int MOST = 10;

  private static final String CODE = "resources.not-known";

  /** Tells of those that a platform has to know, one by one, and then how many more there are. */
  void tell(Findings findings) {
    List<Untold> all =
        untold.stream().filter(one -> one.least() && room.limitsAnyOf(one.dimension())).toList();
    all.stream()
        .limit(MOST)
        .forEach(one -> findings.cannotTell(Reason.of(CODE, one.path().text(), one.why())));
    if (all.size() > MOST) {
      findings.cannotTell(
          Reason.of(
              CODE,
              all.get(MOST).path().text(),
              "Of the amounts of this content " + (all.size() - MOST) + " more cannot be told."));
    }
  }
}
