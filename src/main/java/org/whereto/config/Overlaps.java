// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;

/**
 * What an owner says twice of the same data. What is here may lie within what is reachable: the
 * nearer counts. All else that overlaps has no effect, or is a slip of the pen.
 */
final class Overlaps {

  private record Said(Scalar written, String normal, boolean isHere) {}

  private final Settings in;
  private final Map<String, List<Said>> bySystem = new HashMap<>();
  private final Set<String> systems = new HashSet<>();

  /**
   * @param in where faults are reported
   */
  Overlaps(Settings in) {
    this.in = in;
  }

  /** Whether no entry before named this system. */
  boolean isNew(String system) {
    return systems.add(system);
  }

  /**
   * Reports what a further name overlaps with.
   *
   * @param system within which names are compared
   * @param covers whether the first of two names means all that the second does
   */
  void add(String system, Placed name, BiPredicate<String, String> covers) {
    Said said = new Said(name.written(), name.normal(), name.isHere());
    List<Said> others = bySystem.computeIfAbsent(system, _ -> new ArrayList<>());
    for (Said other : others) {
      if (complains(said, other, covers) || complains(other, said, covers)) {
        break;
      }
    }
    others.add(said);
  }

  /** Whether the inner of two has no effect beside the outer. */
  private boolean complains(Said inner, Said outer, BiPredicate<String, String> covers) {
    boolean isInside = covers.test(outer.normal, inner.normal);
    boolean isNearer = inner.isHere && !outer.isHere;
    boolean isSame = inner.normal.equals(outer.normal);
    if (!isInside || (isNearer && !isSame)) {
      return false;
    }
    if (isSame && inner.isHere != outer.isHere) {
      in.problemAt(
          inner.written.place(),
          "\""
              + inner.normal
              + "\" stands under \"here\" and under \"reachable\": what is here can"
              + " be reached, so take it out there.");
    } else if (isSame) {
      in.problemAt(
          inner.written.place(), "\"" + inner.normal + "\" stands here twice: name it once.");
    } else {
      in.problemAt(
          inner.written.place(),
          "\"" + inner.normal + "\" is part of \"" + outer.normal + "\": name one of the two.");
    }
    return true;
  }
}
