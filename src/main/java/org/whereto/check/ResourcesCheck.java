// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import org.whereto.answer.Reason;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Wanted;
import org.whereto.world.World;

/** Whether a platform has the resources that a Task needs (note, section 5; wire.md, section 3). */
public final class ResourcesCheck implements Check {

  /** Of a platform that does not say what it can give. */
  public static final ResourcesCheck UNDECLARED = new ResourcesCheck();

  private ResourcesCheck() {}

  @Override
  public void look(Asked asked, World world, Findings findings) {
    if (asked.resources().wanted().isEmpty()) {
      findings.notConcerned();
    }
    asked.resources().wanted().forEach((name, wanted) -> look(name, wanted, findings));
  }

  private static void look(String dimension, Wanted wanted, Findings findings) {
    if (Resources.STANDARD.containsKey(dimension)) {
      findings.remark(
          Reason.of(
              "resources.not-checked",
              wanted.path().text(),
              wanted.path() + " was not checked: this platform does not say what it can give."));
    } else {
      findings.refuse(
          Reason.of(
                  "resources." + dimension + ".not-offered",
                  wanted.path().text(),
                  "This platform does not offer " + dimension + ".")
              .comparing(wanted.asked(), ""));
    }
  }

  @Override
  public List<String> demands() {
    return List.of();
  }
}
