// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.HashSet;
import java.util.Set;
import org.whereto.check.Check;
import org.whereto.task.Fact;
import org.whereto.task.Kind;
import org.whereto.tree.Place;

/**
 * One check as an owner configured it.
 *
 * @param name its key under {@code if:}
 * @param place where it stands in the file
 * @param needs the facts without which it cannot look
 */
public record Demanded(String name, Set<Fact> needs, Check check, Place place) {

  /**
   * The facts that it looks at in Tasks of this kind: those that it uses if they can be had too.
   */
  public Set<Fact> needs(Kind kind) {
    if (check.uses().isEmpty()) {
      return needs;
    }
    Set<Fact> all = new HashSet<>(check.uses());
    all.retainAll(kind.provides());
    all.addAll(needs);
    return all;
  }
}
