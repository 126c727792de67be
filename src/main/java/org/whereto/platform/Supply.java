// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.List;
import java.util.Set;
import org.whereto.check.Check;
import org.whereto.check.DataCheck;
import org.whereto.check.ResourcesCheck;
import org.whereto.tree.Place;

/**
 * What one interface of an acceptance has for a Task, whatever its type: resources (note, section
 * 5) and data (note, section 6).
 */
public record Supply(Demanded resources, Demanded data) {

  /** Of a platform that says nothing of either. */
  public static final Supply UNDECLARED =
      of(ResourcesCheck.UNDECLARED, DataCheck.UNDECLARED, Place.NONE);

  /**
   * What these two checks find.
   *
   * @param place where it stands in the file
   */
  public static Supply of(Check resources, Check data, Place place) {
    return new Supply(
        new Demanded("resources", Set.of(), resources, place),
        new Demanded("data", Set.of(), data, place));
  }

  /** Both, in the order in which they look. */
  public List<Demanded> checks() {
    return List.of(resources, data);
  }
}
