// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import org.whereto.answer.Reason;
import org.whereto.task.DataNeed;
import org.whereto.world.World;

/** Whether the data that a Task needs can be had on a platform (note, section 6). */
public final class DataCheck implements Check {

  /** Of a platform that says of no data that it can be had. */
  public static final DataCheck UNDECLARED = new DataCheck();

  private DataCheck() {}

  @Override
  public void look(Asked asked, World world, Findings findings) {
    if (asked.data().isEmpty()) {
      findings.notConcerned();
    }
    asked.data().forEach(need -> look(need, findings));
  }

  private static void look(DataNeed need, Findings findings) {
    findings.refuse(
        Reason.of(
                "data.not-supported",
                need.path().text(),
                "This platform does not say that it can reach data of the type "
                    + need.datatype()
                    + ".")
            .comparing(need.datatype(), ""));
  }

  @Override
  public List<String> demands() {
    return List.of();
  }
}
